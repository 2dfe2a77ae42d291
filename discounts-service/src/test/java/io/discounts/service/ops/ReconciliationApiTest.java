package io.discounts.service.ops;

import io.discounts.service.ServiceClient;
import io.discounts.service.ServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What the instance has found when it last looked; other tests leave differences behind on purpose. */
@ServiceTest
class ReconciliationApiTest {
    @Autowired
    private ServiceClient service;

    @Test
    void tellsWhetherAllAgreesSoonAfterTheStart() {
        await().until(() -> service.get("/ops/reconciliation").statusCode() == 200);

        var report = report();

        assertThat(report.get("checkedAt").isString()).isTrue();
        assertThat(report.at("/looked/redemptions").isIntegralNumber()).isTrue();
        assertThat(report.get("clean").booleanValue())
                .isEqualTo(report.get("differences").isEmpty());
    }

    private JsonNode report() {
        return new JsonMapper().readTree(service.get("/ops/reconciliation").body());
    }
}
