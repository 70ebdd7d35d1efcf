package org.tickmark.benchmarks.importing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tickmark.testkit.file.FileForm;
import org.tickmark.testkit.file.Told;

class ReadersTest {
    private static final int PAYMENTS = 60;

    @ParameterizedTest
    @EnumSource(FileForm.class)
    void whoeverReadsAFormFindsAllThatIsInIt(FileForm form) throws Exception {
        Told told = Told.made(1, 1, PAYMENTS);

        for (Contender contender : Contender.of(form)) {
            assertThat(contender.read(form, form.bytes(told)))
                    .as(contender.title())
                    .isEqualTo(Tally.of(form, told));
        }
    }
}
