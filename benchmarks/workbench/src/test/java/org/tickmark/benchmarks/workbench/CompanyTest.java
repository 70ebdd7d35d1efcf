package org.tickmark.benchmarks.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompanyTest {
    private static final Pattern REFERENCE = Pattern.compile("<Ref>(\\d+)</Ref>");
    private static final Extent SMALL = new Extent(30, 10_000, 900, 10);

    @TempDir
    Path folder;

    @Test
    void writesAsManyEntriesTasksAndPairsAsItWasAskedFor() throws IOException {
        Company company = new Company(SMALL);
        company.write(folder);

        assertThat(company.entries()).isBetween(9_990L, 10_000L);
        String bank = Files.readString(folder.resolve("in/main/bank/year.xml"));
        String ledger = Files.readString(folder.resolve("in/main/ledger/year.se"), Charset.forName("IBM437"));
        assertThat(REFERENCE
                        .matcher(bank)
                        .results()
                        .filter(found -> ledger.contains(' ' + found.group(1) + '"'))
                        .count())
                .isEqualTo(900);
        assertThat(Files.readString(folder.resolve("tasks.yaml"))).contains("task-00001", "task-00030");
    }

    @Test
    void takesPagesForOneThatDifferOnlyInWhatTheyAreAbout() {
        assertThat(Pages.shape("/w/tasks?open=a&q=")).isEqualTo(Pages.shape("/w/tasks?open=b"));
        assertThat(Pages.shape("/w/reconciliation?show=proof&open=a"))
                .isNotEqualTo(Pages.shape("/w/reconciliation?open=a&show=board"));
    }

    @Test
    void countsThePagesOfAScreenOnlyOnceInAnyOrderOfItsParameters() {
        assertThat(Pages.shape("/w/files?page=2&sort=name")).isEqualTo(Pages.shape("/w/files?sort=id&page=3"));
    }
}
