package io.discounts.service.redemption.reconciliation;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import tools.jackson.databind.json.JsonMapper;

import javax.sql.DataSource;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/**
 * {@code reconcile}, as a command of the executable jar: reads the database and changes nothing in it, not even its schema.
 * The last line on the standard output is the report as a JSON object.
 */
public final class ReconcileCommand {
    static final int CLEAN = 0;
    static final int FAILED = 1;
    static final int NOT_UNDERSTOOD = 2;
    static final int DIFFERENCES = 3;

    private static final int LISTED = 20;
    private static final Duration GRACE = Duration.ofMinutes(1);
    private static final JsonMapper JSON = new JsonMapper();
    private static final String USAGE = """
            usage: reconcile [--listed=NUMBER of differences of each kind]
            Settings of the service, such as --spring.datasource.url=…, may follow.""";

    private final Clock clock;
    private final PrintStream out;
    private final PrintStream err;

    /** Makes a tool that speaks to these. */
    public ReconcileCommand(Clock clock, PrintStream out, PrintStream err) {
        this.clock = clock;
        this.out = out;
        this.err = err;
    }

    /** Whether the arguments begin with the command. */
    public static boolean understands(String... args) {
        return args.length > 0 && args[0].equals("reconcile");
    }

    /**
     * Looks.
     *
     * @return the process's exit code: 0 all agrees, 1 failed, 2 not understood, 3 there are differences
     */
    public int run(String... args) {
        ReconcileArguments arguments;
        try {
            arguments = ReconcileArguments.parse(args, LISTED);
        } catch (IllegalArgumentException notUnderstood) {
            err.println(notUnderstood.getMessage());
            err.println(USAGE);
            return NOT_UNDERSTOOD;
        }
        try {
            var report = check(arguments);
            out.println(JSON.writeValueAsString(report));
            return report.isClean() ? CLEAN : DIFFERENCES;
        } catch (RuntimeException failure) {
            err.println(failure);
            out.println(JSON.writeValueAsString(Map.of("failure", String.valueOf(failure.getMessage()))));
            return FAILED;
        }
    }

    private ReconciliationReport check(ReconcileArguments arguments) {
        var settings = Stream.concat(
                        Stream.of("--spring.main.register-shutdown-hook=false", "--logging.level.root=warn"),
                        arguments.settings().stream())
                .toArray(String[]::new);
        try (var context = new SpringApplicationBuilder(ReconcileApplication.class)
                .web(WebApplicationType.NONE)
                .run(settings)) {
            return new Reconciliation(context.getBean(DataSource.class), clock, GRACE).check(arguments.listed());
        }
    }
}
