package io.discounts.service.redemption;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What the contract says redemptions do, on maps: what to answer, and what is so afterwards. */
final class CheckoutModel {
    /** What may be used: uses, money and uses of each customer, {@code Long.MAX_VALUE} where that is not bounded. */
    record Terms(long total, long budget, long perCustomer, boolean exclusive, boolean withdrawn) {}

    record Entry(
            String customer,
            List<String> discounts,
            int amount,
            Instant expiresAt,
            RedemptionStatus status,
            @Nullable String order) {
        Entry with(RedemptionStatus next, @Nullable String nextOrder) {
            return new Entry(customer, discounts, amount, expiresAt, next, nextOrder);
        }

        boolean stands() {
            return status == RedemptionStatus.HELD || status.isConfirmed();
        }
    }

    /** What can be seen of it all: redemptions with their states and orders, locks, overruns, events. */
    record View(
            Map<String, String> redemptions, Map<String, String> locks, Set<String> overruns, List<String> events) {}

    /** A hold's name until it is known. */
    static final String NEW = "new";

    private final Map<String, Terms> terms;
    private final Map<String, Entry> entries;
    private final Map<String, String> locks;
    private final Set<String> overruns;
    private final List<String> events;

    CheckoutModel(Map<String, Terms> terms) {
        this(terms, Map.of(), Map.of(), Set.of(), List.of());
    }

    private CheckoutModel(
            Map<String, Terms> terms,
            Map<String, Entry> entries,
            Map<String, String> locks,
            Set<String> overruns,
            List<String> events) {
        this.terms = new HashMap<>(terms);
        this.entries = new LinkedHashMap<>(entries);
        this.locks = new HashMap<>(locks);
        this.overruns = new HashSet<>(overruns);
        this.events = new ArrayList<>(events);
    }

    CheckoutModel copy() {
        return new CheckoutModel(terms, entries, locks, overruns, events);
    }

    /** The same, with the name that the newest hold has got. */
    CheckoutModel renamed(String id) {
        var named = new LinkedHashMap<String, Entry>();
        entries.forEach((known, entry) -> named.put(known.equals(NEW) ? id : known, entry));
        var locked = new HashMap<String, String>();
        locks.forEach((discount, holder) -> locked.put(discount, holder.equals(NEW) ? id : holder));
        var told = events.stream()
                .map(event -> event.startsWith(NEW + '/') ? id + event.substring(NEW.length()) : event)
                .toList();
        return new CheckoutModel(terms, named, locked, overruns, told);
    }

    View view() {
        var redemptions = new TreeMap<String, String>();
        entries.forEach((id, entry) -> redemptions.put(id, entry.status() + "/" + entry.order()));
        return new View(redemptions, locks, overruns, events.stream().sorted().toList());
    }

    List<String> ids() {
        return List.copyOf(entries.keySet());
    }

    Entry entry(String id) {
        return Objects.requireNonNull(entries.get(id));
    }

    Terms terms(String discount) {
        return Objects.requireNonNull(terms.get(discount));
    }

    void setTerms(String discount, Terms changed) {
        terms.put(discount, changed);
    }

    /**
     * Holds.
     *
     * @param locked a discount that Redis' locks turn away, whether it is held or not
     * @return null if it is held
     */
    @Nullable
    Refusal hold(String id, CheckoutStep.Hold asked, Instant now, Predicate<String> locked) {
        if (asked.discounts().stream().anyMatch(one -> terms(one).withdrawn())) {
            return Refusal.DISCOUNT_NOT_FOUND;
        }
        if (asked.discounts().stream().anyMatch(one -> terms(one).exclusive() && isTaken(one, locked))) {
            return Refusal.DISCOUNT_IN_USE;
        }
        var refusal = limits(asked.customer(), asked.discounts(), asked.amount());
        if (refusal != null) {
            return refusal;
        }
        asked.discounts().stream().filter(one -> terms(one).exclusive()).forEach(one -> locks.put(one, id));
        var until = now.plus(Duration.ofSeconds(asked.seconds()));
        become(id, new Entry(asked.customer(), asked.discounts(), asked.amount(), until, RedemptionStatus.HELD, null));
        return null;
    }

    /** Exclusively. */
    boolean isHeld(String discount) {
        return locks.containsKey(discount);
    }

    private boolean isTaken(String discount, Predicate<String> locked) {
        return isHeld(discount) || locked.test(discount);
    }

    private @Nullable Refusal limits(String customer, List<String> discounts, int amount) {
        if (discounts.stream().anyMatch(one -> uses(one, customer) >= terms(one).perCustomer())) {
            return Refusal.CUSTOMER_LIMIT_REACHED;
        }
        return discounts.stream()
                        .anyMatch(one -> uses(one, null) >= terms(one).total()
                                || money(one) + amount > terms(one).budget())
                ? Refusal.LIMIT_REACHED
                : null;
    }

    private long uses(String discount, @Nullable String customer) {
        return entries.values().stream()
                .filter(entry -> entry.stands() && entry.discounts().contains(discount))
                .filter(entry -> customer == null || entry.customer().equals(customer))
                .count();
    }

    private long money(String discount) {
        return entries.values().stream()
                .filter(entry -> entry.stands() && entry.discounts().contains(discount))
                .mapToLong(Entry::amount)
                .sum();
    }

    @Nullable
    Refusal confirm(String id, Instant now, String order) {
        var entry = entry(id);
        return switch (entry.status()) {
            case HELD -> {
                if (entry.expiresAt().isAfter(now)) {
                    unlock(id);
                    become(id, entry.with(RedemptionStatus.CONFIRMED, order));
                    yield null;
                }
                expire(id);
                yield confirmLate(id, order);
            }
            case EXPIRED -> confirmLate(id, order);
            case CONFIRMED, RELEASED, CANCELLED, CONFIRMED_LATE, COMPENSATED -> Refusal.STATE_CONFLICT;
        };
    }

    private @Nullable Refusal confirmLate(String id, String order) {
        var entry = entry(id);
        if (entry.discounts().stream().anyMatch(one -> terms(one).withdrawn() || locks.containsKey(one))
                || limits(entry.customer(), entry.discounts(), entry.amount()) != null) {
            return Refusal.HOLD_EXPIRED;
        }
        become(id, entry.with(RedemptionStatus.CONFIRMED_LATE, order));
        return null;
    }

    @Nullable
    Refusal release(String id) {
        if (entry(id).status() != RedemptionStatus.HELD) {
            return Refusal.STATE_CONFLICT;
        }
        unlock(id);
        become(id, entry(id).with(RedemptionStatus.RELEASED, null));
        return null;
    }

    @Nullable
    Refusal cancel(String id) {
        var entry = entry(id);
        if (!entry.status().isConfirmed()) {
            return Refusal.STATE_CONFLICT;
        }
        become(id, entry.with(RedemptionStatus.CANCELLED, entry.order()));
        return null;
    }

    void used(String id, Instant now, String order) {
        var entry = entry(id);
        switch (entry.status()) {
            case HELD, EXPIRED -> {
                var tried = copy();
                if (tried.confirm(id, now, order) == null) {
                    confirm(id, now, order);
                } else {
                    compensate(id, order);
                }
            }
            case RELEASED, CANCELLED -> overruns.add(entry.discounts().getFirst() + '/' + id);
            case CONFIRMED, CONFIRMED_LATE, COMPENSATED -> {}
        }
    }

    private void compensate(String id, String order) {
        if (entry(id).status() == RedemptionStatus.HELD) {
            expire(id);
        }
        var entry = entry(id);
        become(id, entry.with(RedemptionStatus.COMPENSATED, order));
        entry.discounts().forEach(one -> overruns.add(one + '/' + id));
    }

    void sweep(Instant now) {
        for (var id : ids()) {
            if (entry(id).status() == RedemptionStatus.HELD
                    && !entry(id).expiresAt().isAfter(now)) {
                expire(id);
            }
        }
    }

    private void expire(String id) {
        unlock(id);
        become(id, entry(id).with(RedemptionStatus.EXPIRED, null));
    }

    private void unlock(String id) {
        locks.values().removeIf(id::equals);
    }

    private void become(String id, Entry entry) {
        entries.put(id, entry);
        entry.discounts().forEach(one -> events.add(id + '/' + entry.status().word() + '/' + one));
    }
}
