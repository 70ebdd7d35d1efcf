create table bank (id integer, booked integer, minor bigint, ref varchar(60));
create table ledger (id integer, booked integer, minor bigint, ref varchar(60));
create table matched (rule varchar(20), match_id varchar(60), side varchar(6), id integer);
