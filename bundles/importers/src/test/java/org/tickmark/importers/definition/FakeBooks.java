package org.tickmark.importers.definition;

import java.util.List;
import java.util.Optional;
import org.tickmark.api.Caller;
import org.tickmark.api.host.Tx;
import org.tickmark.api.host.books.Account;
import org.tickmark.api.host.books.Appended;
import org.tickmark.api.host.books.BookedFile;
import org.tickmark.api.host.books.Books;
import org.tickmark.api.host.books.Unit;
import org.tickmark.api.importer.AccountId;
import org.tickmark.api.message.Message;

/** Books with one unit and one account, which can only be read. */
record FakeBooks(Unit unit, Account account) implements Books {
    @Override
    public List<Unit> units(Caller caller) {
        return List.of(unit);
    }

    @Override
    public Optional<Unit> unit(Caller caller, String code) {
        return Optional.of(unit).filter(one -> one.code().equals(code));
    }

    @Override
    public List<Account> accounts(Caller caller) {
        return List.of(account);
    }

    @Override
    public Optional<Account> account(Caller caller, String unitCode, String code) {
        return Optional.of(account)
                .filter(one -> one.unit().equals(unitCode) && one.code().equals(code));
    }

    @Override
    public void save(Caller caller, Unit changed) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void removeUnit(Caller caller, String code) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Account save(Caller caller, Account changed) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void removeAccount(Caller caller, String unitCode, String code) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Account> find(Tx tx, String unitCode, AccountId identification) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Appended append(Tx tx, Caller caller, BookedFile file) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long remove(Tx tx, Caller caller, long fileId, String reason) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long removable(Tx tx, Caller caller, long fileId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Message> removalWouldUndo(Tx tx, long fileId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String exportText(Caller caller, List<String> units) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> importText(Caller caller, String text, String from, boolean dryRun) {
        throw new UnsupportedOperationException();
    }
}
