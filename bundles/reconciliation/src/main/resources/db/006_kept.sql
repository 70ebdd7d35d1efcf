-- What is kept so that who looks at a group needs to read neither all its entries nor all its matches.

-- The matches that stand, summed up by day and rule; in step with every match that is made or taken back.
create table recon_match_sum (
  group_id bigint not null,
  effective date not null,
  rule varchar not null,
  matches bigint not null,
  difference numeric not null,                  -- the signed sum of their differences
  borne numeric not null,                       -- the sum of these without signs
  primary key (group_id, effective, rule)
);

insert into recon_match_sum (group_id, effective, rule, matches, difference, borne)
select group_id, effective, rule, count(*), sum(difference), sum(abs(difference))
from recon_match
where undone_at is null
group by group_id, effective, rule;

-- What the last run of a group left open: its entries, and of each account the last that was booked.
create table recon_left (
  group_id bigint not null,
  account_id bigint not null,
  last_entry_id bigint not null,                -- 0 if nothing was booked
  changes bigint not null,                      -- of the group, with those of the run
  until date not null,                          -- the day of the run
  primary key (group_id, account_id)
);

create table recon_left_entry (
  group_id bigint not null,
  entry_id bigint not null,
  primary key (group_id, entry_id)
);
