package org.tickmark.benchmarks.workbench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.tickmark.testkit.file.FileForm;
import org.tickmark.testkit.file.Payment;
import org.tickmark.testkit.file.Told;

/**
 * An invented company: one account whose bank and ledger are reconciled, further units that only keep a ledger, and tasks. The same at each time
 * for the same extent.
 */
final class Company {
    /** The group whose board is looked at. */
    static final String GROUP = "main-1930";

    /** The task whose run has a long log. */
    static final String LONG_TASK = "task-00001";

    /** The script that all tasks run. */
    static final String SCRIPT = "note";

    /** What each of the payments is, in hundredths, that nobody numbers. */
    static final long ALIKE_CENTS = -5000;

    private static final String MAIN = "main";
    private static final int SEED = 11;
    private static final int NOT_AT_BANK = 50;
    private static final int NOT_IN_LEDGER = 45;
    /** Payments that nobody numbers, and of which many are alike: people tell them apart, not rules. */
    private static final int ALIKE = 400;

    private static final int OTHER_UNITS = 8;
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);
    private static final long DAYS = ChronoUnit.DAYS.between(FIRST, LAST) + 1;
    private static final int MINUTES_OF_DAY = 1440;
    private static final List<String> WEEKDAYS =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    private final Extent extent;
    private final List<Payment> payments = new ArrayList<>();
    private final List<Payment> alike = new ArrayList<>();

    Company(Extent extent) {
        this.extent = extent;
        int count = count(extent.pairs());
        for (int number = 0; number < count; number++) {
            payments.add(Payment.made(SEED, number, FIRST.plusDays(number * DAYS / count)));
        }
        for (int number = 0; number < ALIKE; number++) {
            alike.add(new Payment(count + number, LAST, ALIKE_CENTS, "", "", "Kortköp"));
        }
    }

    /** How many payments it takes until so many are known on both sides. */
    private static int count(int pairs) {
        int number = 0;
        for (int found = 0; found < pairs; number++) {
            found += isAtBank(number) && isInLedger(number) ? 1 : 0;
        }
        return number;
    }

    private static boolean isAtBank(int number) {
        return number % NOT_AT_BANK != 0;
    }

    private static boolean isInLedger(int number) {
        return number % NOT_IN_LEDGER != 0;
    }

    /** How many entries the files hold on accounts that are booked. */
    long entries() {
        return told(Company::isAtBank).size() + told(Company::isInLedger).size() + (long) OTHER_UNITS * others();
    }

    private int others() {
        int main = told(Company::isAtBank).size() + told(Company::isInLedger).size();
        return Math.max(1, (extent.entries() - main) / OTHER_UNITS);
    }

    private List<Payment> told(IntPredicate known) {
        List<Payment> told = new ArrayList<>(payments.stream()
                .filter(payment -> known.test(Math.toIntExact(payment.number())))
                .toList());
        told.addAll(alike);
        return told;
    }

    /** Writes definitions, tasks, the script and the files to import into a folder. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("company.yaml"), definitions(folder));
        Files.writeString(folder.resolve("tasks.yaml"), tasks());
        Files.writeString(folder.resolve("note.crm"), "print(\"Noted.\");\n");
        write(folder, "main/bank", FileForm.CAMT, told(Company::isAtBank));
        write(folder, "main/ledger", FileForm.SIE, told(Company::isInLedger));
        for (int unit = 1; unit <= OTHER_UNITS; unit++) {
            Told told = Told.made(SEED + unit, 1, others());
            write(folder, unit(unit) + "/ledger", FileForm.SIE, told);
        }
    }

    private static void write(Path folder, String place, FileForm form, List<Payment> payments) throws IOException {
        write(folder, place, form, Told.of(1, "S1", 1, FIRST, LAST, 0, payments));
    }

    private static void write(Path folder, String place, FileForm form, Told told) throws IOException {
        Files.createDirectories(folder.resolve("archive").resolve(place));
        Path inbox = Files.createDirectories(folder.resolve("in").resolve(place));
        try (OutputStream file = Files.newOutputStream(inbox.resolve("year." + form.extension()))) {
            form.write(told, file);
        }
    }

    private static String unit(int number) {
        return "other-" + number;
    }

    private static String definitions(Path folder) {
        StringBuilder units = new StringBuilder("units:\n")
                .append("""
                      - code: %s
                        name: Huvudbolaget
                        currency: SEK
                        accounts:
                          - {code: bank, side: bank, iban: %s}
                          - {code: "1930", side: ledger}
                    """.formatted(MAIN, FileForm.CAMT.account(1).number()));
        StringBuilder imports = new StringBuilder("imports:\n")
                .append(definition(folder, MAIN, "bank", "bank"))
                .append(definition(folder, MAIN, "ledger", "1930"));
        for (int number = 1; number <= OTHER_UNITS; number++) {
            units.append("""
                  - code: %1$s
                    name: Bolag %1$s
                    currency: SEK
                    accounts:
                      - {code: "1930", side: ledger}
                """.formatted(unit(number)));
            imports.append(definition(folder, unit(number), "ledger", "1930"));
        }
        return units.append(imports).append("""
            groups:
              - name: %s
                unit: %s
                bank: [bank]
                ledger: ["1930"]
                background: true
            """.formatted(GROUP, MAIN)).toString();
    }

    private static String definition(Path folder, String unit, String side, String account) {
        return """
              - name: %1$s-%2$s
                unit: %1$s
                accounts: ["%3$s"]
                source: %4$s/in/%1$s/%2$s
                archive: %4$s/archive/%1$s/%2$s
                background: true
            """.formatted(unit, side, account, folder);
    }

    /** A task for each minute of the week, round and round. */
    private String tasks() {
        StringBuilder text = new StringBuilder("tasks:\n");
        for (int number = 1; number <= extent.tasks(); number++) {
            int minute = number % MINUTES_OF_DAY;
            text.append(String.format(
                    Locale.ROOT,
                    """
                      - name: task-%05d
                        tags: [team-%d]
                        executor: script
                        parameters: {script: %s}
                        schedule: every %s at %02d:%02d
                        zone: Europe/Stockholm
                    """,
                    number,
                    number % 20,
                    SCRIPT,
                    WEEKDAYS.get(number % WEEKDAYS.size()),
                    minute / 60,
                    minute % 60));
        }
        return text.toString();
    }
}
