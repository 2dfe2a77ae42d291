package io.discounts.service.eligibility.web;

import org.jspecify.annotations.Nullable;

/** A place in a request body, put into words as a JSON pointer (RFC 6901) only where something is wrong with it. */
record Pointer(@Nullable Pointer parent, String field, int index) {
    static Pointer to(String field) {
        return new Pointer(null, field, -1);
    }

    Pointer at(String inner) {
        return new Pointer(this, inner, -1);
    }

    Pointer at(int element) {
        return new Pointer(this, "", element);
    }

    /** The pointer; the names of fields have nothing to escape. */
    @Override
    public String toString() {
        var here = '/' + (index < 0 ? field : Integer.toString(index));
        return parent == null ? here : parent + here;
    }
}
