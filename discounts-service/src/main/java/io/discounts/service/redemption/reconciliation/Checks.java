package io.discounts.service.redemption.reconciliation;

import java.util.List;

/**
 * What must agree, as queries for what does not. Each answers with kind, region, provider, external id, redemption, expected
 * and found. A parameter, where there is one, is the moment before which holds must have ended.
 */
final class Checks {
    /** Lines of standing 1 up to {@code charged_through} are charged as well (ADR 13). */
    private static final String BUDGETS = """
            SELECT 'BUDGET', region, provider, external_id, NULL,
                   CONCAT(charged_uses, ' uses and ', charged_money, ' of money taken, as the charged uses come to'),
                   CONCAT(taken_uses, ' uses and ', taken_money, ' of money taken')
              FROM (SELECT b.region, b.provider, b.external_id,
                           MAX(b.uses_allowed) - MAX(b.uses_left) - COALESCE(MAX(s.uses_left), 0) AS taken_uses,
                           MAX(b.money_allowed) - MAX(b.money_left) - COALESCE(MAX(s.money_left), 0) AS taken_money,
                           COUNT(l.number) AS charged_uses, COALESCE(SUM(l.amount), 0) AS charged_money
                      FROM usage_budget b
                      LEFT JOIN (SELECT region, provider, external_id,
                                        SUM(uses_left) AS uses_left, SUM(money_left) AS money_left
                                   FROM usage_slice GROUP BY region, provider, external_id) s
                             ON s.region = b.region AND s.provider = b.provider AND s.external_id = b.external_id
                      LEFT JOIN redemption_line l
                             ON l.region = b.region AND l.provider = b.provider AND l.external_id = b.external_id
                            AND (l.standing = 2 OR (l.standing = 1 AND l.number <= b.charged_through))
                     GROUP BY b.region, b.provider, b.external_id) x
             WHERE taken_uses <> charged_uses OR taken_money <> charged_money
            """;

    private static final String SLICES = """
            SELECT 'STRANDED_SLICES', s.region, s.provider, s.external_id, NULL,
                   CONCAT('nothing left in slice ', s.slice),
                   CONCAT(s.uses_left, ' uses and ', s.money_left, ' of money left')
              FROM usage_slice s
              LEFT JOIN usage_budget b
                     ON b.region = s.region AND b.provider = s.provider AND b.external_id = s.external_id
             WHERE s.slice >= COALESCE(b.spread, 0) AND (s.uses_left <> 0 OR s.money_left <> 0)
            """;

    private static final String UNBUDGETED = """
            SELECT 'MISSING_BUDGET', l.region, l.provider, l.external_id, NULL, 'a budget',
                   CONCAT('none, and ', COUNT(*), ' charged uses')
              FROM redemption_line l
              LEFT JOIN usage_budget b
                     ON b.region = l.region AND b.provider = l.provider AND b.external_id = l.external_id
             WHERE l.standing = 2 AND b.region IS NULL
             GROUP BY l.region, l.provider, l.external_id
            """;

    private static final String USES = """
            SELECT CASE WHEN r.number IS NULL THEN 'ORPHAN_USE'
                        WHEN r.region <> l.region OR r.customer <> l.customer THEN 'FOREIGN_USE'
                        WHEN l.standing > 0 THEN 'USE_NOT_GIVEN_BACK'
                        ELSE 'LOST_USE' END,
                   l.region, l.provider, l.external_id, r.id,
                   CASE WHEN r.number IS NULL THEN CONCAT('redemption ', l.number)
                        WHEN r.region <> l.region OR r.customer <> l.customer THEN 'the region and customer of the redemption'
                        WHEN l.standing > 0 THEN CONCAT('given back, as the redemption is ', r.status)
                        ELSE CONCAT('a use, as the redemption is ', r.status) END,
                   CASE WHEN r.number IS NULL THEN 'none'
                        WHEN r.region <> l.region OR r.customer <> l.customer THEN 'others'
                        ELSE CONCAT('standing ', l.standing) END
              FROM redemption_line l
              LEFT JOIN redemption r ON r.number = l.number
             WHERE r.number IS NULL OR r.region <> l.region OR r.customer <> l.customer
                OR (l.standing > 0) <> (r.status IN ('HELD', 'CONFIRMED', 'CONFIRMED_LATE'))
            """;

    private static final String EMPTY = """
            SELECT 'EMPTY_REDEMPTION', r.region, NULL, NULL, r.id, 'at least one use', 'none'
              FROM redemption r
              LEFT JOIN redemption_line l ON l.number = r.number
             WHERE l.number IS NULL
            """;

    private static final String LOCKS = """
            SELECT CASE WHEN l.number IS NULL OR r.status <> 'HELD' THEN 'LOCK_WITHOUT_HOLD' ELSE 'FOREIGN_LOCK' END,
                   e.region, e.provider, e.external_id, e.redemption,
                   CASE WHEN l.number IS NULL OR r.status <> 'HELD' THEN 'a hold on the discount'
                        ELSE CONCAT('locked until ', r.expires_at, ' for the hold''s customer') END,
                   CASE WHEN r.number IS NULL THEN 'no such redemption'
                        WHEN l.number IS NULL THEN 'a redemption of other discounts'
                        WHEN r.status <> 'HELD' THEN CONCAT('a redemption that is ', r.status)
                        ELSE CONCAT('locked until ', e.expires_at, ' for ', LOWER(HEX(e.holder))) END
              FROM exclusive_hold e
              LEFT JOIN redemption r ON r.id = e.redemption
              LEFT JOIN redemption_line l
                     ON l.region = e.region AND l.provider = e.provider AND l.external_id = e.external_id
                    AND l.number = r.number
             WHERE l.number IS NULL OR r.status <> 'HELD' OR e.expires_at <> r.expires_at
                OR HEX(e.holder) <> LEFT(UPPER(SHA2(r.customer, 256)), 32)
            """;

    private static final String OVERDUE = """
            SELECT 'OVERDUE_HOLD', region, NULL, NULL, id, CONCAT('ended at ', expires_at), 'HELD'
              FROM redemption WHERE status = 'HELD' AND expires_at < ?
            """;

    private static final String OVERRUNS = """
            SELECT 'MISSING_OVERRUN', l.region, l.provider, l.external_id, r.id, 'an overrun', 'none'
              FROM redemption r
              JOIN redemption_line l ON l.number = r.number
              LEFT JOIN usage_overrun o
                     ON o.region = l.region AND o.provider = l.provider AND o.external_id = l.external_id
                    AND o.redemption = r.id
             WHERE r.status = 'COMPENSATED' AND o.region IS NULL
            """;

    static final List<String> ALL = List.of(BUDGETS, SLICES, UNBUDGETED, USES, EMPTY, LOCKS, OVERDUE, OVERRUNS);

    static final String LOOKED = """
            SELECT (SELECT COUNT(*) FROM usage_budget), (SELECT COUNT(*) FROM redemption),
                   (SELECT COUNT(*) FROM redemption_line), (SELECT COUNT(*) FROM exclusive_hold)
            """;

    private Checks() {}
}
