package io.discounts.sdk.shadow;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Walks through two nodes at once and tells every place at which they differ. What one side lacks is told as a whole. */
final class Differences {
    /** Of a value that is told; what is longer is cut. */
    static final int MAX_LENGTH = 200;

    private final ComparisonOptions options;
    private final Consumer<Mismatch> found;

    private Differences(ComparisonOptions options, Consumer<Mismatch> found) {
        this.options = options;
        this.found = found;
    }

    static void between(Node control, Node candidate, ComparisonOptions options, Consumer<Mismatch> found) {
        new Differences(options, found).compare(Place.ROOT, control, candidate);
    }

    private void compare(Place place, Node control, Node candidate) {
        if (control instanceof Node.Leaf one && candidate instanceof Node.Leaf other) {
            values(place, one, other);
        } else if (control instanceof Node.Fields one && candidate instanceof Node.Fields other) {
            fields(place, one.byName(), other.byName());
        } else if (control instanceof Node.Keyed one && candidate instanceof Node.Keyed other) {
            elements(place, normalised(place, one), normalised(place, other));
        } else if (control instanceof Node.Items one && candidate instanceof Node.Items other) {
            items(place, one.all(), other.all());
        } else if (!control.isEmpty() || !candidate.isEmpty()) {
            tell(MismatchKind.VALUE, place, control, candidate);
        }
    }

    private void values(Place place, Node.Leaf control, Node.Leaf candidate) {
        var normaliser = options.normaliser(place);
        if (!normaliser.apply(control.text()).equals(normaliser.apply(candidate.text()))) {
            tell(MismatchKind.VALUE, place, control, candidate);
        }
    }

    private void fields(Place place, Map<String, Node> control, Map<String, Node> candidate) {
        for (var name : both(control, candidate)) {
            var one = control.get(name);
            var other = candidate.get(name);
            // Saying nothing and saying that there is nothing are the same.
            if ((one != null && !one.isEmpty()) || (other != null && !other.isEmpty())) {
                child(place.property(name), one, other);
            }
        }
    }

    private void elements(Place place, Node.Keyed control, Node.Keyed candidate) {
        for (var id : both(control.byId(), candidate.byId())) {
            child(place.element(id), control.byId().get(id), candidate.byId().get(id));
        }
        if (control.ordered() && options.isOrdered(place)) {
            order(place, control.byId().keySet(), candidate.byId().keySet());
        }
    }

    private void order(Place place, Set<String> control, Set<String> candidate) {
        var one = common(control, candidate);
        var other = common(candidate, control);
        if (!one.equals(other)) {
            found.accept(mismatch(MismatchKind.ORDER, place, one.toString(), other.toString()));
        }
    }

    private void items(Place place, List<Node> control, List<Node> candidate) {
        for (var i = 0; i < Math.max(control.size(), candidate.size()); i++) {
            child(
                    place.item(i),
                    i < control.size() ? control.get(i) : null,
                    i < candidate.size() ? candidate.get(i) : null);
        }
    }

    private void child(Place place, @Nullable Node control, @Nullable Node candidate) {
        if (options.ignores(place)) {
            return;
        }
        if (control == null || candidate == null) {
            tell(candidate == null ? MismatchKind.MISSING : MismatchKind.EXTRA, place, control, candidate);
        } else {
            compare(place, control, candidate);
        }
    }

    /** Texts in a list are their own ids. */
    private Node.Keyed normalised(Place place, Node.Keyed keyed) {
        var of = place.element("");
        if (!options.normalises(of)) {
            return keyed;
        }
        var normaliser = options.normaliser(of);
        var byId = new LinkedHashMap<String, Node>();
        keyed.byId()
                .forEach((id, element) -> byId.put(element instanceof Node.Leaf ? normaliser.apply(id) : id, element));
        return new Node.Keyed(byId, keyed.ordered());
    }

    private void tell(MismatchKind kind, Place place, @Nullable Node control, @Nullable Node candidate) {
        found.accept(mismatch(
                kind,
                place,
                control == null ? null : control.rendered(),
                candidate == null ? null : candidate.rendered()));
    }

    private static Mismatch mismatch(
            MismatchKind kind, Place place, @Nullable String control, @Nullable String candidate) {
        return new Mismatch(kind, place.field(), place.pointer(), cut(control), cut(candidate));
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null || text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH - 1) + "…";
    }

    private static Set<String> both(Map<String, Node> control, Map<String, Node> candidate) {
        var both = new LinkedHashSet<>(control.keySet());
        both.addAll(candidate.keySet());
        return both;
    }

    private static List<String> common(Set<String> ids, Set<String> others) {
        var common = new ArrayList<>(ids);
        common.retainAll(others);
        return common;
    }
}
