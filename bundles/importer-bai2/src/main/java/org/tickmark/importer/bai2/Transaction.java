package org.tickmark.importer.bai2;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.Party;
import org.tickmark.api.importer.Reference;
import org.tickmark.kit.lines.LineProblems.Field;

/** A record 16: type, amount, funds type, references, text; and the lines of text that continue it. */
final class Transaction {
    /** Type, amount, funds type, two references, text. */
    private static final int FIELDS = 6;

    /** Tells something without an amount. */
    private static final String NON_MONETARY = "890";

    private static final int LABEL = 4;

    private final Bai2Record record;
    private final List<String> text = new ArrayList<>();
    private int length;

    /** A transaction whose fields are gathered still. */
    Transaction(Bai2Record record) {
        this.record = record;
        this.length = record.length();
    }

    /** Takes a record 88: more fields as long as there are too few, and then text. */
    void more(String content) {
        length += content.length();
        if (text.isEmpty() && record.left() < FIELDS) {
            record.add(content);
        } else {
            text.add(content);
        }
    }

    /** Takes the rest of a line that was broken inside the text. */
    void broken(String content) {
        length += content.length();
        text.add(content);
    }

    /** How many characters it has. */
    int length() {
        return length;
    }

    /**
     * Reads it and tells its account: a transaction without money is passed over.
     *
     * @param booked the day of the group it is in, if known
     */
    void tell(AccountSection account, Optional<LocalDate> booked) {
        String type = record.next();
        int direction = direction(type);
        if (direction == 0 && !type.equals(NON_MONETARY)) {
            record.refuse(Field.CODE, type, "100 … 699");
        }
        Optional<BigDecimal> units = direction == 0 ? record.nextUnits() : record.requireUnits();
        units.ifPresent(account::count);
        if (direction == 0) {
            return;
        } else if (units.isEmpty()) {
            account.incomplete();
            return;
        }
        BigDecimal amount = units.get().scaleByPowerOfTen(-account.scale());
        ImportedEntry.Builder entry = ImportedEntry.of(direction < 0 ? amount.negate() : amount, record.place())
                .transactionCode(type);
        booked.ifPresent(entry::bookingDate);
        Funds.take(record).ifPresent(entry::valueDate);
        entry.bankReference(record.next()).reference(Reference.Type.CUSTOMER, record.next());
        entry.text(record.rest());
        fill(entry, direction);
        account.entry(entry.build());
    }

    private void fill(ImportedEntry.Builder entry, int direction) {
        String name = "";
        String account = "";
        String bic = "";
        String side = direction > 0 ? "D" : "C";
        for (String line : text) {
            String value = line.length() > LABEL && line.charAt(LABEL) == ':'
                    ? line.substring(LABEL + 1).strip()
                    : "";
            String label = value.isEmpty() ? "" : line.substring(0, LABEL);
            if (label.equals("EREF")) {
                entry.reference(Reference.Type.END_TO_END, value);
            } else if (label.equals("CREF")) {
                entry.reference(Reference.Type.BANK, value);
            } else if (label.equals("REMI")) {
                entry.text(value);
            } else if (label.equals(direction > 0 ? "DBNM" : "CRNM")) {
                name = value;
            } else if (label.equals(side + "ACT")) {
                account = value;
            } else if (label.equals(side + "BIC")) {
                bic = value;
            } else {
                entry.text(line);
            }
        }
        if (!name.isEmpty() || !account.isEmpty() || !bic.isEmpty()) {
            entry.party(new Party(name, account, bic, ""));
        }
    }

    /** Which way the money goes: 1 in, -1 out, 0 for a code that is none of an amount's. */
    private static int direction(String type) {
        if (type.length() != 3 || !type.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            return 0;
        }
        int code = Integer.parseInt(type);
        if (isWithin(code, 100, 399) || isWithin(code, 720, 759) || isWithin(code, 920, 959)) {
            return 1;
        }
        boolean out = isWithin(code, 400, 699) || isWithin(code, 760, 799) || isWithin(code, 960, 999);
        return out ? -1 : 0;
    }

    private static boolean isWithin(int code, int first, int last) {
        return code >= first && code <= last;
    }
}
