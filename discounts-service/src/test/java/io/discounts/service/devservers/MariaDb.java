package io.discounts.service.devservers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** MariaDB in the place of MySQL, held to the behaviour both share. */
final class MariaDb {
    static final long REDO_LOG_BYTES = 16 << 20;

    private static final String NAME = "discounts";
    private static final String SYSTEM_TABLESPACE = "ibdata1";
    private static final Duration TIME_TO_WRITE = Duration.ofMinutes(10);
    private static final String SQL_MODE = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
            + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION";
    private static final String INIT = """
            CREATE DATABASE IF NOT EXISTS discounts CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;
            CREATE USER IF NOT EXISTS 'discounts'@'127.0.0.1' IDENTIFIED BY 'discounts';
            GRANT ALL ON discounts.* TO 'discounts'@'127.0.0.1';
            CREATE USER IF NOT EXISTS 'operator'@'127.0.0.1' IDENTIFIED BY 'operator';
            GRANT ALL ON *.* TO 'operator'@'127.0.0.1';
            GRANT PROCESS ON *.* TO 'discounts'@'127.0.0.1';
            GRANT ALL ON `discounts\\_%`.* TO 'discounts'@'127.0.0.1';
            """;

    private MariaDb() {}

    static ServerProcess start(DevCache cache, DevRun run) throws IOException {
        return startOn(run.path("mariadb"), cache, run);
    }

    /** On a folder that is used in place and outlives the run: made if there is none, asked to end rather than killed. */
    static ServerProcess startKept(Path data, DevCache cache, DevRun run) throws IOException {
        var server = startOn(data.toAbsolutePath(), cache, run);
        run.beforeEnd(() -> server.stop(TIME_TO_WRITE));
        return server;
    }

    private static ServerProcess startOn(Path data, DevCache cache, DevRun run) throws IOException {
        var installation = MariaDbInstallation.installed(cache, run);
        if (Files.notExists(data.resolve(SYSTEM_TABLESPACE))) {
            make(data, installation);
        }
        var init = Files.writeString(run.path("mariadb-init.sql"), INIT);
        var port = run.claimPort();
        var command = new ServerCommand(
                "mariadb",
                words(installation, data, init, port),
                installation.libraries(),
                data,
                "ready for connections");
        return ServerProcess.started(run, command, port);
    }

    /** Complete or not at all, for it may be looked for again. */
    private static void make(Path data, MariaDbInstallation installation) throws IOException {
        var begun = data.resolveSibling(data.getFileName() + ".new");
        Folders.delete(begun);
        Files.createDirectories(begun.getParent());
        Folders.copy(installation.dataTemplate(), begun);
        Files.move(begun, data, StandardCopyOption.REPLACE_EXISTING);
    }

    static Database database(ServerProcess server) {
        return new Database("jdbc:mysql://127.0.0.1:%d/%s".formatted(server.port(), NAME), NAME, NAME);
    }

    private static List<String> words(MariaDbInstallation installation, Path data, Path init, int port) {
        var words = new ArrayList<>(List.of(
                installation.server(),
                "--no-defaults",
                "--basedir=" + installation.base(),
                "--lc-messages-dir=" + installation.base().resolve("share"),
                "--datadir=" + data,
                // Relative to the data folder, since a socket's path may not be long.
                "--socket=server.sock",
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--init-file=" + init));
        words.addAll(behaviour());
        if (System.getProperty("user.name").equals("root")) {
            words.add("--user=root");
        }
        return words;
    }

    private static List<String> behaviour() {
        return List.of(
                "--sql-mode=" + SQL_MODE,
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_0900_ai_ci",
                "--default-time-zone=+00:00",
                "--skip-ssl",
                "--skip-name-resolve",
                "--innodb-log-file-size=" + REDO_LOG_BYTES,
                // Survives a killed server, not a crashed machine: what the tests need, at a tenth of the price.
                "--innodb-flush-log-at-trx-commit=2");
    }
}
