-- What was known of an entry tells its amount in another currency too.
CREATE OR REPLACE VIEW books_known_entry_v1 AS
SELECT
    e.id AS entry_id, e.account_id, a.code AS account_code, e.status, e.booking_date, e.value_date, e.amount, e.refs, e.party_name,
    e.party_account, e.bank_reference, e.text, e.voucher, e.statement_id, COALESCE(e.known_from, s.known_from) AS known_from,
    CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS known_until, e.detail_refs, e.original_amount,
    e.original_currency
FROM entry e
JOIN statement s ON s.id = e.statement_id
JOIN account a ON a.id = e.account_id
UNION ALL
SELECT
    p.id, p.account_id, a.code, p.status, p.booking_date, p.value_date, p.amount, p.refs, p.party_name,
    p.party_account, p.bank_reference, p.text, p.voucher, p.statement_id, p.known_from, p.known_until, p.detail_refs,
    p.original_amount, p.original_currency
FROM past_entry p
JOIN account a ON a.id = p.account_id;
