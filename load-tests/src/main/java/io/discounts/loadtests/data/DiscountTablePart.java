package io.discounts.loadtests.data;

import io.discounts.service.catalog.EndColumn;
import io.discounts.service.discount.DiscountChange;
import io.discounts.service.discount.json.DiscountJson;

import java.io.IOException;
import java.nio.file.Path;

/** Some of a provider's discounts as rows of both their tables: what is left once all their events have been applied. */
record DiscountTablePart(String name, Subjects subjects, long from, long until) implements Part {
    @Override
    public Tally write(Path folder) throws IOException {
        var counts = new Counts();
        try (var discounts = TableFile.create(folder, LoadStatements.DISCOUNT, name);
                var scopes = TableFile.create(folder, LoadStatements.SCOPE, name)) {
            for (long number = from; number < until; number++) {
                var newest = subjects.subject(number).newest();
                for (var change : newest.changes()) {
                    write(change, discounts, scopes);
                }
                counts.add(newest);
            }
        }
        return counts.tally(0);
    }

    private static void write(DiscountChange change, TableFile discounts, TableFile scopes) throws IOException {
        discounts
                .column(change.region().code())
                .column(change.id().provider())
                .column(change.id().externalId())
                .column(change.version());
        switch (change) {
            case DiscountChange.Published published -> {
                var discount = published.discount();
                discounts.column(DiscountJson.write(discount)).endRow();
                for (var key : discount.scope().keys()) {
                    scopes.column(change.region().code())
                            .column(key.written())
                            .column(change.id().provider())
                            .column(change.id().externalId())
                            .column(EndColumn.written(discount.validity()))
                            .endRow();
                }
            }
            case DiscountChange.Withdrawn ignored ->
                discounts.column((byte[]) null).endRow();
        }
    }
}
