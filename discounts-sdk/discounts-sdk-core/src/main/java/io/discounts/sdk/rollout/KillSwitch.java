package io.discounts.sdk.rollout;

import io.discounts.sdk.Reason;
import io.discounts.sdk.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Sends everything local. Any of three hands can hold it on: the flag {@link FlagKeys#KILL_SWITCH}, whose last value stays
 * while its source is gone; {@link #turnOn} from code; and for the worst night the system property of the same name, which
 * every call reads. Each lets go for itself alone. Safe for use by many threads.
 */
public final class KillSwitch {
    private static final Logger LOG = LoggerFactory.getLogger(KillSwitch.class);
    private static final Route KILLED = new Route(Stage.LOCAL, Reason.KILL_SWITCH);
    private static final String UNSAID = "no reason given";

    private volatile boolean flagged;
    private volatile @Nullable String byHand;

    /** One that only code and the system property hold on; a rollout has its own, which its flag holds as well. */
    public KillSwitch() {}

    /** Whether anything holds it on. */
    public boolean isOn() {
        return byHand != null || flagged || Boolean.getBoolean(FlagKeys.KILL_SWITCH);
    }

    /** Who holds it on, and why; nobody while it is off. */
    public List<Hold> holds() {
        var holds = new ArrayList<Hold>();
        var why = byHand;
        if (why != null) {
            holds.add(new Hold(Hand.CODE, why));
        }
        if (flagged) {
            holds.add(new Hold(Hand.FLAG, "the flag " + FlagKeys.KILL_SWITCH));
        }
        if (Boolean.getBoolean(FlagKeys.KILL_SWITCH)) {
            holds.add(new Hold(Hand.PROPERTY, "the system property " + FlagKeys.KILL_SWITCH));
        }
        return List.copyOf(holds);
    }

    /** As {@link #turnOn(String)}, without a reason. */
    public void turnOn() {
        turnOn(UNSAID);
    }

    /**
     * Holds it on from code, whatever the flag says. Takes effect with the next call.
     *
     * @param why for those who read logs and reports; no ids of customers
     */
    public void turnOn(String why) {
        byHand = Objects.requireNonNull(why, "why");
        LOG.atWarn()
                .addKeyValue("why", why)
                .log("discounts: the kill switch was turned on by hand; everything is local");
    }

    /** As {@link #turnOff(String)}, without a reason. */
    public void turnOff() {
        turnOff(UNSAID);
    }

    /** Takes back {@link #turnOn}; the flag or the property may still hold it on. */
    public void turnOff(String why) {
        byHand = null;
        LOG.atWarn().addKeyValue("why", why).log("discounts: the kill switch was released by hand");
    }

    /** The routes, but all local while it is on. */
    public Routes over(Routes routes) {
        return (operation, key) -> isOn() ? KILLED : routes.route(operation, key);
    }

    void flagged(boolean on) {
        if (flagged != on) {
            flagged = on;
            LOG.atWarn().addKeyValue("on", on).log("discounts: the kill switch was flipped by its flag");
        }
    }

    /** Who can hold it on. */
    public enum Hand {
        /** The flag, through whatever provider. */
        FLAG,
        /** Code of the host, for its operators. */
        CODE,
        /** The JVM's system property. */
        PROPERTY
    }

    /** Somebody holds it on. */
    public record Hold(Hand hand, String why) {
        public Hold {
            Objects.requireNonNull(hand, "hand");
            Objects.requireNonNull(why, "why");
        }
    }
}
