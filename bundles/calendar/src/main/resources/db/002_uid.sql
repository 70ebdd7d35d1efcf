-- What a file names an item by, made from the field x-uid; null for others, and for the rows of series.
ALTER TABLE recurrence_rule ADD COLUMN uid VARCHAR;
ALTER TABLE appointment ADD COLUMN uid VARCHAR;

CREATE INDEX recurrence_rule_uid ON recurrence_rule (uid);
CREATE INDEX appointment_uid ON appointment (uid);
