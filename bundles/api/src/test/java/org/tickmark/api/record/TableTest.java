package org.tickmark.api.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void aRowHoldsOneValueAColumnAndAValueMayBeAbsent() {
        Table table = Table.under(Column.text("code"), Column.amount("sum"))
                .row("a", null)
                .build();

        assertThat(table.rows().get(0)).containsExactly("a", null);
        assertThatThrownBy(() -> Table.under(Column.text("code")).row("a", "b").build())
                .hasMessageContaining("2 values under 1 columns");
    }

    @Test
    void aQueryAsksForAtLeastOneRowAndNotTooMany() {
        assertThatThrownBy(() -> RecordQuery.first(0)).hasMessageContaining("limit 0");
        assertThat(RecordQuery.first(5).where("unit", "fjord").equal()).isEqualTo(Map.of("unit", "fjord"));
    }
}
