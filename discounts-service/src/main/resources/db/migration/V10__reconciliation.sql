-- The last look at whether budgets, holds and uses agree (ADR 21): one row, which also says who looks next, and when.
CREATE TABLE reconciliation (
  id      TINYINT     NOT NULL,
  next_at DATETIME(3) NOT NULL COMMENT 'UTC by the database''s clock: nobody looks before that',
  report  MEDIUMBLOB  NULL COMMENT 'JSON; NULL: nobody has looked yet',
  PRIMARY KEY (id)
) ENGINE = InnoDB;

INSERT INTO reconciliation (id, next_at) VALUES (1, '2000-01-01 00:00:00');

-- What is old is found and deleted in small batches.
ALTER TABLE customer_gate ADD KEY by_age (passed_at);
ALTER TABLE usage_overrun ADD KEY by_age (recorded_at);
