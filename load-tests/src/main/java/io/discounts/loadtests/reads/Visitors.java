package io.discounts.loadtests.reads;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who asks. A marketplace's customers come for a while, ask some times, and are back on another day, so at any time there is a
 * crowd of which each second some go and others come. One in five has never been there before; the others are regulars, of whom
 * each country has as many as its share of what is asked. Whoever asks is any of those who are about in the country that the
 * question is of. Safe for use by any thread.
 *
 * @param shares of all that is asked, by region
 * @param asked how often a second, by all together
 * @param regulars in all regions
 * @param nanos since some moment
 */
record Visitors(Map<String, Double> shares, double asked, long regulars, LongSupplier nanos) {
    /** The app is opened, some lists and stores are looked at, and it is closed or something is ordered. */
    static final Duration VISIT = Duration.ofMinutes(5);

    static final int ASKED_EACH = 6;
    static final int NEW_ONE_IN = 5;

    private static final Pattern REGION = Pattern.compile("\"region\":\"([A-Z]{2})\"");
    private static final Pattern CUSTOMER = Pattern.compile("\"id\":\"c-[0-9]+\"");
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    Visitors {
        shares = Map.copyOf(shares);
    }

    /** The share of each region, by requests' bodies. */
    static Map<String, Double> shares(List<String> bodies) {
        var shares = new HashMap<String, Double>();
        bodies.forEach(body -> shares.merge(region(body), 1.0 / bodies.size(), Double::sum));
        return shares;
    }

    /** How many of the regulars are of each region; they are called c-1, c-2 and so on. */
    static Map<String, Long> regulars(Map<String, Double> shares, long all) {
        var regulars = new HashMap<String, Long>();
        shares.forEach((region, share) -> regulars.put(region, Math.max(1, Math.round(share * (double) all))));
        return regulars;
    }

    /** A request's body as somebody sends it who is about now. */
    String ask(String body) {
        return CUSTOMER.matcher(body).replaceFirst(Matcher.quoteReplacement("\"id\":\"" + visitor(region(body)) + '"'));
    }

    private String visitor(String region) {
        var share = shares.getOrDefault(region, 0.0);
        var beginEachSecond = share * asked / ASKED_EACH;
        var now = nanos.getAsLong() * 1e-9;
        var visit = (long) Math.floor(
                (now + ThreadLocalRandom.current().nextDouble((double) VISIT.toSeconds())) * beginEachSecond);
        var mixed = visit * GOLDEN;
        mixed = ((mixed ^ (mixed >>> 29)) * GOLDEN) >>> 1;
        return mixed % NEW_ONE_IN == 0
                ? "n-" + visit
                : "c-" + (1 + (mixed / NEW_ONE_IN) % Math.max(1, Math.round(share * (double) regulars)));
    }

    private static String region(String body) {
        var matcher = REGION.matcher(body);
        if (!matcher.find()) {
            throw new IllegalArgumentException("a request of no region: " + body);
        }
        return matcher.group(1);
    }
}
