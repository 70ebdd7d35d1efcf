package org.tickmark.benchmarks.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class OpenEntryTest {
    @Test
    void readsEntriesWhateverElseIsToldOfThem() throws IOException {
        String answer = """
            [
              {"entry_id": 17, "side": "bank", "account": "bank", "amount": "-50.00", "note": null, "more": [{"entry_id": 1}]},
              {"amount": "-50.5", "text": "a } and a \\"", "side": "ledger", "entry_id": 18}
            ]
            """;

        assertThat(OpenEntry.read(answer))
                .containsExactly(
                        new OpenEntry("17", "bank", new BigDecimal("-50.00")),
                        new OpenEntry("18", "ledger", new BigDecimal("-50.5")));
    }

    @Test
    void refusesWhatTellsNoSide() {
        assertThatThrownBy(() -> OpenEntry.read("[{\"entry_id\": 17, \"amount\": \"1\"}]"))
                .isInstanceOf(IOException.class);
    }
}
