package io.discounts.service.discount;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WrittenStoresTest {
    /** A few sets in a hundred are left to others, for one of their ids might stand there twice. */
    @Property(tries = 300)
    void areTheSetThatIsWritten(@ForAll("ids") Set<StoreId> ids) {
        var written = read(json(ids));

        if (written == null) {
            assertThat(ids).hasSizeGreaterThan(1);
        } else {
            assertThat(written).containsExactlyElementsOf(ids).isEqualTo(OrderedSet.copyOf(ids));
            assertThat(OrderedSet.copyOf(ids)).isEqualTo(written).hasSameHashCodeAs(written);
            assertThat(written.length()).isEqualTo(json(ids).length() - 2);
        }
    }

    @Property(tries = 300)
    void nameTheirStoresAndNoOther(@ForAll("ids") Set<StoreId> ids, @ForAll("id") StoreId any) {
        var written = read(json(ids));

        if (written != null) {
            var named = new StoreSet(written, Set.of(), Set.of(), Set.of());
            assertThat(ids).allMatch(id -> named.isNamedBy(ScopeKey.store(id))).allMatch(written::contains);
            assertThat(named.isNamedBy(ScopeKey.store(any))).isEqualTo(ids.contains(any));
            assertThat(named.isNamedBy(ScopeKey.brand(any.value()))).isFalse();
        }
    }

    @Test
    void nameNoStoreByAPartOfAnId() {
        var named = new StoreSet(readPlain("[\"es-12\",\"es-3\"]"), Set.of(), Set.of(), Set.of());

        assertThat(List.of("es-12", "es-3")).allMatch(id -> named.isNamedBy(ScopeKey.store(new StoreId(id))));
        assertThat(List.of("es-1", "s-12", "es-123", "2", "es-2"))
                .noneMatch(id -> named.isNamedBy(ScopeKey.store(new StoreId(id))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"a\",\"a\"]",
                "[\"b\",\"a\",\"b\"]",
                "[]",
                "[\"\"]",
                "[\"a\",]",
                "[\"a\",",
                "[\"a",
                "[\"",
                "[a]",
                "[\"a b\"]",
                "[\"a\\\"\"]",
                "[\"\u00e9\"]",
                "[ \"a\"]",
                "[\"a\", \"b\"]",
                "[1]"
            })
    void leaveToOthersWhatIsMoreThanAListOfIds(String list) {
        assertThat(read(list)).isNull();
    }

    @Test
    void leaveToOthersWhatIsTooLongForAnId() {
        assertThat(read("[\"" + "a".repeat(64) + "\"]")).hasSize(1);
        assertThat(read("[\"" + "a".repeat(65) + "\"]")).isNull();
    }

    @Test
    void endWithTheirLast() {
        var ids = readPlain("[\"a\"]").iterator();
        ids.next();

        assertThat(ids).isExhausted();
        assertThatThrownBy(ids::next).isInstanceOf(NoSuchElementException.class);
    }

    @Provide
    Arbitrary<StoreId> id() {
        return Arbitraries.oneOf(
                        Arbitraries.integers().between(1, 40).map(number -> "es-" + number),
                        Arbitraries.strings()
                                .withChars("aB9._~-")
                                .ofMinLength(1)
                                .ofMaxLength(20))
                .map(StoreId::new);
    }

    @Provide
    Arbitrary<Set<StoreId>> ids() {
        return id().list().ofMinSize(1).ofMaxSize(12).map(LinkedHashSet::new);
    }

    private static String json(Set<StoreId> ids) {
        return ids.stream().map(id -> '"' + id.value() + '"').collect(Collectors.joining(",", "[", "]"));
    }

    private static WrittenStores readPlain(String list) {
        return Objects.requireNonNull(read(list));
    }

    private static @Nullable WrittenStores read(String list) {
        return WrittenStores.read(list.getBytes(StandardCharsets.UTF_8), 1);
    }
}
