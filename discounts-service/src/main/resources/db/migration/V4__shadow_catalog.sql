-- A catalog can be rebuilt beside the live one, in tables named like it with _shadow, and the two change places by renaming.

-- Whoever writes to the catalog holds this row in share mode; who begins, swaps or ends a rebuild holds it alone.
CREATE TABLE catalog_gate (
  id       TINYINT NOT NULL,
  shadowed BOOLEAN NOT NULL COMMENT 'there is a shadow: what is written live is written to it as well',
  PRIMARY KEY (id)
) ENGINE = InnoDB;

INSERT INTO catalog_gate (id, shadowed) VALUES (1, FALSE);

-- Grows with each swap and changes place with the catalog it belongs to: sheets of a later generation are newer than all
-- sheets of earlier ones, whatever their own versions say.
CREATE TABLE catalog_generation (
  id     TINYINT NOT NULL,
  number BIGINT  NOT NULL,
  PRIMARY KEY (id)
) ENGINE = InnoDB;

INSERT INTO catalog_generation (id, number) VALUES (1, 0);
