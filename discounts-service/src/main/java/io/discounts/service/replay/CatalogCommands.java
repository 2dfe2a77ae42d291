package io.discounts.service.replay;

import io.discounts.service.catalog.CatalogRebuild;
import io.discounts.service.catalog.SwapOutcome;

import java.util.LinkedHashMap;

/** What the command line does with the two catalogs. */
record CatalogCommands(CatalogRebuild rebuild) {

    CommandOutcome checksum() {
        var answer = new LinkedHashMap<String, Object>();
        if (rebuild.begun()) {
            var both = rebuild.compare();
            answer.put("live", both.live().toString());
            answer.put("shadow", both.shadow().toString());
            answer.put("equal", both.areEqual());
        } else {
            answer.put("live", rebuild.live().toString());
        }
        return new CommandOutcome(CommandOutcome.DONE, answer);
    }

    CommandOutcome swap() {
        var answer = new LinkedHashMap<String, Object>();
        return switch (rebuild.swap()) {
            case SwapOutcome.Swapped swapped -> {
                answer.put("swapped", true);
                answer.put("generation", swapped.generation());
                answer.put("carriedOver", swapped.carriedOver());
                yield new CommandOutcome(CommandOutcome.DONE, answer);
            }
            case SwapOutcome.NotBegun ignored -> {
                answer.put("swapped", false);
                answer.put("reason", "there is no shadow");
                yield new CommandOutcome(CommandOutcome.FAILED, answer);
            }
            case SwapOutcome.Overtaken ignored -> {
                answer.put("swapped", false);
                answer.put("reason", "somebody else has begun anew or swapped meanwhile: look at the checksums first");
                yield new CommandOutcome(CommandOutcome.FAILED, answer);
            }
            case SwapOutcome.Busy ignored -> {
                answer.put("swapped", false);
                answer.put("reason", "the catalog is read or written for too long at a time");
                yield new CommandOutcome(CommandOutcome.BUSY, answer);
            }
        };
    }

    CommandOutcome endShadow() {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("ended", rebuild.begun());
        rebuild.end();
        return new CommandOutcome(CommandOutcome.DONE, answer);
    }
}
