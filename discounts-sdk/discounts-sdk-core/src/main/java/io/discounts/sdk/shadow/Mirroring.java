package io.discounts.sdk.shadow;

import io.discounts.sdk.internal.MirroredCall;

/** What a mirrored call needs of the shadow. */
interface Mirroring {
    Asker asker();

    Comparer comparer();

    Rechecks rechecks();

    Results results();

    int confirmations();

    /** Whether the control is to be compared with itself this time. */
    boolean isNoiseSample();

    /** In nanoseconds. */
    long now();

    boolean isTooOld(long since);

    void tooOld(MirroredCall<?> call);
}
