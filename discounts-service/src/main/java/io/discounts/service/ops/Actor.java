package io.discounts.service.ops;

import org.jspecify.annotations.Nullable;

import java.security.Principal;

/** Who does something, for the audit. */
record Actor(String name) {
    /** Whom open mode lets in. */
    static final Actor ANONYMOUS = new Actor("anonymous");

    /** The subject of the caller's token. */
    static Actor of(@Nullable Principal caller) {
        var name = caller == null ? null : caller.getName();
        return name == null || name.isBlank() ? ANONYMOUS : new Actor(name);
    }
}
