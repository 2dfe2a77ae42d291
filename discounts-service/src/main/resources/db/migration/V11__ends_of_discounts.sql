-- When a discount ends, beside each key that names it: what ended long ago is left out of a sheet before its discount is read.
-- A moment too late is harmless, for readers ask the discount itself; rows from before have the latest there is. A
-- shadow, should there be one, gets the column as well.

ALTER TABLE discount_scope
  ADD COLUMN ends_at DATETIME(3) NOT NULL DEFAULT '9999-12-31 23:59:59.999' COMMENT 'UTC, never before the discount ends';

SET @shadow_too = (
  SELECT IF(COUNT(*) = 0, 'DO 0', 'ALTER TABLE discount_scope_shadow ADD COLUMN ends_at DATETIME(3) NOT NULL DEFAULT ''9999-12-31 23:59:59.999'' COMMENT ''UTC, never before the discount ends''')
    FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'discount_scope_shadow');
PREPARE shadow_too FROM @shadow_too;
EXECUTE shadow_too;
DEALLOCATE PREPARE shadow_too;
