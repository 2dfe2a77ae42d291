package io.discounts.sdk.rollout;

/** What operators write. */
final class FlagFiles {
    private FlagFiles() {}

    static String of(String searchStage, boolean killed) {
        return """
                {
                  "flags": {
                    "discounts.kill-switch": {
                      "state": "ENABLED", "variants": {"on": true, "off": false}, "defaultVariant": "%s"
                    },
                    "discounts.search.stage": {
                      "state": "ENABLED", "variants": {"now": "%s"}, "defaultVariant": "now"
                    }
                  }
                }
                """.formatted(killed ? "on" : "off", searchStage);
    }
}
