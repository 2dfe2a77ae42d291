-- Every key of the catalog leads with the region: it clusters by it, and no query crosses it.
-- Identifiers are ASCII and compare by code point. Scope keys hold names that providers make up; they are kept as UTF-8
-- bytes, for every text collation that MySQL and MariaDB share takes 'x' and 'x ' for the same.

CREATE TABLE discount (
  region      CHAR(2)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  provider    VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  external_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version     BIGINT      NOT NULL,
  body        MEDIUMBLOB  NULL COMMENT 'canonical JSON as rendered once; NULL is the tombstone of a withdrawal',
  PRIMARY KEY (region, provider, external_id)
) ENGINE = InnoDB;

-- Which discounts a scope key names. A row too many is harmless: readers ask the discount itself.
CREATE TABLE discount_scope (
  region      CHAR(2)     CHARACTER SET ascii   COLLATE ascii_bin   NOT NULL,
  scope_key   VARBINARY(320) NOT NULL,
  provider    VARCHAR(64) CHARACTER SET ascii   COLLATE ascii_bin   NOT NULL,
  external_id VARCHAR(64) CHARACTER SET ascii   COLLATE ascii_bin   NOT NULL,
  PRIMARY KEY (region, scope_key, provider, external_id)
) ENGINE = InnoDB;

-- The unit of caching. Its version grows in the transaction that changes any discount of the key.
CREATE TABLE scope_sheet (
  region    CHAR(2)     CHARACTER SET ascii   COLLATE ascii_bin   NOT NULL,
  scope_key VARBINARY(320) NOT NULL,
  version   BIGINT      NOT NULL,
  PRIMARY KEY (region, scope_key)
) ENGINE = InnoDB;

CREATE TABLE store (
  region   CHAR(2)     CHARACTER SET ascii   COLLATE ascii_bin   NOT NULL,
  store_id VARCHAR(64) CHARACTER SET ascii   COLLATE ascii_bin   NOT NULL,
  version  BIGINT      NOT NULL,
  removed  BOOLEAN     NOT NULL COMMENT 'true is the tombstone of a removal',
  city     VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  type     VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  brand    VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  PRIMARY KEY (region, store_id)
) ENGINE = InnoDB;

CREATE TABLE watermark (
  stream        VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  shard_id      VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  provider      VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  applied_until DATETIME(3)  NOT NULL COMMENT 'UTC',
  PRIMARY KEY (stream, shard_id)
) ENGINE = InnoDB;
