FROM debian@sha256:171f9dade2f9dbdb23ec8115bb3f862bf06ac7427fbcfc921b2e841349c9151d
RUN apt-get update && apt-get install -y gcc make
COPY search.c /app/
RUN make -C /app search
CMD ["/app/search"]
