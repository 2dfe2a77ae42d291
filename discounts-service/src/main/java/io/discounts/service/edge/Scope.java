package io.discounts.service.edge;

/** What an access token may allow, and the paths that need it. */
enum Scope {
    READ("discounts:read", "/v1/discounts/**"),
    REDEEM("discounts:redeem", "/v1/redemptions/**"),
    OPS("discounts:ops", "/ops/**");

    private final String value;
    private final String paths;

    Scope(String value, String paths) {
        this.value = value;
        this.paths = paths;
    }

    /** As it stands in a token. */
    String value() {
        return value;
    }

    /** As Spring Security names it. */
    String authority() {
        return "SCOPE_" + value;
    }

    /** A path pattern: everything below it needs the scope. */
    String paths() {
        return paths;
    }
}
