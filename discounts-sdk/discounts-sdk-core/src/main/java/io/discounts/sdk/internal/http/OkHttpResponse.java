package io.discounts.sdk.internal.http;

import io.discounts.sdk.spi.TransportResponse;
import okhttp3.Call;
import okhttp3.Response;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** OkHttp's response. Closed before its end it takes the connection with it: reading on to save it might take for ever. */
final class OkHttpResponse implements TransportResponse {
    private final Call call;
    private final Response response;
    private final Body body;

    OkHttpResponse(Call call, Response response) {
        this.call = call;
        this.response = response;
        this.body = new Body(response.body().byteStream());
    }

    @Override
    public int status() {
        return response.code();
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(response.header(name));
    }

    @Override
    public InputStream body() {
        return body;
    }

    @Override
    public void close() {
        if (!body.isRead()) {
            call.cancel();
        }
        response.close();
    }

    /** Knows whether it has been read to its end: asking OkHttp might wait for more. */
    private static final class Body extends FilterInputStream {
        private boolean read;

        Body(InputStream in) {
            super(in);
        }

        boolean isRead() {
            return read;
        }

        @Override
        public int read() throws IOException {
            var one = super.read();
            read |= one < 0;
            return one;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            var count = super.read(bytes, offset, length);
            read |= count < 0;
            return count;
        }
    }
}
