package io.discounts.loadtests.data;

import io.discounts.service.discount.DiscountChange;
import io.discounts.service.discount.json.DiscountJson;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Tells data from others by what they hold rather than by what was asked for: all stores, and some of each provider's subjects
 * from first to last. Whoever changes the generator need not remember to say so.
 */
final class Fingerprint {
    private static final int SAMPLE = 500;

    private final MessageDigest digest = sha256();

    private Fingerprint() {}

    static String of(Dataset data) {
        var print = new Fingerprint();
        data.marketplace().markets().forEach(market -> print.add(market.stores().toString()));
        data.subjects().forEach(print::add);
        return HexFormat.of().formatHex(print.digest.digest());
    }

    private void add(Subjects some) {
        add(some.provider().name() + " " + some.count());
        for (long i = 0; i < SAMPLE && some.count() > 0; i++) {
            var number = i * (some.count() - 1) / (SAMPLE - 1);
            some.subject(number).newest().changes().forEach(this::add);
        }
    }

    private void add(DiscountChange change) {
        add(change.region() + " " + change.id() + " " + change.version());
        if (change instanceof DiscountChange.Published published) {
            digest.update(DiscountJson.write(published.discount()));
        }
    }

    private void add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has it", e);
        }
    }
}
