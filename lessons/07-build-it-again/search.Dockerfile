FROM debian:12
RUN apt-get install -y gcc make
COPY search.c /src/
RUN make -C /src search
CMD ["/app/search"]
