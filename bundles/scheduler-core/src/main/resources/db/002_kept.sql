-- What tasks know of times that another bundle looks after. A row for each task whose schedule names such times.
create table task_kept (
  task_id bigint primary key references task (id),
  schedule varchar not null,                   -- series:3
  times text                                   -- as they were told last, JSON; null: they are no more
);

create index task_kept_schedule on task_kept (schedule);
