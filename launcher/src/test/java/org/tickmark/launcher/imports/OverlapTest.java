package org.tickmark.launcher.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.api.host.imports.FileOutcome;
import org.tickmark.api.host.imports.FileOutcome.Result;
import org.tickmark.api.host.imports.ImportDefinition.Strictness;
import org.tickmark.testkit.file.FileForm;
import org.tickmark.testkit.file.Told;

/**
 * Exports that overlap, with payments that come late and payments that are truly there twice, in any order and each twice: the books hold every
 * payment as often as there was one. The system property {@code tickmark.import.overlap} says how many payments there are, and
 * {@code tickmark.import.seeds} for how many seeds.
 */
class OverlapTest {
    private static final int PAYMENTS = Integer.getInteger("tickmark.import.overlap", 300);
    private static final int SEEDS = Integer.getInteger("tickmark.import.seeds", 1);

    /** With a bank's reference, with one that is no more than a text, with none. */
    private static final List<FileForm> FORMS =
            List.of(FileForm.CAMT, FileForm.MT940, FileForm.OFX, FileForm.CSV, FileForm.QIF);

    @TempDir
    static Path folder;

    private static Workbench workbench;

    @BeforeAll
    static void open() {
        workbench = new Workbench(folder);
    }

    @AfterAll
    static void close() {
        workbench.close();
    }

    @TestFactory
    Stream<DynamicTest> theBooksHoldEachPaymentAsOftenAsThereWasOne() {
        return FORMS.stream().flatMap(form -> IntStream.rangeClosed(1, SEEDS)
                .mapToObj(seed -> DynamicTest.dynamicTest(form + " " + seed, () -> check(form, seed))));
    }

    private static void check(FileForm form, int seed) throws IOException {
        Exports exports = new Exports(seed, PAYMENTS);
        assertThat(exports.twins()).as("payments that are there twice").isPositive();
        assertThat(exports.late()).as("late payments").isPositive();
        String unit = form.name().toLowerCase(Locale.ROOT) + "-" + seed;
        Map<String, String> options = form == FileForm.QIF ? Map.of("date", "dmy") : Map.of();
        Inbox inbox = new Inbox(
                workbench,
                Files.createDirectory(folder.resolve(unit)),
                unit,
                List.of("bank"),
                Strictness.USUAL,
                options);
        inbox.account("bank", form.account(1), form.currency());
        List<Told> twice = new ArrayList<>(exports.told());
        twice.addAll(exports.told());
        Collections.shuffle(twice, new Random(seed));

        for (Told told : twice) {
            FileOutcome outcome = inbox.deliver(told.id() + "." + form.extension(), form.bytes(told));
            assertThat(outcome.result()).as("%s", outcome).isIn(Result.IMPORTED, Result.DUPLICATE);
        }

        assertThat(inbox.entries())
                .containsExactlyElementsOf(
                        exports.payments().stream().map(Inbox::line).sorted().toList());
    }
}
