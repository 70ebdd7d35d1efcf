-- A row of due under one number, so that a database that keeps a row under its number (H2) has no index for it beside.
create table due_by_key (
  id bigint primary key,                       -- of a run that waits, its key; of the next time of a task, the task's key, negative
  task_id bigint not null,
  due_at timestamp with time zone not null,
  nominal_at timestamp with time zone not null, -- of a next time: due_at without jitter; all times of the task before it are accounted for
  priority integer not null,
  placement_id bigint not null
);

insert into due_by_key (id, task_id, due_at, nominal_at, priority, placement_id)
select case when run_id = 0 then -task_id else run_id end, task_id, due_at, nominal_at, priority, placement_id from due;

drop table due;

alter table due_by_key rename to due;

create index due_placement on due (placement_id, due_at);
