package io.discounts.service.demo;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event as it goes on a stream.
 *
 * @param subject also the partition key
 * @param json a CloudEvent in structured mode
 */
record DemoEvent(String stream, String subject, String json) {
    /** The subject is the region and the name; the id is the name and the version, which nothing else has. */
    static DemoEvent of(String stream, String type, String name, String time, ObjectNode data) {
        var subject = data.get("region").asString() + "/" + name;
        var event = Json.object()
                .put("specversion", "1.0")
                .put(
                        "id",
                        "%s-%s-%d".formatted(stream, name, data.get("version").asInt()))
                .put("source", "/providers/" + stream)
                .put("type", type)
                .put("subject", subject)
                .put("time", time)
                .put("datacontenttype", "application/json")
                .set("data", data);
        return new DemoEvent(stream, subject, JsonMapper.shared().writeValueAsString(event));
    }
}
