package io.discounts.loadtests.packaged;

import io.discounts.loadtests.harness.Settings;
import io.discounts.service.devservers.Database;
import io.discounts.service.devservers.DevServers;

import java.util.HashMap;
import java.util.Map;

/** The service as in production, with tokens, streams and a schema that is up to date. */
record StartSettings(Database database) {
    static final String SEARCH = "/v1/discounts/search";
    static final String EVALUATE = "/v1/discounts/evaluate";

    /**
     * Of a service.
     *
     * @param applicationName of its reading of streams, whose lease table is made if need be
     */
    Map<String, String> of(String applicationName) {
        DevServers.ensureLeaseTable(applicationName);
        var all = new HashMap<>(Settings.hurried(applicationName));
        all.putAll(AuthorizedCaller.TRUST);
        all.put("spring.datasource.url", database.url());
        all.put("spring.datasource.username", database.username());
        all.put("spring.datasource.password", database.password());
        return all;
    }
}
