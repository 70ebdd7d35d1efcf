package org.tickmark.importer.bai2;

import java.time.LocalDate;
import java.util.Optional;
import org.tickmark.kit.lines.LineProblems.Field;

/** The funds type of an amount: when it is available. Some types are followed by fields of their own, which must be taken for the next ones to be found. */
final class Funds {
    /** More distributions than any amount has. */
    private static final int MOST_DISTRIBUTIONS = 999;

    private Funds() {}

    /** Takes the type and its fields; gives the value date, which one type has. */
    static Optional<LocalDate> take(Bai2Record record) {
        String type = record.next();
        switch (type) {
            case "", "0", "1", "2", "Z" -> {
                return Optional.empty();
            }
            case "V" -> {
                Optional<LocalDate> date = record.nextDate();
                record.next();
                return date;
            }
            case "S" -> skip(record, 3);
            case "D" ->
                skip(
                        record,
                        2
                                * record.nextNumber()
                                        .filter(count -> count <= MOST_DISTRIBUTIONS)
                                        .map(Long::intValue)
                                        .orElse(0));
            default -> record.refuse(Field.CODE, type, "0, 1, 2, S, V, D, Z");
        }
        return Optional.empty();
    }

    private static void skip(Bai2Record record, int fields) {
        for (int i = 0; i < fields; i++) {
            record.next();
        }
    }
}
