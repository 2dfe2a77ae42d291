-- Holds that checkouts take on discounts, and what is left of limited discounts (ADR 13). Texts of the callers' making are
-- UTF-8 bytes, for every text collation that MySQL and MariaDB share takes 'x' and 'x ' for the same. All instants are UTC.

CREATE TABLE redemption (
  number      BIGINT         NOT NULL AUTO_INCREMENT COMMENT 'the fencing token',
  id          CHAR(32)       CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  region      CHAR(2)        CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  customer    VARBINARY(512) NOT NULL,
  checkout    VARBINARY(512) NOT NULL,
  order_id    VARBINARY(512) NULL,
  status      VARCHAR(16)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  expires_at  DATETIME(3)    NOT NULL,
  created_at  DATETIME(3)    NOT NULL,
  changed_at  DATETIME(3)    NOT NULL,
  PRIMARY KEY (number),
  UNIQUE KEY by_id (id),
  KEY by_expiry (status, expires_at)
) ENGINE = InnoDB;

-- A redemption's use of one discount. The customer stands here as well, so that one customer's uses are found by one key.
CREATE TABLE redemption_line (
  region      CHAR(2)        CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  provider    VARCHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  external_id VARCHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  number      BIGINT         NOT NULL COMMENT 'of the redemption',
  position    SMALLINT       NOT NULL COMMENT 'within the redemption, as asked for',
  customer    VARBINARY(512) NOT NULL,
  amount      BIGINT         NOT NULL COMMENT 'in minor units of the discount''s currency',
  standing    TINYINT        NOT NULL COMMENT '0: given back; 1: a use of a discount without budget; 2: a use charged to the budget',
  PRIMARY KEY (region, provider, external_id, number),
  KEY by_redemption (number),
  KEY by_customer (region, customer, provider, external_id)
) ENGINE = InnoDB;

-- What is left of a discount with a total or a budget, once it has been used. What is allowed, less what is left here and in
-- the slices, is what the charged lines use, always. Left may be negative: a provider has lowered what it allows. Where
-- there is no bound 10^18 is allowed.
CREATE TABLE usage_budget (
  region          CHAR(2)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  provider        VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  external_id     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version         BIGINT      NOT NULL COMMENT 'of the discount whose limits these are',
  charged_through BIGINT      NOT NULL COMMENT 'lines of standing 1 up to this number are charged as well',
  uses_allowed    BIGINT      NOT NULL,
  money_allowed   BIGINT      NOT NULL,
  uses_left       BIGINT      NOT NULL COMMENT 'besides the slices',
  money_left      BIGINT      NOT NULL COMMENT 'besides the slices',
  spread          SMALLINT    NOT NULL COMMENT 'how many slices there are; 0: all is here',
  uses_spread     BIGINT      NOT NULL COMMENT 'what the slices had when they were cut',
  money_spread    BIGINT      NOT NULL COMMENT 'what the slices had when they were cut',
  changed_at      DATETIME(3) NOT NULL COMMENT 'by the database''s clock',
  PRIMARY KEY (region, provider, external_id),
  KEY by_change (changed_at)
) ENGINE = InnoDB;

-- Parts of a large allowance, from which holds take side by side without meeting on one row.
CREATE TABLE usage_slice (
  region      CHAR(2)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  provider    VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  external_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  slice       SMALLINT    NOT NULL,
  uses_left   BIGINT      NOT NULL,
  money_left  BIGINT      NOT NULL,
  uses_floor  BIGINT      NOT NULL COMMENT 'who would take it below this collects all slices instead',
  money_floor BIGINT      NOT NULL,
  PRIMARY KEY (region, provider, external_id, slice)
) ENGINE = InnoDB;

-- Uses that providers have booked and no hold covers any more: what exceeds a limit by a late truth.
CREATE TABLE usage_overrun (
  region      CHAR(2)        CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  provider    VARCHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  external_id VARCHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  redemption  VARBINARY(512) NOT NULL COMMENT 'as the provider has it',
  order_id    VARBINARY(512) NOT NULL,
  reason      VARCHAR(16)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'EXPIRED, RELEASED, CANCELLED, UNKNOWN',
  money       BIGINT         NULL COMMENT 'NULL: nobody knows',
  recorded_at DATETIME(3)    NOT NULL,
  PRIMARY KEY (region, provider, external_id, redemption)
) ENGINE = InnoDB;

-- Only a row to lock: whoever counts a customer's uses of a discount holds it meanwhile.
CREATE TABLE customer_gate (
  region      CHAR(2)        CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  provider    VARCHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  external_id VARCHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  customer    VARBINARY(512) NOT NULL,
  passed_at   DATETIME(3)    NOT NULL,
  PRIMARY KEY (region, provider, external_id, customer)
) ENGINE = InnoDB;

-- Discounts in exclusive use: one row for each while it is HELD, so that there is never a second.
CREATE TABLE exclusive_hold (
  region      CHAR(2)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  provider    VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  external_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  redemption  CHAR(32)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  holder      BINARY(16)  NOT NULL COMMENT 'a digest of the customer''s id',
  expires_at  DATETIME(3) NOT NULL,
  PRIMARY KEY (region, provider, external_id)
) ENGINE = InnoDB;

-- Answers to writes, kept for a day. A row is inserted before the work and committed with it: a twin waits for its commit.
CREATE TABLE idempotency_key (
  digest        BINARY(32)   NOT NULL COMMENT 'of caller and key',
  fingerprint   BINARY(32)   NOT NULL COMMENT 'a digest of what was asked',
  status        SMALLINT     NULL,
  content_type  VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  location      VARCHAR(256) CHARACTER SET ascii COLLATE ascii_bin NULL,
  body          MEDIUMBLOB   NULL,
  created_at    DATETIME(3)  NOT NULL,
  PRIMARY KEY (digest),
  KEY by_age (created_at)
) ENGINE = InnoDB;
