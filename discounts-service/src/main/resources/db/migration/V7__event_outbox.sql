-- Events for the stream discounts-events, written in the transactions they tell of. Whoever appends to a subject holds a row
-- that all writers who must be told in order hold, so that ids within a subject grow in the order of commits.
CREATE TABLE event_outbox (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  subject     VARCHAR(132) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '<region>/<discount id>, the partition key',
  event       MEDIUMBLOB   NOT NULL COMMENT 'the CloudEvent, rendered once: whoever sends it again sends the same bytes',
  appended_at DATETIME(3)  NOT NULL COMMENT 'UTC',
  sent_at     DATETIME(3)  NULL COMMENT 'UTC; NULL: it waits',
  PRIMARY KEY (id),
  KEY by_state (sent_at, subject, id)
) ENGINE = InnoDB;
