package io.discounts.service.replay;

import io.discounts.service.catalog.CatalogRebuild;
import io.discounts.service.ingestion.IngestionProperties;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The executable jar as a tool: {@code replay}, {@code checksum}, {@code swap} and {@code end-shadow}, with the service's
 * settings and without its web server, its streams and its door. The last line on the standard output is a JSON object;
 * progress goes to the standard error.
 */
public final class CommandLine {
    private static final Set<String> COMMANDS = Set.of("replay", "checksum", "swap", "end-shadow");
    private static final String USAGE = """
            usage: replay --location=FOLDER|s3://BUCKET/PREFIX --from=DAY|INSTANT --until=DAY|INSTANT [--provider=NAME] [--into-shadow]
                   checksum | swap | end-shadow
            Settings of the service, such as --spring.datasource.url=…, may follow.""";

    private final Clock clock;
    private final PrintStream out;
    private final PrintStream err;

    /** Makes a tool that speaks to these. */
    public CommandLine(Clock clock, PrintStream out, PrintStream err) {
        this.clock = clock;
        this.out = out;
        this.err = err;
    }

    /** Whether the arguments begin with a command of it. */
    public static boolean understands(String... args) {
        return args.length > 0 && COMMANDS.contains(args[0]);
    }

    /**
     * Does what is asked for.
     *
     * @return the process's exit code: 0 done, 1 failed, 2 not understood, 3 done but for what was rejected, 4 cancelled or
     *     interrupted, 5 another process is at it
     */
    public int run(String... args) {
        CommandOutcome outcome;
        try {
            outcome = execute(CommandArguments.parse(args));
        } catch (IllegalArgumentException notUnderstood) {
            err.println(notUnderstood.getMessage());
            err.println(USAGE);
            return CommandOutcome.NOT_UNDERSTOOD;
        } catch (RuntimeException failure) {
            err.println(failure);
            outcome =
                    new CommandOutcome(CommandOutcome.FAILED, Map.of("failure", String.valueOf(failure.getMessage())));
        }
        out.println(outcome.line());
        return outcome.exitCode();
    }

    private CommandOutcome execute(CommandArguments arguments) {
        if (arguments.command().equals("replay")) {
            arguments.order();
        }
        try (var context = start(arguments)) {
            var stop = new StopSignal();
            var hook = new Thread(stop::raise);
            Runtime.getRuntime().addShutdownHook(hook);
            var outcome = execute(arguments, context, stop);
            if (!stop.raised()) {
                Runtime.getRuntime().removeShutdownHook(hook);
            }
            return outcome;
        }
    }

    private CommandOutcome execute(CommandArguments arguments, ApplicationContext context, StopSignal stop) {
        var catalogs = new CatalogCommands(context.getBean(CatalogRebuild.class));
        return switch (arguments.command()) {
            case "checksum" -> catalogs.checksum();
            case "swap" -> catalogs.swap();
            case "end-shadow" -> catalogs.endShadow();
            default -> replay(context).replay(arguments.order(), actor(), stop);
        };
    }

    private ReplayCommand replay(ApplicationContext context) {
        return new ReplayCommand(
                context.getBean(JdbcReplays.class),
                context.getBean(ReplayRun.class),
                context.getBean(Attendance.class),
                context.getBean(IngestionProperties.class).streams(),
                err);
    }

    private static String name(String setting) {
        return setting.split("=", 2)[0];
    }

    private static String actor() {
        return "command line, " + System.getProperty("user.name", "unknown");
    }

    private ConfigurableApplicationContext start(CommandArguments arguments) {
        var always = Stream.of(
                "--discounts.events.relay=false",
                "--discounts.ingestion.enabled=false",
                "--discounts.redemption.rounds=false",
                "--discounts.replay.enabled=false",
                "--spring.main.register-shutdown-hook=false",
                "--logging.level.root=warn");
        var typed = arguments.settings();
        var settings = Stream.concat(
                        always.filter(one ->
                                typed.stream().noneMatch(other -> name(other).equals(name(one)))),
                        typed.stream())
                .toArray(String[]::new);
        return new SpringApplicationBuilder(CommandLineApplication.class)
                .web(WebApplicationType.NONE)
                .initializers(context ->
                        ((GenericApplicationContext) context).registerBean("clock", Clock.class, () -> clock))
                .run(settings);
    }
}
