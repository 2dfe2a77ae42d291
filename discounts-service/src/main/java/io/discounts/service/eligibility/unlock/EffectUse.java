package io.discounts.service.eligibility.unlock;

/** What the effect makes of an item, the more welcome the later. */
enum EffectUse {
    /** It may be unlocked, though enough others are: the cheapest come first, so it may take the place of a dear one. */
    UNLOCKED,
    NONE,
    /** The effect acts on it. */
    TARGET,
    /** It unlocks others. */
    TRIGGER;

    boolean isHarmless() {
        return this != UNLOCKED;
    }
}
