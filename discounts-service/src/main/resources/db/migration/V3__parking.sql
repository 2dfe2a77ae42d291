-- A subject is parked while it has dead letters: its later records queue behind them, in the order of their ids. Subjects
-- are bytes, as scope keys are: no text collation that MySQL and MariaDB share tells 'x' from 'x '.

ALTER TABLE dead_letter
  MODIFY subject VARBINARY(1024) NULL COMMENT 'UTF-8; NULL: it could not be read',
  MODIFY reason VARCHAR(2000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL COMMENT 'NULL: it waits behind the first of its subject',
  ADD KEY by_subject (stream, subject, id, shard_id);

-- Whatever has, or had, dead letters. Ingestion locks the row in share mode, redrive and discard for themselves alone. It
-- stays when the last letter goes: it says that the audit has to be asked about records that are delivered again.
CREATE TABLE dead_letter_subject (
  stream  VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject VARBINARY(1024) NOT NULL COMMENT 'UTF-8; empty: the letters whose subject could not be read',
  PRIMARY KEY (stream, subject)
) ENGINE = InnoDB;

INSERT INTO dead_letter_subject (stream, subject) SELECT DISTINCT stream, COALESCE(subject, '') FROM dead_letter;

-- Who did what to which letter, and when. A letter that was discarded is whole here.
CREATE TABLE dead_letter_audit (
  id              BIGINT        NOT NULL AUTO_INCREMENT,
  at              DATETIME(3)   NOT NULL COMMENT 'UTC',
  actor           VARCHAR(256)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  action          VARCHAR(16)   CHARACTER SET ascii   COLLATE ascii_bin   NOT NULL COMMENT 'REDRIVE, DISCARD',
  outcome         VARCHAR(16)   CHARACTER SET ascii   COLLATE ascii_bin   NOT NULL COMMENT 'APPLIED, OUTDATED, REFUSED, DISCARDED',
  letter_id       BIGINT        NOT NULL,
  stream          VARCHAR(128)  CHARACTER SET ascii   COLLATE ascii_bin   NOT NULL,
  shard_id        VARCHAR(128)  CHARACTER SET ascii   COLLATE ascii_bin   NOT NULL,
  sequence_number VARCHAR(128)  CHARACTER SET ascii   COLLATE ascii_bin   NOT NULL,
  sub_sequence    BIGINT        NOT NULL,
  subject         VARBINARY(1024) NULL,
  received_at     DATETIME(3)   NOT NULL COMMENT 'UTC',
  reason          VARCHAR(2000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  payload         LONGBLOB      NULL COMMENT 'of what was discarded',
  PRIMARY KEY (id),
  KEY by_position (stream, shard_id, sequence_number, sub_sequence)
) ENGINE = InnoDB;
