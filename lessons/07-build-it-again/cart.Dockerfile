FROM debian:12
RUN apt-get install -y gcc make
COPY cart.c /src/
RUN make -C /src cart
CMD ["/app/cart"]
