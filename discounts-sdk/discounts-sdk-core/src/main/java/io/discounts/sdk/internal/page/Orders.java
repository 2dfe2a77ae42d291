package io.discounts.sdk.internal.page;

import io.discounts.sdk.report.Report;
import io.discounts.sdk.report.Steering;
import io.discounts.sdk.rollout.FlagReading;

import java.util.List;

import static io.discounts.sdk.internal.page.Parts.cell;
import static io.discounts.sdk.internal.page.Parts.code;
import static io.discounts.sdk.internal.page.Parts.fact;
import static io.discounts.sdk.internal.page.Parts.number;
import static io.discounts.sdk.internal.page.Tag.tag;

/** What says where calls go: kill switch, flags, guard. */
final class Orders {
    private static final List<String> HEADINGS = List.of("flag", "reason", "error", "readings");

    private Orders() {}

    static Tag of(Report report) {
        var steering = report.steering();
        var facts = tag("dl", "facts wide");
        facts.add(fact("kill switch", killSwitch(steering)));
        steering.operations().forEach(each -> facts.add(fact(Words.plural(each.operation()), where(each))));
        steering.stepDowns().forEach(each -> facts.add(fact("stepped down " + Figures.time(each.at()), said(each))));
        var section = Parts.section(
                        "Where calls go", "The first of kill switch, guard and flags that has a say decides.")
                .add(facts);
        return steering.readings().isEmpty() ? section : section.add(readings(steering.readings()));
    }

    private static String killSwitch(Steering steering) {
        return steering.killSwitch().isEmpty()
                ? "off"
                : String.join(
                        "; ",
                        steering.killSwitch().stream()
                                .map(hold -> "on by " + Words.lower(hold.hand()) + ": " + hold.why())
                                .toList());
    }

    private static String where(Steering.Steered steered) {
        var flag = steered.flag();
        var stage = steered.stage();
        var says = flag == null ? (stage == null ? "no calls yet" : "at " + stage) : "flag says " + flag;
        var ceiling = steered.ceiling();
        return ceiling == null || stage == null || stage.compareTo(ceiling) <= 0
                ? says
                : says + ", held at " + ceiling + " by the guard";
    }

    private static String said(Steering.SteppedDown stepped) {
        var step = stepped.step();
        return "%s from %s to %s: %s, %s of %s calls"
                .formatted(
                        Words.plural(step.operation()),
                        step.from(),
                        step.to(),
                        Words.lower(step.budget()),
                        Figures.count(step.bad()),
                        Figures.count(step.calls()));
    }

    private static Tag readings(List<FlagReading> readings) {
        var rows = readings.stream().map(Orders::cells).toList();
        return tag("details").add(tag("summary").add("How flags were read")).add(Parts.table(HEADINGS, rows));
    }

    private static List<Tag> cells(FlagReading reading) {
        var error = reading.error();
        return List.of(
                code(reading.flag()),
                cell(reading.reason()),
                cell(error == null ? "–" : error),
                number(Figures.count(reading.readings())));
    }
}
