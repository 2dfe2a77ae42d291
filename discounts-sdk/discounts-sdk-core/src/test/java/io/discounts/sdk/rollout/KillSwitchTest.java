package io.discounts.sdk.rollout;

import io.discounts.sdk.Operation;
import io.discounts.sdk.Reason;
import io.discounts.sdk.Stage;
import io.discounts.sdk.rollout.KillSwitch.Hand;
import io.discounts.sdk.rollout.KillSwitch.Hold;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KillSwitchTest {
    private final KillSwitch killSwitch = new KillSwitch();

    @AfterEach
    void release() {
        System.clearProperty(FlagKeys.KILL_SWITCH);
    }

    @Test
    void isHeldByNobodyAtFirst() {
        assertThat(killSwitch.isOn()).isFalse();
        assertThat(killSwitch.holds()).isEmpty();
    }

    @Test
    void namesEveryHandThatHoldsIt() {
        killSwitch.flagged(true);
        killSwitch.turnOn("prices are wrong");
        System.setProperty(FlagKeys.KILL_SWITCH, "true");

        assertThat(killSwitch.holds()).extracting(Hold::hand).containsExactly(Hand.CODE, Hand.FLAG, Hand.PROPERTY);
        assertThat(killSwitch.holds()).contains(new Hold(Hand.CODE, "prices are wrong"));
    }

    @Test
    void isOnUntilTheLastHandLetsGo() {
        killSwitch.flagged(true);
        killSwitch.turnOn("prices are wrong");

        killSwitch.turnOff("repaired");
        assertThat(killSwitch.isOn()).isTrue();
        killSwitch.flagged(false);

        assertThat(killSwitch.isOn()).isFalse();
    }

    @Test
    void outranksAnyRoute() {
        var routes = killSwitch.over((operation, key) -> new Route(Stage.REMOTE_ONLY, Reason.STAGE));
        var key = new RouteKey("ES", "c-1", "s-1", null);
        assertThat(routes.route(Operation.SEARCH, key).stage()).isEqualTo(Stage.REMOTE_ONLY);

        killSwitch.turnOn();

        assertThat(routes.route(Operation.SEARCH, key)).isEqualTo(new Route(Stage.LOCAL, Reason.KILL_SWITCH));
    }
}
