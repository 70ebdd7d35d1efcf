-- Since when the books have known what they hold, and what they held before: what was taken out again stays here, so that anyone can tell
-- afterwards what was known at a moment.

ALTER TABLE statement ADD COLUMN known_from TIMESTAMP WITH TIME ZONE DEFAULT TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00+00:00' NOT NULL;

-- null as long as the entry is known since its statement is
ALTER TABLE entry ADD COLUMN known_from TIMESTAMP WITH TIME ZONE;

CREATE TABLE past_statement (
    id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    file_id BIGINT NOT NULL,
    kind VARCHAR NOT NULL,
    statement_key VARCHAR NOT NULL,
    content_hash VARCHAR NOT NULL,
    bank_id VARCHAR NOT NULL,
    sequence_no BIGINT,
    page_no INTEGER,
    from_date DATE,
    to_date DATE,
    created_at TIMESTAMP WITH TIME ZONE,
    opening NUMERIC,
    opening_date DATE,
    closing NUMERIC,
    closing_date DATE,
    transactions BIGINT NOT NULL,
    entry_sum NUMERIC NOT NULL,
    verdict VARCHAR NOT NULL,
    known_from TIMESTAMP WITH TIME ZONE NOT NULL,
    known_until TIMESTAMP WITH TIME ZONE NOT NULL
);

CREATE INDEX past_statement_account ON past_statement (account_id);

-- An entry that left the books, or that belonged to another statement before.
CREATE TABLE past_entry (
    id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    statement_id BIGINT NOT NULL,
    file_id BIGINT NOT NULL,
    identity VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    key_version SMALLINT NOT NULL,
    status VARCHAR NOT NULL,
    booking_date DATE,
    value_date DATE,
    amount NUMERIC NOT NULL,
    currency VARCHAR NOT NULL,
    original_amount NUMERIC,
    original_currency VARCHAR NOT NULL,
    reversal BOOLEAN NOT NULL,
    bank_reference VARCHAR NOT NULL,
    refs VARCHAR NOT NULL,
    party_name VARCHAR NOT NULL,
    party_account VARCHAR NOT NULL,
    party_bic VARCHAR NOT NULL,
    party_organisation VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    transaction_code VARCHAR NOT NULL,
    voucher VARCHAR NOT NULL,
    position VARCHAR NOT NULL,
    known_from TIMESTAMP WITH TIME ZONE NOT NULL,
    known_until TIMESTAMP WITH TIME ZONE NOT NULL
);

CREATE INDEX past_entry_account ON past_entry (account_id);

CREATE VIEW books_known_statement_v1 AS
SELECT
    s.id AS statement_id, s.account_id, s.kind, s.statement_key, s.from_date, s.to_date, s.opening, s.opening_date, s.closing,
    s.closing_date, s.transactions, s.entry_sum, s.verdict, s.known_from, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS known_until
FROM statement s
UNION ALL
SELECT
    p.id, p.account_id, p.kind, p.statement_key, p.from_date, p.to_date, p.opening, p.opening_date, p.closing,
    p.closing_date, p.transactions, p.entry_sum, p.verdict, p.known_from, p.known_until
FROM past_statement p;

CREATE VIEW books_known_entry_v1 AS
SELECT
    e.id AS entry_id, e.account_id, a.code AS account_code, e.status, e.booking_date, e.value_date, e.amount, e.refs, e.party_name,
    e.party_account, e.bank_reference, e.text, e.voucher, e.statement_id, COALESCE(e.known_from, s.known_from) AS known_from,
    CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS known_until
FROM entry e
JOIN statement s ON s.id = e.statement_id
JOIN account a ON a.id = e.account_id
UNION ALL
SELECT
    p.id, p.account_id, a.code, p.status, p.booking_date, p.value_date, p.amount, p.refs, p.party_name,
    p.party_account, p.bank_reference, p.text, p.voucher, p.statement_id, p.known_from, p.known_until
FROM past_entry p
JOIN account a ON a.id = p.account_id;
