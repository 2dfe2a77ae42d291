package io.discounts.loadtests.harness;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A run's options, each {@code name=value}; those that nobody asks for are refused. */
public final class Options {
    private final Map<String, String> given;
    private final Set<String> known = new HashSet<>();

    private Options(Map<String, String> given) {
        this.given = given;
    }

    /**
     * Reads a command line.
     *
     * @throws IllegalArgumentException if one has no value
     */
    public static Options of(List<String> arguments) {
        var given = new HashMap<String, String>();
        for (var argument : arguments) {
            var equals = argument.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException(argument + " is not name=value");
            }
            given.put(argument.substring(0, equals), argument.substring(equals + 1));
        }
        return new Options(given);
    }

    public int number(String name, int otherwise) {
        known.add(name);
        var value = given.get(name);
        return value == null ? otherwise : Integer.parseInt(value);
    }

    /** An option that has no default here. */
    public Optional<String> given(String name) {
        known.add(name);
        return Optional.ofNullable(given.get(name));
    }

    public String text(String name, String otherwise) {
        known.add(name);
        return given.getOrDefault(name, otherwise);
    }

    /**
     * Refuses a name that is misspelt: to be called once all options have been asked for.
     *
     * @throws IllegalArgumentException if one was given that has not been asked for
     */
    public void requireNoOthers() {
        for (var name : given.keySet()) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("There is no option " + name + ", only " + known);
            }
        }
    }
}
