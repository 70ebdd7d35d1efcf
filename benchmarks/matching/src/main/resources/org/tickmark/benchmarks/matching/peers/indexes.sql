create index bank_ref on bank (ref);
create index ledger_ref on ledger (ref);
analyze;
