package io.discounts.sdk.rollout;

import io.discounts.sdk.Reason;
import io.discounts.sdk.Stage;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StagingTest {
    private static final StickyBucket BUCKET = new StickyBucket("discounts");

    @ParameterizedTest
    @CsvSource({
        "LOCAL, LOCAL, 100000, CUSTOMER",
        "remote_only, REMOTE_ONLY, 100000, CUSTOMER",
        "VERIFY 10%, VERIFY, 10000, CUSTOMER",
        "VERIFY 0%, VERIFY, 0, CUSTOMER",
        "REMOTE 100 %, REMOTE, 100000, CUSTOMER",
        "'  verify 2.5% of stores ', VERIFY, 2500, STORE",
        "SHADOW 0.001% of cities, SHADOW, 1, CITY",
        "REMOTE 007% of customers, REMOTE, 7000, CUSTOMER"
    })
    void isReadFromWordsInWhateverCase(String words, Stage stage, int share, RolloutBy by) {
        assertThat(Staging.parse(words)).contains(new Staging(stage, share, by));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "NOWHERE",
                "VERIFY 10",
                "VERIFY10%",
                "VERIFY -1%",
                "VERIFY 101%",
                "VERIFY 100.001%",
                "VERIFY 1.2345%",
                "VERIFY 1e1%",
                "VERIFY 10% of planets",
                "VERIFY 10% of",
                "VERIFY of customers",
                "10% VERIFY",
                "VERIFY 10% of customers and more"
            })
    void isNotGuessedFromOtherWords(String words) {
        assertThat(Staging.parse(words)).isEmpty();
    }

    @Property
    void readsTheWordsItSays(
            @ForAll Stage stage, @ForAll @IntRange(max = Staging.ALL - 1) int share, @ForAll RolloutBy by) {
        var staging = new Staging(stage, share, by);

        assertThat(Staging.parse(staging.toString())).contains(staging);
    }

    @Test
    void sendsTheShareToTheStageAndTheRestToTheOneBelow() {
        var half = new Staging(Stage.VERIFY, Staging.ALL / 2, RolloutBy.CUSTOMER);
        var in = keyInBucketsBelow(Staging.ALL / 2, true);
        var out = keyInBucketsBelow(Staging.ALL / 2, false);

        assertThat(half.route(customer(in), BUCKET)).isEqualTo(new Route(Stage.VERIFY, Reason.STAGE));
        assertThat(half.route(customer(out), BUCKET)).isEqualTo(new Route(Stage.SHADOW, Reason.NOT_IN_ROLLOUT));
    }

    @Test
    void goesByNothingWhenAllAreIn() {
        assertThat(Staging.all(Stage.REMOTE).route(new RouteKey(null, null, null, null), BUCKET))
                .isEqualTo(new Route(Stage.REMOTE, Reason.STAGE));
    }

    @ParameterizedTest
    @CsvSource({"CUSTOMER, c, , ", "STORE, , s, ", "CITY, , , m"})
    void goesByOneKeyAndByNoOther(RolloutBy by, String customer, String store, String city) {
        var almostAll = new Staging(Stage.REMOTE, Staging.ALL - 1, by);
        var itsOwn = new RouteKey("ES", customer, store, city);
        var theOthers = new RouteKey(
                "ES", customer == null ? "c" : null, store == null ? "s" : null, city == null ? "m" : null);

        assertThat(almostAll.route(itsOwn, BUCKET).reason()).isEqualTo(Reason.STAGE);
        assertThat(almostAll.route(theOthers, BUCKET)).isEqualTo(new Route(Stage.VERIFY, Reason.NOT_IN_ROLLOUT));
    }

    @Property
    void neverTakesBackWhomItTookInWhenItIsWidened(
            @ForAll String customer,
            @ForAll Stage stage,
            @ForAll @IntRange(max = Staging.ALL) int one,
            @ForAll @IntRange(max = Staging.ALL) int other) {
        var before = new Staging(stage, Math.min(one, other), RolloutBy.CUSTOMER).route(customer(customer), BUCKET);
        var after = new Staging(stage, Math.max(one, other), RolloutBy.CUSTOMER).route(customer(customer), BUCKET);

        assertThat(after.stage()).isGreaterThanOrEqualTo(before.stage());
    }

    @Test
    void isNoMoreThanAllAndNoLessThanNothing() {
        assertThatThrownBy(() -> new Staging(Stage.VERIFY, Staging.ALL + 1, RolloutBy.STORE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Staging(Stage.VERIFY, -1, RolloutBy.STORE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static RouteKey customer(String id) {
        return new RouteKey("ES", id, null, null);
    }

    private static String keyInBucketsBelow(int bound, boolean below) {
        var number = 0;
        while (BUCKET.of("c-" + number) < bound != below) {
            number++;
        }
        return "c-" + number;
    }
}
