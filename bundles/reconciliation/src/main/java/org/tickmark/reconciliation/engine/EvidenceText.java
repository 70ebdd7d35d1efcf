package org.tickmark.reconciliation.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tickmark.api.message.Message;

/**
 * Evidence as text that a database can keep: a message a line, its id and its arguments separated by tabs. An argument begins with a letter
 * for what it is: {@code s} text, {@code n} number, {@code a} amount, {@code m} amount with its currency, {@code d} date.
 */
public final class EvidenceText {
    private EvidenceText() {}

    /** Writes messages of the engine, and texts that are given in every language. */
    public static String write(List<Message> evidence) {
        StringBuilder text = new StringBuilder();
        for (Message message : evidence) {
            if (text.length() > 0) {
                text.append('\n');
            }
            text.append(message.id());
            for (Object argument : message.arguments()) {
                text.append('\t').append(written(argument));
            }
        }
        return text.toString();
    }

    private static String written(Object argument) {
        if (argument instanceof Integer number) {
            return "n" + number;
        }
        if (argument instanceof String string) {
            return "s" + escape(string);
        }
        Message message = (Message) argument;
        return switch (message.id()) {
            case Wording.DATE -> "d" + join(message.arguments());
            case Wording.MONEY ->
                "m" + message.arguments().get(0) + " "
                        + plain((Message) message.arguments().get(1));
            default -> "a" + plain(message);
        };
    }

    private static String plain(Message amount) {
        return ((BigDecimal) amount.arguments().get(0)).toPlainString();
    }

    private static String join(List<Object> dateParts) {
        return dateParts.get(0) + "-" + dateParts.get(1) + "-" + dateParts.get(2);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param currency ISO 4217 code of the amounts
     */
    public static List<Message> read(String text, String currency) {
        List<Message> evidence = new ArrayList<>();
        text.lines().forEach(line -> evidence.add(message(line.split("\t", -1), currency)));
        return evidence;
    }

    private static Message message(String[] parts, String currency) {
        Object[] arguments = new Object[parts.length - 1];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = argument(parts[i + 1], currency);
        }
        return parts[0].equals(Message.TRANSLATED)
                ? Message.translated((String) arguments[0], (String) arguments[1], (String) arguments[2])
                : Wording.message(parts[0], arguments);
    }

    private static Object argument(String written, String currency) {
        String value = written.substring(1);
        return switch (written.charAt(0)) {
            case 'n' -> Integer.valueOf(value);
            case 'a' -> Wording.amount(new BigDecimal(value), currency);
            case 'm' -> money(value.split(" ", 2));
            case 'd' -> Wording.date(LocalDate.parse(value));
            default -> unescape(value);
        };
    }

    private static Message money(String[] currencyAndAmount) {
        return Wording.money(new BigDecimal(currencyAndAmount[1]), currencyAndAmount[0]);
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static String unescape(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
                plain.append(
                        switch (text.charAt(i)) {
                            case 't' -> '\t';
                            case 'n' -> '\n';
                            case 'r' -> '\r';
                            default -> text.charAt(i);
                        });
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
