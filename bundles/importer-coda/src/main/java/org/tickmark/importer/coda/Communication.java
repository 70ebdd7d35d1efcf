package org.tickmark.importer.coda;

import java.math.BigDecimal;
import java.util.Optional;
import org.tickmark.api.importer.Reference;

/**
 * Structured communications: three digits say which structure the rest has (format description, chapter on structured communications). Those that hold nothing to match by
 * are text, blanks between their fields made one.
 */
final class Communication {
    private static final int STRUCTURE = 3;
    private static final int REFERENCE = 12;
    private static final int SCALE = 3;
    private static final int AMOUNT = 15;
    private static final int CURRENCY_AT = 42;
    private static final int REFERENCE_AT = 45;
    private static final int MANDATE_AT = 44;
    private static final int TEXT_AT = 79;
    private static final int TEXT_END = 141;

    private Communication() {}

    /**
     * Reads a communication.
     *
     * @param text with its structure
     * @param currency of the account
     */
    static void read(String text, String currency, Movement movement) {
        String content = text.substring(STRUCTURE) + " ".repeat(TEXT_END);
        switch (text.substring(0, STRUCTURE)) {
            case "101", "102" -> creditorReference(content.substring(0, REFERENCE), movement);
            case "105" -> originalAmount(content, currency, movement);
            case "127" -> directDebit(content, movement);
            case "106", "108" -> {
                // shares of tax and rates of interest: what they come to, the amount says
            }
            default -> movement.text(content.strip().replaceAll(" {2,}", " "));
        }
    }

    /** The reference between three plus signs, {@code +++123/4567/89012+++}, as its twelve digits. */
    private static void creditorReference(String digits, Movement movement) {
        if (CodaRecord.isDigits(digits)) {
            movement.reference(Reference.Type.CREDITOR, digits);
        } else {
            movement.text(digits);
        }
    }

    /** Gross amounts in the currencies of account and payment, the rate between them, and the reference given. */
    private static void originalAmount(String content, String currency, Movement movement) {
        String code = content.substring(CURRENCY_AT, REFERENCE_AT).strip();
        String original = content.substring(AMOUNT, 2 * AMOUNT);
        String reference = content.substring(REFERENCE_AT, REFERENCE_AT + REFERENCE);
        if (!code.isEmpty() && !code.equals(currency)) {
            if (CodaRecord.isDigits(original)) {
                movement.original(Optional.of(BigDecimal.valueOf(Long.parseLong(original), SCALE)), code);
            } else {
                movement.refuseAmount();
            }
        }
        if (CodaRecord.isDigits(reference)) {
            creditorReference(reference, movement);
        }
    }

    /** European direct debit: settlement date and codes, creditor, mandate, communication. */
    private static void directDebit(String content, Movement movement) {
        String mandate = content.substring(MANDATE_AT, TEXT_AT).strip();
        String told = content.substring(TEXT_AT, TEXT_END).strip();
        if (!mandate.isEmpty()) {
            movement.text("MANDATE " + mandate);
        }
        if (told.length() == REFERENCE && CodaRecord.isDigits(told)) {
            creditorReference(told, movement);
        } else {
            movement.text(told);
        }
    }
}
