-- The booked entries summed up, kept in step with every booking and removal, so that who asks how an account stands needs to read no entry.
CREATE TABLE entry_sum (
    file_id BIGINT NOT NULL,
    statement_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    booking_date DATE NOT NULL,
    entries BIGINT NOT NULL,
    amount NUMERIC NOT NULL,
    last_entry_id BIGINT NOT NULL,
    PRIMARY KEY (file_id, statement_id, booking_date)
);

CREATE INDEX entry_sum_account ON entry_sum (account_id);

INSERT INTO entry_sum (file_id, statement_id, account_id, booking_date, entries, amount, last_entry_id)
SELECT file_id, statement_id, account_id, booking_date, COUNT(*), SUM(amount), MAX(id)
FROM entry
WHERE status = 'BOOKED'
GROUP BY file_id, statement_id, account_id, booking_date;

CREATE VIEW books_entry_sum_v1 AS
SELECT file_id, statement_id, account_id, booking_date, entries, amount, last_entry_id
FROM entry_sum;
