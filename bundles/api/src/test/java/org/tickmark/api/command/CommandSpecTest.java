package org.tickmark.api.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickmark.api.Permission;
import org.tickmark.api.message.Message;
import org.tickmark.api.record.Column;

class CommandSpecTest {
    private static final Message HELP = Message.verbatim("help");

    @Test
    void holdsWhatWasDeclaredInOrder() {
        CommandSpec spec = CommandSpec.of("unit", "show", HELP, Permission.BOOKS_READ)
                .argument("code", HELP, ValueKind.record("unit"), Argument.Cardinality.ONE)
                .flag("all", HELP)
                .repeatable("tag", HELP, ValueKind.TEXT)
                .columns(List.of(Column.text("code")))
                .example("unit show fjord", HELP)
                .build();

        assertThat(spec.name()).isEqualTo("unit show");
        assertThat(spec.arguments()).extracting(Argument::name).containsExactly("code");
        assertThat(spec.options()).extracting(Option::name).containsExactly("all", "tag");
        assertThat(spec.option("tag")).get().extracting(Option::repeatable).isEqualTo(true);
        assertThat(spec.option("none")).isEmpty();
    }

    @Test
    void aCommandMayBeItsScopeAlone() {
        assertThat(CommandSpec.of("batch", "", HELP, Permission.IMPORT_RUN)
                        .build()
                        .name())
                .isEqualTo("batch");
    }

    @Test
    void refusesAnOptionNameThatCannotBeTyped() {
        assertThatThrownBy(() -> new Option("As Of", HELP, ValueKind.DATE, false))
                .hasMessageContaining("As Of");
    }
}
