package io.discounts.sdk.rollout;

import dev.openfeature.flagd.grpc.sync.FlagSyncServiceGrpc;
import dev.openfeature.flagd.grpc.sync.Sync;
import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/** Serves flagd's sync protocol on the loopback interface: to each stream what was said last, and whatever is said later. */
final class FakeFlagd extends FlagSyncServiceGrpc.FlagSyncServiceImplBase implements AutoCloseable {
    private final List<StreamObserver<Sync.SyncFlagsResponse>> streams = new ArrayList<>();
    private final Server server;
    private String last = "{}";

    private FakeFlagd(int port) {
        server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .addService(this)
                .build();
    }

    static FakeFlagd start(int port) throws IOException {
        var flagd = new FakeFlagd(port);
        flagd.server.start();
        return flagd;
    }

    int port() {
        return server.getPort();
    }

    synchronized FakeFlagd says(String flags) {
        last = flags;
        streams.forEach(stream -> stream.onNext(response()));
        return this;
    }

    @Override
    public synchronized void syncFlags(Sync.SyncFlagsRequest request, StreamObserver<Sync.SyncFlagsResponse> stream) {
        streams.add(stream);
        stream.onNext(response());
    }

    private Sync.SyncFlagsResponse response() {
        return Sync.SyncFlagsResponse.newBuilder().setFlagConfiguration(last).build();
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
