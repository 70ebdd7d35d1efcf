-- What happened, for others to read.
CREATE VIEW event_v1 AS
SELECT id, topic, subject, at, caller, fields FROM event;
