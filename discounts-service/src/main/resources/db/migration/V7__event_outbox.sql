-- Events for the stream discounts-events, written in the transactions they tell of. Whoever appends to a subject holds a row
-- that all writers who must be told in order hold, so that ids within a subject grow in the order of commits.
CREATE TABLE event_outbox (
  id       BIGINT       NOT NULL AUTO_INCREMENT,
  subject  VARCHAR(132) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '<region>/<discount id>, the partition key',
  event_id VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the same for ever, however often it is sent',
  type     VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  time     DATETIME(6)  NOT NULL COMMENT 'UTC',
  data     MEDIUMBLOB   NOT NULL COMMENT 'JSON in UTF-8',
  sent_at  DATETIME(3)  NULL COMMENT 'UTC; NULL: it waits',
  refused  BOOLEAN      NOT NULL DEFAULT FALSE COMMENT 'larger than a record may be: never sent, kept for somebody to look at',
  PRIMARY KEY (id),
  KEY by_state (sent_at, subject, id)
) ENGINE = InnoDB;

-- Who carries. The holder of the Redis lock takes this over at once; while Redis is away, whoever finds it expired.
CREATE TABLE event_relay (
  id     TINYINT     NOT NULL,
  holder VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  until  DATETIME(3) NOT NULL COMMENT 'UTC by the database''s clock, the only one that counts',
  PRIMARY KEY (id)
) ENGINE = InnoDB;

INSERT INTO event_relay (id, holder, until) VALUES (1, '', '2000-01-01 00:00:00');
