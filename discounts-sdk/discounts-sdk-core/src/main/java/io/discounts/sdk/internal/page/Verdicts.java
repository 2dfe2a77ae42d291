package io.discounts.sdk.internal.page;

import io.discounts.sdk.report.Budget;
import io.discounts.sdk.report.Latency;
import io.discounts.sdk.report.Obstacle;
import io.discounts.sdk.report.Report;
import io.discounts.sdk.report.Segment;

import static io.discounts.sdk.internal.page.Parts.fact;
import static io.discounts.sdk.internal.page.Tag.tag;

/** A card for each segment: may it go further, and what stands in its way. */
final class Verdicts {
    private Verdicts() {}

    static Tag of(Report report) {
        var how = "A segment may go further once it is 95 % sure that at most "
                + Figures.percent(report.budget().defects())
                + " of its answers are defective, the service's p99 is at most "
                + Figures.duration(report.budget().p99()) + ", and at most "
                + Figures.percent(report.budget().incomparable()) + " of it could not be compared.";
        var cards = tag("div", "cards");
        report.segments().forEach(segment -> cards.add(card(segment, report.budget())));
        return Parts.section("May we go further?", how).add(cards);
    }

    private static Tag card(Segment segment, Budget budget) {
        var verdict = verdict(segment);
        var title = tag("h3")
                .add(tag("span").add(Words.title(segment.operation()) + " in " + segment.name()))
                .add(tag("b", "badge " + verdict.css).add(verdict.words));
        var card = tag("article", "card " + verdict.css).add(title);
        if (segment.comparisons().telling() > 0) {
            card.add(tag("p").add(proven(segment, budget))).add(Gauge.of(segment.defects(), budget.defects()));
        }
        var obstacles = tag("ul", "obstacles");
        segment.obstacles().forEach(obstacle -> obstacles.add(tag("li").add(Words.sentence(obstacle))));
        return segment.obstacles().isEmpty()
                ? card.add(facts(segment))
                : card.add(obstacles).add(facts(segment));
    }

    private static String proven(Segment segment, Budget budget) {
        var what = Words.plural(segment.operation());
        if (segment.defects().observed() <= budget.defects()) {
            return "At most " + Figures.percent(segment.defects().upperBound()) + " of " + what
                    + " are answered differently for no good reason, we are 95\u00a0% sure.";
        }
        var compared = segment.comparisons();
        var doubt = compared.undecided() == 0
                ? " for no good reason."
                : ", of which " + Figures.count(compared.undecided()) + " could not be told from lag.";
        return Figures.count(compared.bad()) + " of " + Figures.count(compared.telling()) + " " + what
                + " were answered differently" + doubt;
    }

    private static Tag facts(Segment segment) {
        var compared = segment.comparisons();
        return tag("dl", "facts")
                .add(fact("compared", Figures.count(compared.telling())))
                .add(fact("defects", Figures.count(compared.defects())))
                .add(fact("undecided", Figures.count(compared.undecided())))
                .add(fact("being looked at", Figures.count(compared.suspects())))
                .add(fact("lag, healed", Figures.count(compared.lag())))
                .add(fact("p99 local", latency(segment.control())))
                .add(fact("p99 service", latency(segment.candidate())));
    }

    private static String latency(Latency latency) {
        return latency.calls() == 0 ? "–" : Figures.duration(latency.p99());
    }

    private static Verdict verdict(Segment segment) {
        if (segment.mayGoFurther()) {
            return Verdict.GO;
        }
        var waiting = segment.obstacles().stream()
                .allMatch(obstacle -> obstacle instanceof Obstacle.TooFewComparisons
                        || obstacle instanceof Obstacle.DefectsNotExcluded);
        return waiting ? Verdict.WAIT : Verdict.STOP;
    }

    private enum Verdict {
        GO("go", "may go further"),
        WAIT("wait", "not yet"),
        STOP("stop", "no");

        private final String css;
        private final String words;

        Verdict(String css, String words) {
            this.css = css;
            this.words = words;
        }
    }
}
