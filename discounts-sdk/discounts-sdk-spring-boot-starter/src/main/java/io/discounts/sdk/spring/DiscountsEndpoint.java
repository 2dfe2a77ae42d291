package io.discounts.sdk.spring;

import io.discounts.sdk.DiscountsClient;
import io.discounts.sdk.rollout.KillSwitch;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;

import java.util.List;

/**
 * {@code GET} shows what the client of this process has learnt, as JSON or as a page; {@code POST} with {@code {"on": true,
 * "why": "…"}} holds its kill switch on, or with {@code false} lets it go. With {@code
 * management.endpoint.discounts.access=read-only} there is no {@code POST}.
 */
@WebEndpoint(id = "discounts")
final class DiscountsEndpoint {
    private final DiscountsClient client;

    DiscountsEndpoint(DiscountsClient client) {
        this.client = client;
    }

    @ReadOperation(producesFrom = ReportFormat.class)
    WebEndpointResponse<String> report(ReportFormat format) {
        return new WebEndpointResponse<>(format.of(client.report()), format);
    }

    /** Letting go does not turn it off while its flag or the system property holds it on: the answer says who does. */
    @WriteOperation
    Held killSwitch(boolean on, String why) {
        if (why.isBlank()) {
            throw new InvalidEndpointRequestException("a reason is required", "say why: it is in logs and reports");
        }
        var killSwitch = client.killSwitch();
        if (on) {
            killSwitch.turnOn(why);
        } else {
            killSwitch.turnOff(why);
        }
        return new Held(killSwitch.isOn(), killSwitch.holds());
    }

    /** Whether the kill switch is on, and who holds it on. */
    record Held(boolean on, List<KillSwitch.Hold> holds) {}
}
