package io.discounts.loadtests.data;

import io.discounts.service.discount.Region;

import java.time.Instant;

/**
 * What a CloudEvent says beside its data.
 *
 * @param name of what it is about within the region, which makes its subject and partition key
 * @param version of what it is about, which makes its id
 */
record Envelope(String source, String type, Region region, String name, long version, Instant time) {
    String subject() {
        return region.code() + '/' + name;
    }

    String id() {
        return name + '@' + version;
    }
}
