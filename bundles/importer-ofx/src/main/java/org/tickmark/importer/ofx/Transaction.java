package org.tickmark.importer.ofx;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.Problem;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.ImportedEntry.Status;
import org.tickmark.api.importer.Party;
import org.tickmark.api.importer.Reference;
import org.tickmark.kit.xml.XmlFields;

/** Collects one {@code STMTTRN}. Of an element that comes twice, as the name of a payee in another aggregate, the first that holds something is kept. */
final class Transaction {
    private final Status status;
    private final String position;
    private final String place;
    private final Map<String, String> elements = new HashMap<>();
    private String currencyKind = "";

    /**
     * A transaction without elements.
     *
     * @param line where it begins
     * @param number its number in the statement, from 1
     */
    Transaction(Status status, long line, long number) {
        this.status = status;
        this.position = "line " + line + ", STMTTRN[" + number + "]";
        this.place = position;
    }

    /** Whether an element is of use. */
    static boolean isOfUse(String element) {
        return switch (element) {
            case "DTPOSTED",
                    "DTTRAN",
                    "DTAVAIL",
                    "TRNAMT",
                    "FITID",
                    "NAME",
                    "MEMO",
                    "CHECKNUM",
                    "REFNUM",
                    "TRNTYPE",
                    "CURSYM",
                    "ACCTID",
                    "EXTDNAME",
                    "CORRECTFITID",
                    "CORRECTACTION" -> true;
            default -> false;
        };
    }

    /** Takes an element. */
    void take(String element, String text) {
        if (!text.isEmpty()) {
            elements.putIfAbsent(element, text);
        }
    }

    /** Tells that the currency that comes next is that of the amount ({@code CURRENCY}) or the one it was converted from. */
    void currencyKind(String aggregate) {
        currencyKind = currencyKind.isEmpty() ? aggregate : currencyKind;
    }

    /**
     * The transaction as an entry; empty when its amount is missing or cannot be read, which is told.
     *
     * @param statementCurrency the currency of the statement
     */
    Optional<ImportedEntry> entry(String statementCurrency, Values values, XmlFields fields) {
        warnOfCorrection(fields);
        String currency = currencyKind.equals("CURRENCY") ? get("CURSYM").toUpperCase(Locale.ROOT) : "";
        Optional<BigDecimal> amount = amount(currency.isEmpty() ? statementCurrency : currency, fields);
        Optional<LocalDate> booked = day(status == Status.PENDING ? "DTTRAN" : "DTPOSTED", values, fields);
        Optional<LocalDate> available = day("DTAVAIL", values, fields);
        return amount.map(known -> {
            ImportedEntry.Builder entry = described(ImportedEntry.of(known, position));
            booked.ifPresent(entry::bookingDate);
            available.ifPresent(entry::valueDate);
            if (!currency.isEmpty() && !currency.equals(statementCurrency)) {
                entry.currency(currency);
            }
            return entry.build();
        });
    }

    private ImportedEntry.Builder described(ImportedEntry.Builder entry) {
        return entry.status(status)
                .id(get("FITID"))
                .bankReference(get("FITID"))
                .reference(Reference.Type.CUSTOMER, get("CHECKNUM"))
                .reference(Reference.Type.BANK, get("REFNUM"))
                .transactionCode(get("TRNTYPE"))
                .party(new Party(get("NAME"), get("ACCTID"), "", ""))
                .text(get("EXTDNAME"))
                .text(get("MEMO"));
    }

    private Optional<BigDecimal> amount(String currency, XmlFields fields) {
        String text = get("TRNAMT");
        if (text.isEmpty()) {
            fields.missing("TRNAMT", place);
            return Optional.empty();
        }
        Optional<BigDecimal> amount = Values.amount(text, currency);
        if (amount.isEmpty()) {
            fields.refuseAmount(text, "1234.56", place);
        }
        return amount;
    }

    private Optional<LocalDate> day(String element, Values values, XmlFields fields) {
        String text = get(element);
        Optional<LocalDate> day = values.day(text);
        if (day.isEmpty() && !text.isEmpty()) {
            fields.refuseDate(text, "20261122", place);
        }
        return day;
    }

    private void warnOfCorrection(XmlFields fields) {
        if (!get("CORRECTFITID").isEmpty()) {
            fields.tell(Problem.warning(
                            ErrorClass.W.code("correction"),
                            Texts.message("ofx.correction", get("CORRECTFITID"), get("CORRECTACTION")))
                    .where(place)
                    .advice(Texts.message("ofx.correction.advice"))
                    .build());
        }
    }

    private String get(String element) {
        return elements.getOrDefault(element, "");
    }
}
