FROM debian:12
RUN apt-get update && apt-get install -y gcc make
COPY cart.c /app/
RUN make -C /app cart
CMD ["/app/cart"]
