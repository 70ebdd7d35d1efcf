-- Names of files and what is long are looked for of one owner as well. Most rows have no name and are short, so that an index which begins with
-- the owner would be taken before these and gone through whole.
DROP INDEX appointment_uid;
CREATE INDEX appointment_uid ON appointment (uid, associate_id);

DROP INDEX appointment_long;
CREATE INDEX appointment_long ON appointment (is_long, associate_id, starts_at);
