package org.tickmark.reconciliation.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.tickmark.api.message.Message;
import org.tickmark.api.message.MessageCatalog;
import org.tickmark.kit.money.Amounts;

/** The texts of the engine. Amounts and dates are messages too, so that they are written as the reader's language does. */
public final class Wording {
    static final String AMOUNT = "amount";
    static final String DATE = "date";
    static final String MONEY = "money";

    private static final MessageCatalog MESSAGES = MessageCatalog.of(Wording.class);

    private Wording() {}

    static Message message(String id, Object... arguments) {
        return MESSAGES.message(id, arguments);
    }

    /** An amount with the decimals of its currency, more only where it has more. */
    public static Message amount(BigDecimal amount, String currency) {
        return message(AMOUNT + "." + Amounts.minorUnits(currency), new BigDecimal(Amounts.plain(amount, currency)));
    }

    /** An amount with its currency, where that is not the one of the rows. */
    static Message money(BigDecimal amount, String currency) {
        return message(MONEY, currency, amount(amount, currency));
    }

    /** A date. */
    public static Message date(LocalDate date) {
        return message(
                DATE, digits(date.getYear(), 4), digits(date.getMonthValue(), 2), digits(date.getDayOfMonth(), 2));
    }

    private static String digits(int number, int length) {
        String digits = Integer.toString(number);
        return "0".repeat(Math.max(0, length - digits.length())) + digits;
    }
}
