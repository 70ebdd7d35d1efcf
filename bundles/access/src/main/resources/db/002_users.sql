-- Who may sign in. Others read the view at the end, never the tables.
CREATE TABLE app_user (
  name VARCHAR PRIMARY KEY,
  full_name VARCHAR NOT NULL,
  email VARCHAR NOT NULL,
  roles VARCHAR NOT NULL,                      -- each in a line
  units VARCHAR NOT NULL,                      -- codes, each in a line; empty: all
  language VARCHAR NOT NULL,                   -- language tag; empty: none chosen
  password VARCHAR,                            -- $pbkdf2-sha512$i=rounds$salt$hash; null: none
  lock_reason VARCHAR,                         -- null: not locked
  created_at TIMESTAMP WITH TIME ZONE NOT NULL,
  last_sign_in TIMESTAMP WITH TIME ZONE,
  version BIGINT NOT NULL
);

-- One row, held while users change, so that no two changes together take away the last who may do everything.
CREATE TABLE app_user_guard (
  id INTEGER PRIMARY KEY
);
INSERT INTO app_user_guard (id) VALUES (1);

-- Attempts to sign in that failed, by user and by address.
CREATE TABLE sign_in_failure (
  subject VARCHAR PRIMARY KEY,                 -- user:NAME, address:ADDRESS
  failures INTEGER NOT NULL,
  last_at TIMESTAMP WITH TIME ZONE NOT NULL
);

-- What programs show. The token itself is not kept, only its hash.
CREATE TABLE token (
  id VARCHAR PRIMARY KEY,
  user_name VARCHAR NOT NULL REFERENCES app_user (name),
  label VARCHAR NOT NULL,
  hash VARCHAR NOT NULL,                       -- SHA-256
  permissions VARCHAR NOT NULL,                -- each in a line; empty: all that the user may
  created_at TIMESTAMP WITH TIME ZONE NOT NULL,
  expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
  last_used TIMESTAMP WITH TIME ZONE
);
CREATE INDEX token_user ON token (user_name);

-- Who is limited to some units administers nobody: for them the unit is none of theirs.
CREATE VIEW access_user_v1 AS
SELECT name, full_name, email, roles, units, language, lock_reason, created_at, last_sign_in, '' AS unit_code
FROM app_user;
