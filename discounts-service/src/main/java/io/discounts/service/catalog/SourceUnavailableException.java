package io.discounts.service.catalog;

/** A value is not cached and could not be loaded in time. Carries no stack: it is an outage, not a bug. */
@SuppressWarnings("serial")
final class SourceUnavailableException extends RuntimeException {
    SourceUnavailableException() {
        super("not cached, and not to be had in time", null, false, false);
    }
}
