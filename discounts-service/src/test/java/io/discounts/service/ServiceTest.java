package io.discounts.service;

import io.discounts.service.devservers.DevServers;
import io.discounts.service.ingestion.kinesis.FastSchedulerConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The whole service on real servers. All tests that carry this share one context, so each uses stores and discounts of its
 * own. The freshness bound is short, for outages are waited out; loads, redemptions and Redis may take long, for the machine
 * may be busy elsewhere.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = DiscountsServiceApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "discounts.security.mode=open",
            "server.address=127.0.0.1",
            "management.server.port=0",
            "management.endpoints.web.exposure.include=health,prometheus",
            "discounts.load.backlog=5s",
            "discounts.load.redemptions.target=5s",
            "discounts.catalog.fresh-for=4s",
            "discounts.catalog.load-timeout=10s",
            "discounts.redis.timeout=2s",
            "discounts.redemption.lock-patience=2s",
            "discounts.redemption.uses-patience=5s",
            "discounts.redemption.twin-patience=20s",
            "discounts.replay.locations=${user.dir}/target/event-logs,s3://event-log/api",
            "discounts.replay.poll=200ms",
            "discounts.ingestion.retry.first=100ms",
            "discounts.ingestion.retry.max=500ms",
            "discounts.ingestion.application-name=service-test"
        })
@Import({
    DevServers.class,
    FastSchedulerConfiguration.class,
    ServiceClient.class,
    RedemptionClient.class,
    ProviderEvents.class
})
public @interface ServiceTest {}
