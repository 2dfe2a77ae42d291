package io.discounts.sdk.internal.page;

import io.discounts.sdk.report.Report;
import io.discounts.sdk.report.Steering;
import io.discounts.sdk.rollout.FlagReading;

import java.util.List;
import java.util.stream.Stream;

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

    /** What nobody may overlook. */
    static Stream<String> alarms(Steering steering) {
        var killed = steering.killSwitch().isEmpty()
                ? Stream.<String>empty()
                : Stream.of("The kill switch is on: everything is local.");
        var held = steering.operations().stream()
                .filter(Orders::isHeld)
                .map(each -> "The guard holds " + Words.plural(each.operation()) + " at " + each.ceiling()
                        + ", whatever their flag says.");
        return Stream.concat(killed, held);
    }

    private static boolean isHeld(Steering.Steered steered) {
        var ceiling = steered.ceiling();
        var stage = steered.stage();
        return ceiling != null && stage != null && stage.compareTo(ceiling) > 0;
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
        return isHeld(steered) ? says + ", held at " + steered.ceiling() + " by the guard" : says;
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
        return Parts.fold(
                "more", Parts.countingTable(HEADINGS, rows), tag("span").add("How flags were read"));
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
