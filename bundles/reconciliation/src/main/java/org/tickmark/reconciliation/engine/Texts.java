package org.tickmark.reconciliation.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.tickmark.api.message.Message;
import org.tickmark.api.message.MessageCatalog;
import org.tickmark.kit.money.Amounts;

/** The texts of the engine. Amounts and dates are messages too, so that they are written as the reader's language does. */
final class Texts {
    private static final MessageCatalog MESSAGES = MessageCatalog.of(Texts.class);
    private static final DateTimeFormatter NORWEGIAN = DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.ROOT);

    private Texts() {}

    static Message message(String id, Object... arguments) {
        return MESSAGES.message(id, arguments);
    }

    /** An amount of a currency. */
    static Message amount(BigDecimal amount, String currency) {
        return message(
                "amount",
                Amounts.display(amount, currency, Locale.ENGLISH),
                Amounts.display(amount, currency, Locale.forLanguageTag("sv")));
    }

    static Message date(LocalDate date) {
        return message("date", date.toString(), NORWEGIAN.format(date));
    }
}
