package io.discounts.loadtests.harness;

import java.util.HashMap;
import java.util.Map;

/** How the service reads streams in a run. */
public final class Settings {
    private Settings() {}

    /** The KCL in a hurry, for local servers; a lease that is not renewed for five seconds is another's to take. */
    public static Map<String, String> hurried(String applicationName) {
        return Map.ofEntries(
                Map.entry("discounts.ingestion.application-name", applicationName),
                kcl("failover-time", "5s"),
                kcl("shard-sync-interval", "1s"),
                kcl("lease-assignment-interval", "500ms"),
                kcl("lease-audit-interval", "1s"),
                kcl("leader-lease", "2s"),
                kcl("leader-heartbeat", "500ms"),
                kcl("graceful-handoff", "false"),
                kcl("worker-metrics", "false"),
                kcl("parent-shard-poll-interval", "200ms"),
                kcl("dispatch-interval", "50ms"),
                kcl("idle-between-reads", "200ms"));
    }

    /**
     * As hurried, but once it reads it does so at production's pace, and looks for shards and at its leases every few seconds: for
     * runs that measure what that costs. At production's minutes a start on an empty lease table would take as long.
     */
    public static Map<String, String> steady(String applicationName) {
        var settings = new HashMap<>(hurried(applicationName));
        settings.putAll(Map.ofEntries(
                kcl("dispatch-interval", "1s"),
                kcl("idle-between-reads", "500ms"),
                kcl("shard-sync-interval", "5s"),
                kcl("lease-audit-interval", "10s"),
                kcl("lease-assignment-interval", "2s")));
        return settings;
    }

    private static Map.Entry<String, String> kcl(String name, String value) {
        return Map.entry("discounts.ingestion.kcl." + name, value);
    }
}
