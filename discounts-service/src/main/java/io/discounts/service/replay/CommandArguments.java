package io.discounts.service.replay;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was typed: a command, its options {@code --name=value} or {@code --name}, and settings of the service, which are told
 * by the dot in their names.
 */
record CommandArguments(String command, Map<String, String> options, List<String> settings) {
    private static final Set<String> REPLAY = Set.of("provider", "location", "from", "until", "into-shadow");

    CommandArguments {
        options = Map.copyOf(options);
        settings = List.copyOf(settings);
    }

    /** @throws IllegalArgumentException if it cannot be understood */
    static CommandArguments parse(String... words) {
        var options = new HashMap<String, String>();
        var settings = new ArrayList<String>();
        for (var word : List.of(words).subList(1, words.length)) {
            if (!word.startsWith("--")) {
                throw new IllegalArgumentException("not an option: " + word);
            }
            var parts = word.substring(2).split("=", 2);
            if (parts[0].contains(".")) {
                settings.add(word);
            } else if (words[0].equals("replay") && REPLAY.contains(parts[0])) {
                options.put(parts[0], parts.length == 1 ? "true" : parts[1]);
            } else {
                throw new IllegalArgumentException(words[0] + " has no option --" + parts[0]);
            }
        }
        return new CommandArguments(words[0], options, settings);
    }

    /** @throws IllegalArgumentException if something is missing or makes no sense */
    ReplayOrder order() {
        return new ReplayOrder(
                options.get("provider"),
                location(required("location")),
                instant("from"),
                instant("until"),
                intoShadow());
    }

    private boolean intoShadow() {
        return switch (options.getOrDefault("into-shadow", "false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("--into-shadow is true or false");
        };
    }

    /** The same place, wherever and however the same command is given. */
    private static String location(String typed) {
        return switch (LogLocation.parse(typed)) {
            case LogLocation.Folder folder ->
                folder.path().toAbsolutePath().normalize().toString();
            case LogLocation.S3Prefix prefix -> prefix.toString();
        };
    }

    /** A day stands for its first moment. */
    private Instant instant(String option) {
        var typed = required(option);
        try {
            return typed.indexOf('T') < 0
                    ? LocalDate.parse(typed).atStartOfDay().toInstant(ZoneOffset.UTC)
                    : Instant.parse(typed);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "--" + option + " is a day or an instant, such as 2026-11-22 or 2026-11-22T10:00:00Z", e);
        }
    }

    private String required(String option) {
        var value = options.get(option);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("--" + option + " is required");
        }
        return value;
    }
}
