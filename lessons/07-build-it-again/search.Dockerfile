FROM debian:12
RUN apt-get update && apt-get install -y gcc make
COPY search.c /app/
RUN make -C /app search
CMD ["/app/search"]
