package io.discounts.loadtests.data;

import java.io.IOException;
import java.nio.file.Path;

/** One country's stores as rows of their table. */
record StoreTablePart(String name, StoreChanges stores) implements Part {
    @Override
    public Tally write(Path folder) throws IOException {
        try (var rows = TableFile.create(folder, LoadStatements.STORE, name)) {
            for (var facts : stores.opened()) {
                var closed = stores.isClosed(facts);
                rows.column(facts.region().code())
                        .column(facts.storeId().value())
                        .column(facts.version() + (closed ? 1 : 0))
                        .column(closed ? 1 : 0)
                        .column(closed ? null : facts.city())
                        .column(closed ? null : facts.type())
                        .column(closed ? null : facts.brand())
                        .endRow();
            }
        }
        return new Tally(0, 0, 0, 0, stores.opened().size());
    }
}
