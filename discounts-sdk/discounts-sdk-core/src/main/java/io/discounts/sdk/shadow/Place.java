package io.discounts.sdk.shadow;

import java.util.Set;

/**
 * A place in an answer.
 *
 * @param field with its keys left out
 * @param pointer with them
 */
record Place(String field, String pointer) {
    static final Place ROOT = new Place("", "");

    Place property(String name) {
        return new Place(field + "/" + escaped(name), pointer + "/" + escaped(name));
    }

    Place element(String id) {
        return new Place(field + "/{id}", pointer + "/" + escaped(id));
    }

    Place item(int index) {
        return new Place(field + "/{n}", pointer + "/" + index);
    }

    boolean isIn(Set<String> places) {
        return places.contains(field) || places.contains(pointer);
    }

    /** RFC 6901, section 3. */
    private static String escaped(String token) {
        return token.replace("~", "~0").replace("/", "~1");
    }
}
