package io.discounts.service.discount.json;

import io.discounts.service.discount.Window;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;

import static io.discounts.service.discount.json.JsonInput.required;

/** What has been read of a schedule's window. */
final class WindowDraft implements JsonInput.Draft {
    private Set<DayOfWeek> days = Set.of();
    private @Nullable LocalTime from;
    private @Nullable LocalTime until;

    static Window read(JsonParser json) {
        return JsonInput.object(json, new WindowDraft()).toWindow();
    }

    @Override
    public void take(String field, JsonParser json) {
        switch (field) {
            case "days" -> days = JsonInput.set(json, TimeJson::day);
            case "from" -> from = TimeJson.localTime(json);
            case "until" -> until = TimeJson.localTime(json);
            default -> json.skipChildren();
        }
    }

    private Window toWindow() {
        return new Window(days, required(from, "from"), required(until, "until"));
    }
}
