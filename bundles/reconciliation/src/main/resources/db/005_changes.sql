-- What has changed since somebody looked: a group counts its changes, and each match knows by which of them it was made or taken back.
alter table recon_group add column changes bigint default 0 not null;
alter table recon_match add column changed bigint default 0 not null;

create index recon_match_changed on recon_match (group_id, changed);
