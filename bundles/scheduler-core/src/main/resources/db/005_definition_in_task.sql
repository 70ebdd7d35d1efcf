-- The definition that holds is in the row of its task; task_revision has those that a task had before.
alter table task add column definition text;   -- JSON
alter table task add column saved_by varchar;
alter table task add column saved_at timestamp with time zone;

update task set
  definition = (select r.definition from task_revision r where r.task_id = task.id and r.number = task.revision),
  saved_by = (select r.saved_by from task_revision r where r.task_id = task.id and r.number = task.revision),
  saved_at = (select r.saved_at from task_revision r where r.task_id = task.id and r.number = task.revision);

alter table task alter column definition set not null;
alter table task alter column saved_by set not null;
alter table task alter column saved_at set not null;

delete from task_revision
where exists (select 1 from task t where t.id = task_revision.task_id and t.revision = task_revision.number);
