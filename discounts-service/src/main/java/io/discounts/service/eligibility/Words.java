package io.discounts.service.eligibility;

/** Where something is put into words for people, part by part. */
public interface Words {
    /** Words of our own: ASCII without quotes, backslashes and control characters. */
    Words plain(String words);

    /** A name of somebody else's making. */
    Words name(String name);

    Words number(long number);

    /** Writes into a text. */
    static Words in(StringBuilder text) {
        return new Words() {
            @Override
            public Words plain(String words) {
                text.append(words);
                return this;
            }

            @Override
            public Words name(String name) {
                text.append(name);
                return this;
            }

            @Override
            public Words number(long number) {
                text.append(number);
                return this;
            }
        };
    }
}
