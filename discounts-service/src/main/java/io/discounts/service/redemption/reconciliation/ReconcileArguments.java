package io.discounts.service.redemption.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What was typed behind the command's name.
 *
 * @param listed how many differences of each kind to list
 * @param settings of the service, which are told by the dot in their names
 */
record ReconcileArguments(int listed, List<String> settings) {
    private static final String LISTED = "--listed=";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");

    ReconcileArguments {
        settings = List.copyOf(settings);
    }

    /** @throws IllegalArgumentException if it cannot be understood */
    static ReconcileArguments parse(String[] words, int listedUnlessSaid) {
        var listed = listedUnlessSaid;
        var settings = new ArrayList<String>();
        for (var word : List.of(words).subList(1, words.length)) {
            if (word.startsWith(LISTED)) {
                listed = number(word.substring(LISTED.length()));
            } else if (word.startsWith("--") && word.split("=", 2)[0].contains(".")) {
                settings.add(word);
            } else {
                throw new IllegalArgumentException("not an option of reconcile: " + word);
            }
        }
        return new ReconcileArguments(listed, settings);
    }

    private static int number(String typed) {
        if (!NUMBER.matcher(typed).matches()) {
            throw new IllegalArgumentException("--listed is a number up to 999999");
        }
        return Integer.parseInt(typed);
    }
}
