package org.tickmark.importer.csv;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.Party;
import org.tickmark.api.importer.Reference;

/** Makes an entry of a row. For one thread. */
final class EntryBuilder {
    private final Columns columns;
    private final Fields fields;
    private final TableForm form;
    private final Side side;

    EntryBuilder(Layout layout, Fields fields) {
        this.columns = layout.columns();
        this.fields = fields;
        this.form = layout.form();
        this.side = layout.amounts().side();
    }

    /** The entry of a row; it may still get more text. */
    ImportedEntry.Builder build(Row row, long number, LocalDate day, BigDecimal amount) {
        String id = fields.text(row, columns.at(Role.ID));
        ImportedEntry.Builder entry = ImportedEntry.of(amount, form.place(row.line()))
                .id(id.isEmpty() ? String.valueOf(number) : id)
                .bookingDate(day)
                .party(party(row, amount.signum() < 0))
                .transactionCode(fields.text(row, columns.at(Role.CODE)));
        fields.valueDate(row).ifPresent(entry::valueDate);
        references(row, entry, Role.CREDITOR_REFERENCE, Reference.Type.CREDITOR);
        references(row, entry, Role.INVOICE, Reference.Type.INVOICE);
        references(row, entry, Role.END_TO_END, Reference.Type.END_TO_END);
        references(row, entry, Role.REFERENCE, Reference.Type.CUSTOMER);
        ownReferences(row, entry);
        original(row, entry);
        addText(row, entry);
        return entry;
    }

    /** Adds the texts of a row. */
    void addText(Row row, ImportedEntry.Builder entry) {
        for (int column : columns.all(Role.TEXT)) {
            String text = row.text(column);
            if (text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
                entry.text(text);
            } else {
                text.lines().forEach(entry::text);
            }
        }
    }

    private void references(Row row, ImportedEntry.Builder entry, Role role, Reference.Type type) {
        columns.all(role).forEach(column -> entry.reference(type, row.text(column)));
    }

    /** What a bank calls a voucher is its own reference. */
    private void ownReferences(Row row, ImportedEntry.Builder entry) {
        String voucher = fields.text(row, columns.at(Role.VOUCHER));
        String bank = fields.text(row, columns.at(Role.BANK_REFERENCE));
        if (side == Side.LEDGER) {
            entry.voucher(voucher).bankReference(bank);
        } else {
            entry.bankReference(bank.isEmpty() ? voucher : bank);
        }
    }

    private void original(Row row, ImportedEntry.Builder entry) {
        Optional<String> currency = Currencies.code(fields.text(row, columns.at(Role.ORIGINAL_CURRENCY)));
        Optional<BigDecimal> amount = fields.optionalAmount(row, columns.at(Role.ORIGINAL_AMOUNT));
        if (currency.isPresent() && amount.isPresent() && amount.get().signum() != 0) {
            entry.original(amount.get(), currency.get());
        }
    }

    /** The other side: by its own columns, else the recipient of money out and the sender of money in. */
    private Party party(Row row, boolean out) {
        String name = fields.text(row, columns.at(Role.COUNTERPARTY));
        String account = fields.text(row, columns.at(Role.COUNTERPARTY_ACCOUNT));
        String other = fields.text(row, columns.at(out ? Role.RECIPIENT : Role.SENDER));
        boolean otherIsAccount = Evidence.isAccount(other);
        if (name.isEmpty() && account.isEmpty() && other.isEmpty() && !columns.has(Role.BIC)) {
            return Party.NONE;
        }
        return new Party(
                name.isEmpty() && !otherIsAccount ? other : name,
                account.isEmpty() && otherIsAccount ? other : account,
                fields.text(row, columns.at(Role.BIC)),
                "");
    }
}
