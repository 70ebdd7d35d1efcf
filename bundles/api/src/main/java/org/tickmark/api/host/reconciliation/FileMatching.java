package org.tickmark.api.host.reconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.osgi.annotation.versioning.ProviderType;
import org.tickmark.api.Problem;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.message.Message;

/** What reconciling two files found. To be read while the files are open, by one thread at a time. */
@ProviderType
public interface FileMatching {
    /** The accounts of a side that took part, in the order of its file; an account that the file does not name is empty. */
    List<String> accounts(Side side);

    /** How many rows of a side took part. */
    long rows(Side side);

    /** What each rule matched, in the order applied. */
    List<GroupRun.RuleCount> rules();

    /** The matches, by rule and then by contents. */
    List<Match> matches();

    /** What may belong to open bank rows, the best few for each, in the order of the rows. */
    List<Suggestion> suggestions();

    /** The rows in no match, bank side first, by date and contents. */
    List<Open> open();

    /** The balance proof of each currency, ordered by currency; none if no row took part. */
    List<Proof> proofs();

    /** What a person should know of how the files were taken. */
    List<Problem> notes();

    /** The report as a page of its own. */
    String htmlReport(Locale locale);

    /** The report as text for a terminal. */
    String textReport(Locale locale);

    /**
     * A row of a file.
     *
     * @param name what the file itself calls it, else its number in the file, from 1; of rows with the same name the second has
     *     {@code #2} behind it, and so on
     * @param side which side it is on
     * @param account number of its account; empty when the file does not name it
     * @param bookingDate when it was booked
     * @param amount signed amount
     * @param currency ISO 4217 code; empty when neither file says it
     * @param reference the reference that says most; empty when it has none
     * @param party name of the other side; empty when not known
     * @param text its free text, in one line
     */
    record Row(
            String name,
            Side side,
            String account,
            LocalDate bookingDate,
            BigDecimal amount,
            String currency,
            String reference,
            String party,
            String text) {
        public Row {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(side, "side");
            Objects.requireNonNull(account, "account");
            Objects.requireNonNull(bookingDate, "bookingDate");
            Objects.requireNonNull(amount, "amount");
            Objects.requireNonNull(currency, "currency");
            Objects.requireNonNull(reference, "reference");
            Objects.requireNonNull(party, "party");
            Objects.requireNonNull(text, "text");
        }
    }

    /**
     * Rows that belong together.
     *
     * @param id from 1, in the order of the matches
     * @param rule name of the rule that found it
     * @param bank names of its rows on the bank side
     * @param ledger names of its rows on the ledger side
     * @param amount sum of one side: the bank side, or the ledger side when it has no bank row
     * @param difference bank less ledger
     * @param currency ISO 4217 code of both
     * @param evidence which fields agreed, and why it was unique
     */
    record Match(
            long id,
            String rule,
            List<String> bank,
            List<String> ledger,
            BigDecimal amount,
            BigDecimal difference,
            String currency,
            List<Message> evidence) {
        public Match {
            Objects.requireNonNull(rule, "rule");
            bank = List.copyOf(bank);
            ledger = List.copyOf(ledger);
            Objects.requireNonNull(amount, "amount");
            Objects.requireNonNull(difference, "difference");
            Objects.requireNonNull(currency, "currency");
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * Open rows that may belong together, for a person to decide.
     *
     * @param anchor name of the row that it is made for
     * @param rank 1 for the best one for that row
     * @param bank its rows on the bank side
     * @param ledger its rows on the ledger side
     * @param difference bank less ledger
     * @param currency ISO 4217 code
     * @param reasons what speaks for it and what against it
     */
    record Suggestion(
            String anchor,
            int rank,
            List<Row> bank,
            List<Row> ledger,
            BigDecimal difference,
            String currency,
            List<Message> reasons) {
        public Suggestion {
            Objects.requireNonNull(anchor, "anchor");
            bank = List.copyOf(bank);
            ledger = List.copyOf(ledger);
            Objects.requireNonNull(difference, "difference");
            Objects.requireNonNull(currency, "currency");
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * A row in no match.
     *
     * @param row the row
     * @param ageDays days from its booking to the last booking of either file
     * @param reason why no rule matched it
     */
    record Open(Row row, long ageDays, Message reason) {
        public Open {
            Objects.requireNonNull(row, "row");
            Objects.requireNonNull(reason, "reason");
        }
    }
}
