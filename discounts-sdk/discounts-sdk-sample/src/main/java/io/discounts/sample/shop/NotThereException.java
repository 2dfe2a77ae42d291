package io.discounts.sample.shop;

/** Something was named that the shop does not have. */
final class NotThereException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotThereException(String what, String id) {
        super("there is no %s '%s'".formatted(what, id));
    }
}
