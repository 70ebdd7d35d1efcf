-- Each state that a group was saved in. It outlives the group.
create table recon_group_version (
  group_id bigint not null,
  version integer not null,
  saved_at timestamp with time zone not null,   -- 1970-01-01 if that was before versions were kept
  saved_by varchar not null,
  reason varchar not null,
  text varchar not null,                        -- the group, as definition text
  primary key (group_id, version)
);
