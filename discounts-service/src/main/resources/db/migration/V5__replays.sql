-- Replays of the event log: who ordered what, how far each is, and how it ended. Rows stay: they are the audit.
CREATE TABLE replay (
  id              BIGINT        NOT NULL AUTO_INCREMENT,
  state           VARCHAR(16)   CHARACTER SET ascii   COLLATE ascii_bin   NOT NULL COMMENT 'PENDING, RUNNING, SUCCEEDED, FAILED, CANCELLED',
  origin          VARCHAR(16)   CHARACTER SET ascii   COLLATE ascii_bin   NOT NULL COMMENT 'API: any instance goes on with it; COMMAND_LINE: the same command does',
  provider        VARCHAR(64)   CHARACTER SET ascii   COLLATE ascii_bin   NULL COMMENT 'NULL: all',
  location        VARCHAR(1024) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  from_time       DATETIME(3)   NOT NULL COMMENT 'UTC',
  until_time      DATETIME(3)   NOT NULL COMMENT 'UTC',
  into_shadow     BOOLEAN       NOT NULL,
  ordered_by      VARCHAR(256)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  ordered_at      DATETIME(3)   NOT NULL COMMENT 'UTC',
  began_at        DATETIME(3)   NULL COMMENT 'UTC',
  planned         BOOLEAN       NOT NULL DEFAULT FALSE COMMENT 'its segments are known, and its shadow has begun',
  run_at          DATETIME(3)   NULL COMMENT 'UTC; since when it runs without interruption',
  run_records     BIGINT        NOT NULL DEFAULT 0 COMMENT 'what was done before that',
  run_bytes       BIGINT        NOT NULL DEFAULT 0,
  ended_at        DATETIME(3)   NULL COMMENT 'UTC',
  cancelled_by    VARCHAR(256)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  failure         VARCHAR(1000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  live_checksum   VARCHAR(128)  CHARACTER SET ascii   COLLATE ascii_bin   NULL,
  shadow_checksum VARCHAR(128)  CHARACTER SET ascii   COLLATE ascii_bin   NULL,
  PRIMARY KEY (id),
  KEY by_state (state, id)
) ENGINE = InnoDB;

-- How far each segment is: written in the transaction of the records it tells of.
CREATE TABLE replay_segment (
  replay_id BIGINT         NOT NULL,
  number    INT            NOT NULL,
  stream    VARCHAR(128)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name      VARBINARY(1024) NOT NULL COMMENT 'UTF-8; the path below the location',
  bytes     BIGINT         NOT NULL COMMENT 'as it is kept',
  read_bytes BIGINT        NOT NULL DEFAULT 0,
  read_lines BIGINT        NOT NULL DEFAULT 0,
  applied   BIGINT         NOT NULL DEFAULT 0,
  outdated  BIGINT         NOT NULL DEFAULT 0,
  rejected  BIGINT         NOT NULL DEFAULT 0,
  outside   BIGINT         NOT NULL DEFAULT 0 COMMENT 'of another time than was asked for',
  done      BOOLEAN        NOT NULL DEFAULT FALSE,
  trouble   VARCHAR(500)   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL COMMENT 'why it could not be read to its end',
  moved_at  DATETIME(3)    NULL COMMENT 'UTC',
  PRIMARY KEY (replay_id, number)
) ENGINE = InnoDB;
