-- Who takes part in the appointment of a row, made from its fields as the columns of the row are. The originals keep a row of
-- appointment for each; status and rejectReason have their names and numbers.
CREATE TABLE appointment_participant (
    appointment_id BIGINT NOT NULL REFERENCES appointment (appointment_id) ON DELETE CASCADE,
    -- a person or a resource
    associate_id BIGINT NOT NULL,
    -- CHAIR, REQUIRED, OPTIONAL
    role VARCHAR NOT NULL,
    -- 5 not answered, 1 accepted, 7 perhaps, 9 declined
    status SMALLINT NOT NULL,
    rejectReason VARCHAR NOT NULL,
    -- of the appointment
    starts_at TIMESTAMP WITH TIME ZONE NOT NULL,
    is_long BOOLEAN NOT NULL,
    PRIMARY KEY (appointment_id, associate_id)
);

CREATE INDEX appointment_participant_by_time ON appointment_participant (associate_id, starts_at);

-- The hours of the week, in UTC, in which a series or an appointment may take someone's time, so that what may meet is found without
-- looking at everything.
CREATE TABLE busy_hour (
    associate_id BIGINT NOT NULL,
    -- 0 is Monday from midnight to one; -1 stands for every hour
    week_hour SMALLINT NOT NULL,
    -- after all of it; the end of the year 9999 where it goes on for ever
    ends_at TIMESTAMP WITH TIME ZONE NOT NULL,
    -- before all of it
    begins_at TIMESTAMP WITH TIME ZONE NOT NULL,
    -- SERIES or SINGLE
    kind VARCHAR NOT NULL,
    item_id BIGINT NOT NULL
);

CREATE INDEX busy_hour_of_associate ON busy_hour (associate_id, week_hour, ends_at);
CREATE INDEX busy_hour_of_item ON busy_hour (kind, item_id);

CREATE VIEW calendar_participant_v1 AS
SELECT
    p.appointment_id, p.recurrenceRuleId AS series_id, a.name AS who, t.role, t.status, t.rejectReason AS reject_reason, p.starts_at,
    p.ends_at, p.title, o.name AS owner
FROM appointment_participant t
JOIN appointment p ON p.appointment_id = t.appointment_id
JOIN associate a ON a.associate_id = t.associate_id
JOIN associate o ON o.associate_id = p.associate_id;
