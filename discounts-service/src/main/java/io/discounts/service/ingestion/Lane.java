package io.discounts.service.ingestion;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The records of some of a batch's subjects, in order.
 *
 * @param places where in the batch they stand
 * @param batch without a watermark, which is reached with all lanes only
 */
record Lane(List<Integer> places, ReadBatch batch) {
    Lane {
        places = List.copyOf(places);
    }

    /** Splits a batch into at most so many lanes; a subject has all its records in one. */
    static List<Lane> of(ReadBatch batch, int count) {
        var places = new TreeMap<Integer, List<Integer>>();
        for (int i = 0; i < batch.readings().size(); i++) {
            var subject = SubjectBytes.row(batch.readings().get(i).subject());
            places.computeIfAbsent(Math.floorMod(subject.hashCode(), count), lane -> new ArrayList<>())
                    .add(i);
        }
        return places.values().stream()
                .map(lane -> new Lane(lane, batch.only(lane)))
                .toList();
    }

    /** Puts the lanes' outcomes, given in the order of the lanes, into the order of the batch. */
    static List<IngestionOutcome> merge(List<Lane> lanes, List<List<IngestionOutcome>> outcomes) {
        var merged = new TreeMap<Integer, IngestionOutcome>();
        for (int lane = 0; lane < lanes.size(); lane++) {
            var places = lanes.get(lane).places();
            for (int i = 0; i < places.size(); i++) {
                merged.put(places.get(i), outcomes.get(lane).get(i));
            }
        }
        return List.copyOf(merged.values());
    }
}
