package org.tickmark.launcher.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickmark.api.host.imports.FileOutcome;
import org.tickmark.api.host.imports.FileOutcome.Result;
import org.tickmark.api.host.imports.ImportDefinition.Strictness;
import org.tickmark.testkit.file.FileForm;
import org.tickmark.testkit.file.Payment;
import org.tickmark.testkit.file.Told;

/** The daily camt.053 of a bank, numbered one after the other, in any order and each twice. */
class DailyChainTest {
    private static final int DAYS = 15;
    private static final int PAYMENTS_A_DAY = 8;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void theBooksHoldTheDaysWhicheverWayTheyCome(long seed) throws IOException {
        List<Payment> payments = new ArrayList<>();
        List<Told> deliveries = new ArrayList<>();
        long balance = 0;
        for (int day = 0; day < DAYS; day++) {
            Told told = day(seed, day, balance);
            balance = told.closing();
            for (long place = 0; place < told.count(); place++) {
                payments.add(told.payments().apply(place));
            }
            deliveries.add(told);
            deliveries.add(told);
        }
        Collections.shuffle(deliveries, new Random(seed));
        try (Workbench workbench = new Workbench(folder)) {
            Inbox inbox = new Inbox(workbench, folder, "fjord", List.of(), Strictness.USUAL, Map.of());
            inbox.account("bank", FileForm.CAMT.account(1), FileForm.CAMT.currency());

            List<FileOutcome> outcomes = new ArrayList<>();
            for (Told told : deliveries) {
                outcomes.add(inbox.deliver(told.id() + ".xml", FileForm.CAMT.bytes(told)));
            }

            assertThat(outcomes)
                    .filteredOn(outcome -> outcome.result() == Result.IMPORTED)
                    .hasSize(DAYS);
            assertThat(outcomes)
                    .filteredOn(outcome -> outcome.result() == Result.DUPLICATE)
                    .hasSize(DAYS);
            assertThat(inbox.entries())
                    .containsExactlyElementsOf(
                            payments.stream().map(Inbox::line).sorted().toList());
        }
    }

    /** One payment of each day is made by card, which nobody numbers, and twice on that day: both stand. */
    private static Told day(long seed, int day, long opening) {
        LocalDate date = Told.NEW_YEAR.plusDays(day);
        List<Payment> payments = new ArrayList<>();
        for (int i = 0; i < PAYMENTS_A_DAY; i++) {
            payments.add(Payment.made(seed, (long) day * PAYMENTS_A_DAY + i, date));
        }
        payments.add(payments.get(0));
        return Told.of(1, "D" + (day + 1), day + 1, date, date, opening, payments);
    }
}
