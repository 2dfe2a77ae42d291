package io.discounts.service.devservers;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.random.RandomGenerator;

/** One set of servers for the whole JVM, however many application contexts use it. */
final class SharedServers {
    private static final int TERMINATED = 143;

    private static @Nullable CompletableFuture<RunningServers> servers;
    private static @Nullable ServerProcess s3;
    private static @Nullable DevRun run;
    private static @Nullable Path keptDatabase;

    private SharedServers() {}

    /** Waits for the servers, starting them if nobody has. When they failed to start, that is said to everyone. */
    static RunningServers running() {
        return startInBackground().join();
    }

    static synchronized CompletableFuture<RunningServers> startInBackground() {
        if (servers == null) {
            servers = start(currentRun());
        }
        return servers;
    }

    static synchronized void keepDatabaseIn(Path folder) {
        if (servers != null) {
            throw new IllegalStateException("The servers have been started already");
        }
        keptDatabase = folder;
    }

    /** Started when it is asked for first: few need it. */
    static synchronized ServerProcess s3() {
        if (s3 == null) {
            try {
                s3 = S3Api.start(DevCache.ofUser(), currentRun(), running().s3Port());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return s3;
    }

    /** This JVM's run, which ends after the last application context has been closed. */
    static synchronized DevRun currentRun() {
        if (run == null) {
            try {
                run = DevRun.begin(DevCache.ofUser(), ProcessHandle.current(), RandomGenerator.getDefault());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            SpringApplication.getShutdownHandlers().add(run::end);
            MavenParent.of(ProcessHandle.current()).ifPresent(maven -> maven.whenItEnds(() -> System.exit(TERMINATED)));
        }
        return run;
    }

    private static CompletableFuture<RunningServers> start(DevRun run) {
        var cache = DevCache.ofUser();
        var given = GivenMySql.fromSystemProperties();
        var kept = keptDatabase;
        CompletableFuture<Optional<ServerProcess>> mariaDb =
                inBackground(() -> given.isPresent() ? Optional.empty() : Optional.of(mariaDb(kept, cache, run)));
        var redis = inBackground(() -> Redis.start(cache, run));
        var nodeModules = inBackground(() -> NodePackages.KINESIS_AND_LEASES.installed(cache, run));
        var kinesis = inBackground(() -> KinesisApi.start(run, nodeModules.join()));
        var dynamoDb = inBackground(() -> DynamoDbApi.start(run, nodeModules.join()));
        given.ifPresent(GivenMySql::empty);
        return inBackground(
                () -> assembled(given, mariaDb.join(), redis.join(), kinesis.join(), dynamoDb.join(), run.claimPort()));
    }

    private static ServerProcess mariaDb(@Nullable Path kept, DevCache cache, DevRun run) throws IOException {
        return kept == null ? MariaDb.start(cache, run) : MariaDb.startKept(kept, cache, run);
    }

    private static RunningServers assembled(
            Optional<Database> given,
            Optional<ServerProcess> mariaDb,
            ServerProcess redis,
            ServerProcess kinesis,
            ServerProcess dynamoDb,
            int s3Port) {
        var database = given.or(() -> mariaDb.map(MariaDb::database)).orElseThrow();
        return new RunningServers(database, mariaDb, redis, kinesis, dynamoDb, s3Port);
    }

    private static <T> CompletableFuture<T> inBackground(Callable<T> task) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return task.call();
                    } catch (Exception e) {
                        throw new CompletionException(e);
                    }
                },
                Thread::startVirtualThread);
    }
}
