package org.tickmark.launcher.it;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tickmark.api.importer.AccountId;
import org.tickmark.testkit.file.FileForm;
import org.tickmark.testkit.file.Payment;
import org.tickmark.testkit.file.Told;

/**
 * A hundred files, of every form some, each form of a unit of its own: half a year in a file for each month, one of these once more, and one cut off
 * in the middle; of some forms also an export that overlaps all of them. Those of the fourth form lie on another volume once archived.
 */
final class ImportFiles implements FileSet {
    /** How many files there are. */
    static final int COUNT = 100;

    private static final long SEED = 20_261_126;
    private static final int MONTHS = 6;

    /** More than the bytes that end an entry, a line that says so. */
    private static final int END_OF_ENTRY = 3;

    private static final List<FileForm> OVERLAPPING =
            List.of(FileForm.CAMT, FileForm.MT940, FileForm.CSV, FileForm.OFX);

    private final int payments;
    private final Map<Path, byte[]> files = new TreeMap<>();

    /** @param payments how many there are in a month */
    ImportFiles(int payments) {
        this.payments = payments;
        for (FileForm form : FileForm.values()) {
            add(form);
        }
    }

    private void add(FileForm form) {
        List<Payment> all = new ArrayList<>();
        long balance = 0;
        for (int month = 1; month <= MONTHS; month++) {
            Told told = month(month, balance);
            for (long place = 0; place < told.count(); place++) {
                all.add(told.payments().apply(place));
            }
            balance = told.closing();
            put(form, "month-" + month, form.bytes(told));
        }
        put(form, "again", form.bytes(month(1, 0)));
        byte[] whole = form.bytes(month(MONTHS + 1, balance));
        put(form, "cut", Arrays.copyOf(whole, middle(whole)));
        if (OVERLAPPING.contains(form)) {
            LocalDate last = Told.NEW_YEAR.plusMonths(MONTHS).minusDays(1);
            put(form, "overlap", form.bytes(Told.of(1, "H1", 0, Told.NEW_YEAR, last, 0, all)));
        }
    }

    /** Within an entry: of a QIF file that ends between two, nobody can tell that it was longer. */
    private static int middle(byte[] whole) {
        int middle = whole.length / 2;
        return whole[middle - 1] == '\n' ? middle - END_OF_ENTRY : middle;
    }

    /** The months are told one after the other, each from the balance that the one before it ended with. */
    private Told month(int month, long opening) {
        LocalDate first = LocalDate.of(2026, month, 1);
        List<Payment> told = new ArrayList<>();
        for (int i = 0; i < payments; i++) {
            LocalDate day = first.plusDays((long) i * first.lengthOfMonth() / payments);
            told.add(Payment.made(SEED, (long) month * payments + i, day));
        }
        return Told.of(1, "M" + month, month, first, first.plusDays(first.lengthOfMonth() - 1L), opening, told);
    }

    private void put(FileForm form, String name, byte[] bytes) {
        files.put(Path.of("in", unit(form), "files", name + "." + form.extension()), bytes);
    }

    private static String unit(FileForm form) {
        return form.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Map<Path, byte[]> bytes() {
        return files;
    }

    @Override
    public String definitions(String archive) {
        return "units:\n" + each(ImportFiles::unitText) + "imports:\n" + each(form -> importText(form, archive));
    }

    private static String each(Function<FileForm, String> text) {
        return Stream.of(FileForm.values()).map(text).collect(Collectors.joining());
    }

    private static String unitText(FileForm form) {
        return """
              - code: %s
                name: %s
                currency: %s
                accounts:
                  - {code: "1930", %s}
            """.formatted(unit(form), form.name(), form.currency(), identification(form.account(1)));
    }

    private static String identification(AccountId account) {
        return switch (account.scheme()) {
            case IBAN -> "side: bank, iban: " + account.number();
            case BBAN -> "side: bank, bban: \"" + account.number() + "\"";
            case BANKGIRO -> "side: bank, bankgiro: \"" + account.number() + "\"";
            case LEDGER -> "side: ledger";
            case NONE -> "side: bank";
        };
    }

    private static String importText(FileForm form, String archive) {
        String options = form == FileForm.QIF ? "    options: {date: dmy}\n" : "";
        return """
              - name: %1$s
                unit: %1$s
                accounts: ["1930"]
                source: in/%1$s/files
                pattern: "*"
                archive: %2$s/%1$s/files
                background: true
            """.formatted(unit(form), archive) + options;
    }
}
