package io.discounts.service.discount.json;

import io.discounts.service.discount.Discount;
import io.discounts.service.discount.OrderedSet;
import io.discounts.service.discount.Rule;
import io.discounts.service.discount.Scope;
import io.discounts.service.discount.Validity;
import io.discounts.service.discount.WrittenStores;
import io.discounts.service.discount.fixtures.ArbitraryDiscounts;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static io.discounts.service.discount.fixtures.DiscountFixtures.stores;
import static org.assertj.core.api.Assertions.assertThat;

/** Held against the reader of any JSON, which is slow and right. */
class CanonicalDiscountTest {
    private static final long SIMPLE_NUMBER = 1_000_000_000_000_000_000L;
    private static final byte[] TELLING = "\"\\{}[],:.-019aeuZ\u00e9\u0000\u007f".getBytes(StandardCharsets.UTF_8);

    /** One byte is another, or a part is missing or there twice. */
    private record Damage(int kind, int from, int length, byte put) {
        byte[] on(byte[] bytes) {
            int start = from % bytes.length;
            int end = Math.min(bytes.length, start + length);
            return switch (kind) {
                case 0 -> joined(Arrays.copyOf(bytes, start), Arrays.copyOfRange(bytes, end, bytes.length));
                case 1 -> joined(Arrays.copyOf(bytes, end), Arrays.copyOfRange(bytes, start, bytes.length));
                case 2 -> Arrays.copyOf(bytes, start);
                default -> replaced(bytes, start);
            };
        }

        private byte[] replaced(byte[] bytes, int at) {
            var replaced = bytes.clone();
            replaced[at] = put;
            return replaced;
        }

        private static byte[] joined(byte[] one, byte[] other) {
            var joined = Arrays.copyOf(one, one.length + other.length);
            System.arraycopy(other, 0, joined, one.length, other.length);
            return joined;
        }
    }

    @Property(tries = 400)
    void readsAndTellsWhatIsWrittenLikeTheOtherReader(@ForAll("discounts") Discount discount) {
        var canonical = DiscountJson.write(discount);

        var read = CanonicalDiscount.read(canonical);

        if (isSimple(discount, canonical)) {
            assertThat(read).isNotNull();
        }
        if (read != null) {
            assertThat(read.discount()).isEqualTo(discount);
            assertThat(told(read.fragment(), discount)).isEqualTo(told(DiscountFragment.of(discount), discount));
        }
    }

    /** But for those that name customers, whom no other discount names. */
    @Test
    void makesOneObjectOfRulesThatSayTheSame() {
        var rules = List.<Rule>of(
                new Rule.Segment(Set.of("vip"), Set.of("staff")),
                new Rule.PaymentMethod(Set.of("card")),
                new Rule.Customer(Set.of("c-1")));

        var one = read("p:1", rules);
        var other = read("p:2", rules);

        assertThat(one).isEqualTo(rules).isEqualTo(other);
        assertThat(one.get(0)).isSameAs(other.get(0));
        assertThat(one.get(1)).isSameAs(other.get(1));
        assertThat(one.get(2)).isNotSameAs(other.get(2));
    }

    /** Those that are excepted are looked up for each store that is asked for. */
    @Test
    void leavesStoresThatAreNamedAsTheyAreWritten() {
        var scope = new Scope(false, stores("s-1", "s-2").named(), stores("s-3").named());
        var written = DiscountJson.write(aDiscount().scope(scope).build());

        var read = Objects.requireNonNull(CanonicalDiscount.read(written))
                .discount()
                .scope();

        assertThat(read).isEqualTo(scope);
        assertThat(read.named().stores()).isInstanceOf(WrittenStores.class);
        assertThat(read.except().stores()).isInstanceOf(OrderedSet.class);
    }

    private static List<Rule> read(String id, List<Rule> rules) {
        var written = DiscountJson.write(
                aDiscount().id(id).rules(rules.toArray(Rule[]::new)).build());
        return Objects.requireNonNull(CanonicalDiscount.read(written))
                .discount()
                .rules();
    }

    /** What it knows the other reads as the same; it may leave to the other whatever it likes. */
    @Property(tries = 2_000)
    void neverKnowsMoreThanTheOtherReader(@ForAll("discounts") Discount discount, @ForAll("damages") Damage damage) {
        var bytes = damage.on(DiscountJson.write(discount));

        var read = CanonicalDiscount.read(bytes);

        if (read != null) {
            var other = DiscountJson.readAny(bytes);
            assertThat(read.discount()).isEqualTo(other);
            assertThat(told(read.fragment(), other)).isEqualTo(told(DiscountFragment.of(other), other));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2 for 1, \"today\"", "\\o/", "menú del día", "до конца недели", "🍕", "20 % off – sólo hoy"})
    void readsLabelsOfAnyLanguage(String label) {
        var discount = aDiscount().label(label).build();

        var read = Objects.requireNonNull(CanonicalDiscount.read(DiscountJson.write(discount)));

        assertThat(read.discount()).isEqualTo(discount);
        assertThat(told(read.fragment(), discount)).isEqualTo(told(DiscountFragment.of(discount), discount));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "version":1    | "version":01
                    "version":1    | "version":1.0
                    "version":1    | "version":9223372036854775807
                    "percent":20   | "percent":20.0
                    "percent":20   | "percent":101
                    "percent":20   | "percent":2e1
                    "label":"Off"  | "label":"O\\u0066f"
                    "label":"Off"  | "label":"O\\/f"
                    "label":"Off"  | "label":" "
                    "label":"Off"  | "label":null
                    "region":"ES"  | "region":"ZZ"
                    "currency":"EUR" | "currency":"ZZZ"
                    ,"scope"       | ,"target":{"type":"items"},"scope"
                    ,"scope"       | ,"other":1,"scope"
                    00:00:00Z      | 00:00:00.5Z
                    2026-11-01     | 2026-02-30
                    {"everywhere":true} | {"stores":["s-1","s-1"]}
                    {"everywhere":true} | {"everywhere":false}
                    00:00:00Z"}    | 00:00:00Z"}}
                    """)
    void leavesToTheOtherWhatItWouldNotWriteSo(String written, String instead) {
        var canonical = text(DiscountJson.write(aDiscount().label("Off").build()));
        assertThat(canonical).contains(written);

        assertThat(CanonicalDiscount.read(bytes(canonical.replace(written, instead))))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "[]", "null", "not JSON", "{\"provider\":\"p"})
    void leavesToTheOtherWhatIsNoDiscount(String json) {
        assertThat(CanonicalDiscount.read(bytes(json))).isNull();
    }

    @Provide
    Arbitrary<Discount> discounts() {
        return Combinators.combine(ArbitraryDiscounts.discounts(), Arbitraries.of(true, true, false))
                .as((discount, whole) -> whole ? inWholeSeconds(discount) : discount);
    }

    @Provide
    Arbitrary<Damage> damages() {
        var bytes = Arbitraries.integers().between(0, TELLING.length - 1).map(at -> TELLING[at]);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.integers().between(0, 2_000),
                        Arbitraries.integers().between(1, 30),
                        bytes)
                .as(Damage::new);
    }

    private static boolean isSimple(Discount discount, byte[] canonical) {
        var limits = discount.limits();
        var until = discount.validity().until();
        return discount.version() < SIMPLE_NUMBER
                && (limits.total() == null || limits.total() < SIMPLE_NUMBER)
                && (limits.perCustomer() == null || limits.perCustomer() < SIMPLE_NUMBER)
                && discount.stacking().priority() != Integer.MIN_VALUE
                && isWholeSecond(discount.validity().from())
                && (until == null || isWholeSecond(until))
                && text(canonical).indexOf('\uFFFD') < 0;
    }

    private static Discount inWholeSeconds(Discount discount) {
        var until = discount.validity().until();
        var validity = new Validity(wholeSecond(discount.validity().from()), until == null ? null : wholeSecond(until));
        return new Discount(
                discount.id(),
                discount.region(),
                discount.version(),
                discount.label(),
                discount.currency(),
                discount.effect(),
                discount.target(),
                discount.scope(),
                discount.rules(),
                validity,
                discount.stacking(),
                discount.limits(),
                discount.funding());
    }

    private static boolean isWholeSecond(Instant instant) {
        return wholeSecond(instant).equals(instant);
    }

    private static Instant wholeSecond(Instant instant) {
        return Instant.ofEpochSecond(instant.getEpochSecond());
    }

    /** All that a fragment can tell. */
    private static String told(DiscountFragment fragment, Discount discount) {
        var out = new ByteArrayOutputStream();
        var all = new BitSet();
        all.set(0, discount.rules().size());
        try {
            fragment.writeId(out);
            fragment.writeTo(out, all);
            fragment.writeTo(out, new BitSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
