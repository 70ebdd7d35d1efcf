-- Sums of a reference (R3, R4): all rows of a reference whose sums are equal on both sides.
create table key_sum as
select b.ref
  from (select ref, sum(minor) as total from bank where ref <> '' group by ref) b
  join (select ref, sum(minor) as total from ledger where ref <> '' group by ref) l on l.ref = b.ref
 where l.total = b.total;
insert into matched select 'sum', b.ref, 'BANK', b.id from bank b join key_sum k on k.ref = b.ref;
insert into matched select 'sum', l.ref, 'LEDGER', l.id from ledger l join key_sum k on k.ref = l.ref;
create table bank_1 as select * from bank b where not exists (select 1 from key_sum k where k.ref = b.ref);
create table ledger_1 as select * from ledger l where not exists (select 1 from key_sum k where k.ref = l.ref);

-- Reference and amount (R1), once on either side.
create table by_ref as
select b.id as bank_id, l.id as ledger_id
  from (select ref, minor, min(id) as id from bank_1 where ref <> '' group by ref, minor having count(*) = 1) b
  join (select ref, minor, min(id) as id from ledger_1 where ref <> '' group by ref, minor having count(*) = 1) l
    on l.ref = b.ref and l.minor = b.minor;
insert into matched select 'reference', cast(bank_id as varchar(20)), 'BANK', bank_id from by_ref;
insert into matched select 'reference', cast(bank_id as varchar(20)), 'LEDGER', ledger_id from by_ref;
create table bank_2 as select * from bank_1 b where not exists (select 1 from by_ref p where p.bank_id = b.id);
create table ledger_2 as select * from ledger_1 l where not exists (select 1 from by_ref p where p.ledger_id = l.id);

-- Reference, and an amount to within 1.00 (R2), once on either side.
create table by_tolerance as
select b.id as bank_id, l.id as ledger_id
  from (select ref, min(minor) as minor, min(id) as id from bank_2 where ref <> '' group by ref having count(*) = 1) b
  join (select ref, min(minor) as minor, min(id) as id from ledger_2 where ref <> '' group by ref having count(*) = 1) l
    on l.ref = b.ref
 where abs(b.minor - l.minor) <= 100;
insert into matched select 'tolerance', cast(bank_id as varchar(20)), 'BANK', bank_id from by_tolerance;
insert into matched select 'tolerance', cast(bank_id as varchar(20)), 'LEDGER', ledger_id from by_tolerance;
create table bank_3 as select * from bank_2 b where not exists (select 1 from by_tolerance p where p.bank_id = b.id);
create table ledger_3 as select * from ledger_2 l where not exists (select 1 from by_tolerance p where p.ledger_id = l.id);

-- The amount (R1), unless references speak against it: one candidate in the window, seen from either side.
create index ledger_3_minor on ledger_3 (minor, booked);
create table candidate as
select b.id as bank_id, l.id as ledger_id
  from bank_3 b
  join ledger_3 l on l.minor = b.minor and l.booked between b.booked - 10 and b.booked + 3
 where b.ref = '' or l.ref = '' or b.ref = l.ref;
create table by_amount as
select bank_id, ledger_id
  from (select bank_id, ledger_id, count(*) over (partition by bank_id) as of_bank,
               count(*) over (partition by ledger_id) as of_ledger
          from candidate) c
 where of_bank = 1 and of_ledger = 1;
insert into matched select 'amount', cast(bank_id as varchar(20)), 'BANK', bank_id from by_amount;
insert into matched select 'amount', cast(bank_id as varchar(20)), 'LEDGER', ledger_id from by_amount;
