package io.discounts.service.edge;

/** Who may call the service. */
enum SecurityMode {
    /** Callers show a JWT with the scope of what they ask for. */
    JWT,
    /** Everybody may do everything; refused unless bound to loopback. For development alone. */
    OPEN
}
