package io.discounts.service.ingestion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Dead letters, their queues and their audit in memory. */
final class FakeLetters implements DeadLetters, QueuedLetters, LetterAudit {
    /** A line of the audit. */
    record Audited(String actor, Action action, KeptLetter letter, Settlement outcome) {}

    private record Kept(long id, DeadLetter letter) {}

    /** All there is at a moment. */
    record Saved(List<Object> kept, List<Audited> audit) {}

    private final List<Kept> kept = new ArrayList<>();
    private final List<Audited> audit = new ArrayList<>();
    private long ids;

    Saved save() {
        return new Saved(List.copyOf(kept), List.copyOf(audit));
    }

    void restore(Saved saved) {
        kept.clear();
        saved.kept().forEach(each -> kept.add((Kept) each));
        audit.clear();
        audit.addAll(saved.audit());
    }

    List<Audited> audit() {
        return List.copyOf(audit);
    }

    List<KeptLetter> all() {
        return kept.stream().map(this::told).toList();
    }

    @Override
    public Standing standing(ReadBatch batch) {
        var heads = new HashMap<String, Position>();
        kept.stream()
                .map(Kept::letter)
                .filter(letter -> letter.stream().equals(batch.batch().stream()) && letter.subject() != null)
                .forEach(letter -> heads.putIfAbsent(
                        Objects.requireNonNull(letter.subject()), Position.of(letter.shardId(), letter.record())));
        var discarded = new HashSet<Position>();
        var redriven = new HashSet<Position>();
        for (var line : audit) {
            var position = Position.of(line.letter().shardId(), line.letter().record());
            switch (line.outcome()) {
                case APPLIED, OUTDATED -> redriven.add(position);
                case DISCARDED -> discarded.add(position);
                case REFUSED -> {}
            }
        }
        return new Standing(heads, discarded, redriven);
    }

    @Override
    public void keep(List<DeadLetter> letters) {
        for (var letter : letters) {
            if (kept.stream().noneMatch(each -> place(each.letter()).equals(place(letter)))) {
                kept.add(new Kept(++ids, letter));
            }
        }
    }

    private static List<Object> place(DeadLetter letter) {
        return List.of(letter.stream(), Position.of(letter.shardId(), letter.record()));
    }

    @Override
    public Optional<KeptLetter> find(long id) {
        return all().stream().filter(letter -> letter.id() == id).findFirst();
    }

    @Override
    public LetterPage page(LetterFilter filter, long behind, int limit) {
        var matching = all().stream()
                .filter(letter -> letter.id() > behind)
                .filter(letter -> filter.stream() == null || letter.stream().equals(filter.stream()))
                .filter(letter -> filter.subject() == null || filter.subject().equals(letter.subject()))
                .toList();
        return new LetterPage(matching.subList(0, Math.min(limit, matching.size())), matching.size() > limit);
    }

    @Override
    public void lock(KeptLetter letter) {
        // Transactions come one after the other as it is.
    }

    @Override
    public Optional<KeptLetter> first(KeptLetter letter) {
        return queue(letter).stream().findFirst();
    }

    @Override
    public long count(KeptLetter letter) {
        return queue(letter).size();
    }

    private List<KeptLetter> queue(KeptLetter letter) {
        return all().stream()
                .filter(each -> letter.subject() == null
                        ? each.id() == letter.id()
                        : each.stream().equals(letter.stream())
                                && letter.subject().equals(each.subject()))
                .toList();
    }

    @Override
    public void renew(KeptLetter letter, String reason) {
        kept.replaceAll(each -> each.id() == letter.id() ? new Kept(each.id(), because(each.letter(), reason)) : each);
    }

    private static DeadLetter because(DeadLetter letter, String reason) {
        return new DeadLetter(letter.stream(), letter.shardId(), letter.record(), letter.subject(), reason);
    }

    @Override
    public void remove(KeptLetter letter) {
        kept.removeIf(each -> each.id() == letter.id());
    }

    @Override
    public List<ParkedStream> parked() {
        Map<String, List<KeptLetter>> byStream = new TreeMap<>();
        all().forEach(letter -> byStream.computeIfAbsent(letter.stream(), stream -> new ArrayList<>())
                .add(letter));
        return byStream.entrySet().stream()
                .map(each -> new ParkedStream(each.getKey(), each.getValue().size(), subjects(each.getValue())))
                .toList();
    }

    private static long subjects(List<KeptLetter> letters) {
        return letters.stream()
                .map(KeptLetter::subject)
                .filter(Objects::nonNull)
                .distinct()
                .count();
    }

    @Override
    public void write(String actor, Action action, KeptLetter letter, Settlement outcome) {
        audit.add(new Audited(actor, action, letter, outcome));
    }

    private KeptLetter told(Kept each) {
        var letter = each.letter();
        return new KeptLetter(
                each.id(), letter.stream(), letter.shardId(), letter.record(), letter.subject(), letter.toldReason());
    }
}
