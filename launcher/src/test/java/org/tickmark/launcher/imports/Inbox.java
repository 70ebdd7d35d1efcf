package org.tickmark.launcher.imports;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Progress;
import org.tickmark.api.host.books.Account;
import org.tickmark.api.host.books.Unit;
import org.tickmark.api.host.imports.FileOutcome;
import org.tickmark.api.host.imports.ImportDefinition;
import org.tickmark.api.host.imports.ImportDefinition.Strictness;
import org.tickmark.api.host.imports.ImportDefinition.Whole;
import org.tickmark.api.importer.AccountId;
import org.tickmark.importers.pipeline.Pipeline;
import org.tickmark.kit.jdbc.Row;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.testkit.file.Payment;

/** A folder of one unit, whose files are imported as soon as they are put there. */
final class Inbox {
    private final Workbench workbench;
    private final String unit;
    private final Path source;
    private final Path archive;
    private final Pipeline.Work work;

    /**
     * An empty inbox of a new unit.
     *
     * @param folder an empty folder
     * @param unit code of the unit
     * @param accounts codes of the accounts to follow; none for every account that a file names
     * @param strictness whether a statement that does not add up is refused
     * @param options of the format
     */
    Inbox(
            Workbench workbench,
            Path folder,
            String unit,
            List<String> accounts,
            Strictness strictness,
            Map<String, String> options)
            throws IOException {
        this.workbench = workbench;
        this.unit = unit;
        this.source = Files.createDirectories(folder.resolve("in"));
        this.archive = Files.createDirectories(folder.resolve("archive"));
        ImportDefinition definition = new ImportDefinition(
                unit,
                unit,
                Optional.empty(),
                accounts,
                source.toString(),
                "*",
                archive.toString(),
                true,
                strictness,
                options,
                List.of(),
                Whole.SETTLED);
        this.work = new Pipeline.Work(definition, source, archive);
        workbench.books().save(Workbench.CALLER, new Unit(unit, unit, "", "NOK"));
    }

    /** An account to book entries on. */
    void account(String code, AccountId identification, String currency) {
        Account.Side side =
                identification.scheme() == AccountId.Scheme.LEDGER ? Account.Side.LEDGER : Account.Side.BANK;
        workbench.books().save(Workbench.CALLER, new Account(0, unit, code, side, identification, currency, code));
    }

    Path source() {
        return source;
    }

    Path archive() {
        return archive;
    }

    /** Puts a file into the folder, lets the import run, and tells what became of the file; one that is held is taken away. */
    FileOutcome deliver(String name, byte[] bytes) throws IOException {
        FileOutcome outcome = take(name, bytes);
        Files.deleteIfExists(source.resolve(name));
        return outcome;
    }

    /** Puts a file into the folder, lets the import run, and tells what became of the file. */
    FileOutcome take(String name, byte[] bytes) throws IOException {
        Path file = Files.write(source.resolve(name), bytes);
        Files.setLastModifiedTime(
                file, FileTime.from(workbench.clock().instant().minusSeconds(60)));
        workbench.clock().advance(Duration.ofMinutes(1));
        List<FileOutcome> outcomes = workbench
                .pipeline()
                .run(Workbench.CALLER, List.of(work), false, Progress.NONE, CancelToken.NEVER)
                .files();
        if (outcomes.size() != 1) {
            throw new AssertionError("expected one file, found " + outcomes);
        }
        return outcomes.get(0);
    }

    /** Day and amount of every booked entry, in order. */
    List<String> entries() {
        String query = "SELECT e.booking_date, e.amount FROM entry e JOIN account a ON a.id = e.account_id"
                + " WHERE a.unit_code = ? AND e.status = 'BOOKED'";
        return workbench
                .transactions()
                .reading(tx -> Sql.on(tx.connection(), query).with(unit).list(Inbox::line).stream()
                        .sorted()
                        .toList());
    }

    private static String line(Row row) throws SQLException {
        return line(row.date("booking_date"), row.amount("amount"));
    }

    /** How {@link #entries} tells a payment. */
    static String line(Payment payment) {
        return line(payment.day(), BigDecimal.valueOf(payment.cents(), 2));
    }

    private static String line(LocalDate day, BigDecimal amount) {
        return day + " " + amount.stripTrailingZeros().toPlainString();
    }
}
