-- Who looks into a long log for what went wrong asks for its heavier lines.
create index run_log_severity on run_log (run_id, severity, number);

-- Who started a run; none for those that began by themselves.
create table run_starter (
  run_id bigint primary key,
  caller varchar not null
);
