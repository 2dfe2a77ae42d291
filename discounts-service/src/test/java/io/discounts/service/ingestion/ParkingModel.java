package io.discounts.service.ingestion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is to become of records, in the plainest words: a record that arrives for the first time is applied, or queues
 * because it is refused or because its subject has a queue; a record that arrives again changes nothing.
 */
final class ParkingModel {
    /** What is wrong with a record, and who refuses it. */
    enum Poison {
        NONE(true),
        ADAPTER(true),
        DATABASE(true),
        ENVELOPE(false),
        RUBBISH(false);

        private final boolean learnable;

        Poison(boolean learnable) {
            this.learnable = learnable;
        }
    }

    /** A record; its version is its own within the subject. */
    record Said(String id, int index, long version, Poison poison) {
        String subject() {
            return "ES/" + id;
        }

        /** With ever more digits: sequence numbers are no texts. */
        String sequenceNumber() {
            return String.valueOf(8 + index);
        }

        /** What its letter can tell of its subject. */
        String toldSubject() {
            return poison == Poison.RUBBISH ? "null" : subject();
        }
    }

    private enum Fate {
        AHEAD,
        QUEUED,
        DONE,
        DISCARDED
    }

    private final Map<Said, Fate> fates = new HashMap<>();
    private final List<Said> queued = new ArrayList<>();
    private final Map<String, Long> versions = new TreeMap<>();
    private long lastVersion = 10;
    private boolean learnt;

    /** Every fourth record is older than the one before. */
    Said said(String id, int index, Poison poison) {
        lastVersion++;
        var said = new Said(id, index, lastVersion % 4 == 0 ? lastVersion * 10 - 25 : lastVersion * 10, poison);
        fates.put(said, Fate.AHEAD);
        return said;
    }

    void arrived(Said said) {
        if (fates.get(said) != Fate.AHEAD) {
            return;
        }
        if (isRefused(said) || queued.stream().anyMatch(other -> isOf(other, said))) {
            fates.put(said, Fate.QUEUED);
            queued.add(said);
        } else {
            apply(said);
        }
    }

    void learn() {
        learnt = true;
    }

    boolean hasLearnt() {
        return learnt;
    }

    boolean databaseRefuses(String id, long version) {
        return !learnt
                && fates.keySet().stream()
                        .anyMatch(said ->
                                said.poison() == Poison.DATABASE && said.id().equals(id) && said.version() == version);
    }

    void redrive(Said member) {
        for (var said : List.copyOf(queued)) {
            if (said.equals(member) || isOf(said, member)) {
                if (isRefused(said)) {
                    return;
                }
                queued.remove(said);
                apply(said);
            }
        }
    }

    void discard(Said said) {
        queued.remove(said);
        fates.put(said, Fate.DISCARDED);
        redrive(said);
    }

    Map<String, List<String>> queues() {
        var queues = new TreeMap<String, List<String>>();
        queued.forEach(said -> queues.computeIfAbsent(said.toldSubject(), subject -> new ArrayList<>())
                .add("shard-" + Integer.parseInt(said.id().substring(1)) % ParkingScenario.SHARDS + "/"
                        + said.sequenceNumber()));
        return queues;
    }

    Map<String, Long> versions() {
        return versions;
    }

    List<String> discarded() {
        return with(Fate.DISCARDED).stream().map(Said::sequenceNumber).toList();
    }

    /** What was lost, were it not ahead or queued. */
    List<Said> unsettled() {
        var unsettled = new ArrayList<>(with(Fate.AHEAD));
        unsettled.addAll(with(Fate.QUEUED));
        return unsettled;
    }

    private List<Said> with(Fate fate) {
        return fates.keySet().stream().filter(said -> fates.get(said) == fate).toList();
    }

    private void apply(Said said) {
        fates.put(said, Fate.DONE);
        versions.merge(said.id(), said.version(), Math::max);
    }

    /** Of one queue: rubbish has no subject, and so is a queue of its own. */
    private static boolean isOf(Said one, Said other) {
        return one.poison() != Poison.RUBBISH
                && other.poison() != Poison.RUBBISH
                && one.id().equals(other.id());
    }

    private boolean isRefused(Said said) {
        return !(said.poison() == Poison.NONE || (learnt && said.poison().learnable));
    }
}
