-- Which nodes may carry a definition out in scheduled runs (one label a line), and by what a file is known to be whole.
ALTER TABLE import_definition ADD COLUMN labels VARCHAR DEFAULT '' NOT NULL;
ALTER TABLE import_definition ADD COLUMN whole VARCHAR DEFAULT 'SETTLED' NOT NULL CHECK (whole IN ('SETTLED', 'MARKED'));
