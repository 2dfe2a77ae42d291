-- Who swaps looks first, carries over while others may do as they please, and then shuts the gate: the turn tells whether
-- the shadow is still the one that was looked at.
ALTER TABLE catalog_gate
  ADD COLUMN turn BIGINT NOT NULL DEFAULT 0 COMMENT 'grows whenever a shadow is begun, swapped or ended';
