-- A replay that has found the live catalog empty fills it: what it writes is announced once, at its end, also if another
-- process goes on with it.
ALTER TABLE replay ADD COLUMN fills BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'an empty live catalog';
