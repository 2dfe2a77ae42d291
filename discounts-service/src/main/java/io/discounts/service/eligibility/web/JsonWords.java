package io.discounts.service.eligibility.web;

import io.discounts.service.edge.JsonBytes;
import io.discounts.service.eligibility.Words;

/** Puts things into the words of a JSON text that has been begun. */
record JsonWords(JsonBytes json) implements Words {
    @Override
    public Words plain(String words) {
        json.plain(words);
        return this;
    }

    @Override
    public Words name(String name) {
        json.text(name);
        return this;
    }

    @Override
    public Words number(long number) {
        json.number(number);
        return this;
    }
}
