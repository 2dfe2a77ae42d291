package io.discounts.sdk.rollout;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends everything local. Any of three hands can hold it on: the flag {@link FlagKeys#KILL_SWITCH}, whose last value stays
 * while its source is gone; {@link #turnOn} from code; and for the worst night the system property of the same name, which
 * every call reads. Safe for use by many threads.
 */
public final class KillSwitch {
    private static final Logger LOG = LoggerFactory.getLogger(KillSwitch.class);

    private volatile boolean flagged;
    private volatile boolean byHand;

    KillSwitch() {}

    /** Whether anything holds it on. */
    public boolean isOn() {
        return byHand || flagged || Boolean.getBoolean(FlagKeys.KILL_SWITCH);
    }

    /** Holds it on from code, whatever the flag says. */
    public void turnOn() {
        byHand = true;
        LOG.warn("discounts: the kill switch was turned on by hand; everything is local");
    }

    /** Takes back {@link #turnOn}; the flag or the property may still hold it on. */
    public void turnOff() {
        byHand = false;
        LOG.warn("discounts: the kill switch was released by hand");
    }

    void flagged(boolean on) {
        if (flagged != on) {
            flagged = on;
            LOG.atWarn().addKeyValue("on", on).log("discounts: the kill switch was flipped by its flag");
        }
    }
}
