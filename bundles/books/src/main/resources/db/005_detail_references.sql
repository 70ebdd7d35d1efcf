-- The documents that the payments inside an entry name, one TYPE:value a line, so that whoever reads an entry knows them without reading its payments.
ALTER TABLE entry ADD COLUMN detail_refs VARCHAR DEFAULT '' NOT NULL;
ALTER TABLE past_entry ADD COLUMN detail_refs VARCHAR DEFAULT '' NOT NULL;

CREATE OR REPLACE VIEW books_entry_v1 AS
SELECT
    e.id AS entry_id, e.account_id, a.unit_code, a.code AS account_code, a.side, e.status, e.booking_date, e.value_date,
    e.amount, e.currency, e.original_amount, e.original_currency, e.reversal, e.party_name, e.party_account, e.bank_reference,
    e.refs, e.text, e.transaction_code, e.voucher, e.position, e.statement_id, e.ordinal, e.file_id, e.detail_refs
FROM entry e
JOIN account a ON a.id = e.account_id;

CREATE OR REPLACE VIEW books_known_entry_v1 AS
SELECT
    e.id AS entry_id, e.account_id, a.code AS account_code, e.status, e.booking_date, e.value_date, e.amount, e.refs, e.party_name,
    e.party_account, e.bank_reference, e.text, e.voucher, e.statement_id, COALESCE(e.known_from, s.known_from) AS known_from,
    CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS known_until, e.detail_refs
FROM entry e
JOIN statement s ON s.id = e.statement_id
JOIN account a ON a.id = e.account_id
UNION ALL
SELECT
    p.id, p.account_id, a.code, p.status, p.booking_date, p.value_date, p.amount, p.refs, p.party_name,
    p.party_account, p.bank_reference, p.text, p.voucher, p.statement_id, p.known_from, p.known_until, p.detail_refs
FROM past_entry p
JOIN account a ON a.id = p.account_id;
