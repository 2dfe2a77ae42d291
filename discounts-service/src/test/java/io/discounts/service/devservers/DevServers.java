package io.discounts.service.devservers;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Gives an application context real servers: {@code @Import(DevServers.class)} on a {@code @SpringBootTest}, or
 * {@code SpringApplication.from(…).with(DevServers.class)}. Starts MariaDB, Redis, a Kinesis API with the contract's
 * streams and a lease table, once for the JVM, and points the service's properties at them. Each context finds a lease
 * table named like its {@code discounts.ingestion.application-name}.
 *
 * <p>Carries no stereotype on purpose: it lies below the service's package, and nobody should get it by scanning.
 */
@Import(DevServersProperties.class)
public class DevServers {
    /** Starts the servers without waiting for them: an application that is about to start needs them soon. */
    public static void startInBackground() {
        var unused = SharedServers.startInBackground();
    }

    /**
     * Has MariaDB keep its data in a folder: made if it is not there, used in place by one process at a time, left when this
     * one ends. For data that take long to fill in.
     *
     * @throws IllegalStateException if the servers have been started
     */
    public static void keepDatabaseIn(Path folder) {
        SharedServers.keepDatabaseIn(folder);
    }

    /**
     * The preferred port if nothing listens on it and no other run has claimed it, else any other such port. It stays
     * claimed until this JVM ends.
     */
    public static int claimPort(int preferred) throws IOException {
        return SharedServers.currentRun().claimPort(preferred);
    }

    /** Waits for the servers, starting them if nobody has; for whoever wants them without an application context. */
    public static RunningServers running() {
        return SharedServers.running();
    }

    /** For a process in which no application starts: servers end with the last application context, and there is none. */
    public static void endWithThisProcess() {
        Runtime.getRuntime().addShutdownHook(new Thread(SharedServers.currentRun()::end));
    }

    /** Makes the lease table of a KCL application, which also is its name, unless it is there. */
    public static void ensureLeaseTable(String applicationName) {
        LeaseTable.ensure(running().dynamoDbEndpoint(), applicationName);
    }

    /** S3, with the bucket {@link LocalS3#BUCKET}; started when it is asked for first. It keeps its objects when it is stopped. */
    public static ServerProcess s3() {
        return SharedServers.s3();
    }

    /** Starts a server of the caller's own and waits until it takes requests. It ends with this JVM at the latest. */
    public static ServerProcess start(ServerCommand command, int port) {
        return ServerProcess.started(SharedServers.currentRun(), command, port);
    }

    @Bean(destroyMethod = "")
    RunningServers runningServers() {
        return SharedServers.running();
    }

    @Bean
    StreamPublisher streamPublisher(RunningServers servers) {
        return new StreamPublisher(LocalKinesis.client(servers.kinesisEndpoint()));
    }

    @Bean
    RawKinesis rawKinesis(RunningServers servers) {
        return new RawKinesis(servers.kinesisEndpoint());
    }
}
