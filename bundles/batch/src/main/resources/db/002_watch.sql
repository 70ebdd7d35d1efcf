-- Whether somebody has been told of a run that was killed.
alter table batch_run add column told boolean default false not null;

-- Moments by which a run was to begin and none did, of which somebody has been told.
create table batch_missing (
  expected_by timestamp with time zone primary key,
  told_at timestamp with time zone not null
);
