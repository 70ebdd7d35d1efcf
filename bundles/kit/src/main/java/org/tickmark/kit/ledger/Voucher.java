package org.tickmark.kit.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.tickmark.api.Problem;
import org.tickmark.api.importer.ErrorClass;

/** The voucher at hand: what its head says, and the sum of its entries. For one thread. */
public final class Voucher {
    private final String name;
    private final Optional<LocalDate> date;
    private final String text;
    private final String place;
    private BigDecimal sum = BigDecimal.ZERO;
    private boolean complete = true;

    /**
     * A voucher without entries.
     *
     * @param name series and number; one or both may be missing
     * @param date its date, when it can be read
     * @param place where it begins
     */
    public Voucher(String name, Optional<LocalDate> date, String text, String place) {
        this.name = name;
        this.date = date;
        this.text = text;
        this.place = place;
    }

    /** Series and number; empty when it has neither. */
    public String name() {
        return name;
    }

    /** Its date, when it can be read. */
    public Optional<LocalDate> date() {
        return date;
    }

    /** Its text; empty when it has none. */
    public String text() {
        return text;
    }

    /** Counts an entry. */
    public void add(BigDecimal amount) {
        sum = sum.add(amount);
    }

    /** Counts an entry whose amount cannot be read: the sum says nothing any more. */
    public void addUnreadable() {
        complete = false;
    }

    /** The problem that its entries do not sum to zero; none when they do, or when that cannot be known. */
    public Optional<Problem> imbalance(Strictness strictness) {
        if (!complete || sum.signum() == 0) {
            return Optional.empty();
        }
        return Optional.of(strictness
                .problem(ErrorClass.E5.code("voucher"), Texts.message("ledger.voucher", name.isEmpty() ? "-" : name))
                .where(place)
                .found(sum.toPlainString())
                .expected("0")
                .build());
    }
}
