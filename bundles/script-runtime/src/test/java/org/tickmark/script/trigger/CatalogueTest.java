package org.tickmark.script.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tickmark.api.host.script.EventKind;

class CatalogueTest {
    @Test
    void whatScriptsMayChangeIsAmongTheFieldsOfTheSample() {
        assertThat(Catalogue.all())
                .filteredOn(kind -> !kind.changeable().isEmpty())
                .extracting(EventKind::topic)
                .containsExactly("calendar.add", "calendar.edit");
        assertThat(Catalogue.all())
                .allSatisfy(kind ->
                        assertThat(kind.sample().keySet()).as(kind.topic()).containsAll(kind.changeable()));
    }

    @Test
    void everythingThatTheCalendarTellsIsThere() {
        assertThat(Catalogue.all())
                .extracting(EventKind::topic)
                .filteredOn(topic -> topic.startsWith("calendar."))
                .containsExactly(
                        "calendar.add",
                        "calendar.answer",
                        "calendar.answered",
                        "calendar.countered",
                        "calendar.edit",
                        "calendar.import",
                        "calendar.removed",
                        "calendar.reply",
                        "calendar.saved");
    }
}
