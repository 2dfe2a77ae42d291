-- Records that cannot be applied, whole. The unique key makes a batch delivered twice leave one letter.
CREATE TABLE dead_letter (
  id              BIGINT        NOT NULL AUTO_INCREMENT,
  stream          VARCHAR(128)  CHARACTER SET ascii   COLLATE ascii_bin   NOT NULL,
  shard_id        VARCHAR(128)  CHARACTER SET ascii   COLLATE ascii_bin   NOT NULL,
  sequence_number VARCHAR(128)  CHARACTER SET ascii   COLLATE ascii_bin   NOT NULL,
  sub_sequence    BIGINT        NOT NULL,
  subject         VARCHAR(256)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL COMMENT 'NULL: it could not be read',
  received_at     DATETIME(3)   NOT NULL COMMENT 'UTC',
  reason          VARCHAR(2000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  payload         LONGBLOB      NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY by_position (stream, shard_id, sequence_number, sub_sequence)
) ENGINE = InnoDB;

-- What must be told after a commit, written in the transaction it tells of.
CREATE TABLE outbox (
  id      BIGINT      NOT NULL AUTO_INCREMENT,
  topic   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  payload MEDIUMBLOB  NOT NULL,
  PRIMARY KEY (id),
  KEY by_topic (topic, id)
) ENGINE = InnoDB;
