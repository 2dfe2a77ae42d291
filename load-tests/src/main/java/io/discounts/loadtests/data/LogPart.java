package io.discounts.loadtests.data;

import java.io.IOException;
import java.nio.file.Path;

/** A segment of the event log: some subjects of one provider, as they were told on one day. */
record LogPart(LogFile file, EventFormat format, Subjects subjects, long from, long until) implements Part {
    @Override
    public Tally write(Path folder) throws IOException {
        var counts = new Counts();
        try (var out = file.create(folder)) {
            var lines = new EventLines(out);
            for (long number = from; number < until; number++) {
                var subject = subjects.subject(number);
                for (var statement : subject.told()) {
                    format.write(statement, lines);
                }
                counts.add(subject.newest());
            }
            return counts.tally(lines.written());
        }
    }
}
