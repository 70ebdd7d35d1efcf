package org.tickmark.console.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.tickmark.api.command.Argument.Cardinality;
import org.tickmark.api.command.ValueKind;

class CommandRegistryTest {
    private final CommandRegistry registry = new CommandRegistry();
    private final FakeCommand first = FakeCommand.of(FakeCommand.named("unit", "list"));
    private final FakeCommand second = FakeCommand.of(FakeCommand.named("unit", "list"));

    @Test
    void wc05_ofTwoOfOneNameTheHigherRankingIsUsed() {
        registry.add(first, 0, 1);
        registry.add(second, 10, 2);
        assertThat(used()).isSameAs(second);
    }

    @Test
    void wc05_ofTwoOfOneRankingTheOlderIsUsed() {
        registry.add(second, 0, 2);
        registry.add(first, 0, 1);
        assertThat(used()).isSameAs(first);
    }

    @Test
    void theOtherTakesItsPlaceWhenOneGoes() {
        registry.add(first, 0, 1);
        registry.add(second, 0, 2);
        registry.remove(first);
        assertThat(used()).isSameAs(second);
        registry.remove(second);
        assertThat(registry.names()).isEmpty();
    }

    @Test
    void anOptionOfTheHostIsNotGivenTwice() {
        FakeCommand command = FakeCommand.of(
                FakeCommand.named("unit", "list").option("output", FakeCommand.text("where"), ValueKind.PATH));
        assertThatThrownBy(() -> registry.add(command, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--output");
        assertThat(registry.names()).isEmpty();
    }

    @Test
    void onlyTheLastArgumentMayTakeSeveral() {
        FakeCommand command = FakeCommand.of(FakeCommand.named("file", "copy")
                .argument("FILE", FakeCommand.text("what"), ValueKind.PATH, Cardinality.SOME)
                .argument("TO", FakeCommand.text("where"), ValueKind.PATH, Cardinality.ONE));
        assertThatThrownBy(() -> registry.add(command, 0, 1)).hasMessageContaining("FILE is not the last");
    }

    private Object used() {
        return registry.find("unit", "list").orElseThrow().command();
    }
}
