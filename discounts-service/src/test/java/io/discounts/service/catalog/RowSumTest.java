package io.discounts.service.catalog;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

class RowSumTest {
    @Test
    void isThatOfEveryOtherMachine() {
        var sum = new RowSum();
        sum.row("discount")
                .text("ES")
                .text("p")
                .text("1")
                .number(3)
                .bytes(utf8("{}"))
                .add();
        sum.row("discount").text("ES").text("p").text("2").number(7).bytes(null).add();

        assertThat(sum.part()).isEqualTo(new CatalogChecksum.Part(2, "d7f2deac553ad178780a0ce2a94117eb"));
    }

    @Test
    void isZeroOfNothing() {
        assertThat(new RowSum().part()).isEqualTo(new CatalogChecksum.Part(0, "0".repeat(32)));
    }

    @Property(tries = 200)
    void doesNotDependOnTheOrderOfRows(@ForAll List<String> rows, @ForAll Random random) {
        var shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);

        assertThat(sumOf(shuffled)).isEqualTo(sumOf(rows));
    }

    @Property(tries = 200)
    void countsARowAsOftenAsItIsThere(@ForAll List<String> rows, @ForAll String doubled) {
        var once = new ArrayList<>(rows);
        once.add(doubled);
        var twice = new ArrayList<>(once);
        twice.add(doubled);

        assertThat(sumOf(twice)).isNotEqualTo(sumOf(once)).isNotEqualTo(sumOf(rows));
    }

    @Property(tries = 200)
    void tellsRowsApart(@ForAll List<String> rows, @ForAll String one, @ForAll String other) {
        Assume.that(!Arrays.equals(utf8(one), utf8(other)));
        var with = new ArrayList<>(rows);
        with.add(one);
        var without = new ArrayList<>(rows);
        without.add(other);

        assertThat(sumOf(with).hex()).isNotEqualTo(sumOf(without).hex());
    }

    @Property(tries = 200)
    void addsUpToTheTotalOfItsParts(@ForAll List<String> some, @ForAll List<String> others) {
        var all = new ArrayList<>(some);
        all.addAll(others);

        assertThat(RowSum.total(sumOf(some).hex(), sumOf(others).hex()))
                .isEqualTo(sumOf(all).hex());
    }

    @Test
    void seesWhereOneFieldEndsAndTheNextBegins() {
        assertThat(sumOfFields("ab", "c")).isNotEqualTo(sumOfFields("a", "bc"));
    }

    @Test
    void tellsNothingFromAnEmptyText() {
        assertThat(sumOfFields("a", null)).isNotEqualTo(sumOfFields("a", ""));
    }

    @Test
    void tellsTablesApart() {
        var discounts = new RowSum();
        discounts.row("discount").text("a").add();
        var stores = new RowSum();
        stores.row("store").text("a").add();

        assertThat(discounts.part()).isNotEqualTo(stores.part());
    }

    private static CatalogChecksum.Part sumOf(List<String> rows) {
        var sum = new RowSum();
        rows.forEach(row -> sum.row("row").text(row).add());
        return sum.part();
    }

    private static CatalogChecksum.Part sumOfFields(String first, @Nullable String second) {
        var sum = new RowSum();
        sum.row("row").text(first).text(second).add();
        return sum.part();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
