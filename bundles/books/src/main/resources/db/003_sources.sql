-- Which files tell a statement beside the one that it is of: how many, and the sum of their keys, so that whoever reads can see that one came or went.
CREATE OR REPLACE VIEW books_statement_v1 AS
SELECT
    s.id AS statement_id, s.account_id, a.unit_code, a.code AS account_code, s.kind, s.statement_key, s.bank_id,
    s.sequence_no, s.page_no, s.from_date, s.to_date, s.created_at, s.opening, s.opening_date, s.closing, s.closing_date,
    s.transactions, s.entry_sum, s.verdict, s.file_id,
    (SELECT COUNT(*) FROM statement_source f WHERE f.statement_id = s.id) AS more_files,
    (SELECT COALESCE(SUM(f.file_id), 0) FROM statement_source f WHERE f.statement_id = s.id) AS more_files_sum
FROM statement s
JOIN account a ON a.id = s.account_id;
