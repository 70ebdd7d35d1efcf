package org.tickmark.api.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tickmark.api.Caller;

class ProposalTest {
    private final Proposal proposal = new Proposal(
            "import.file.commit",
            "file/1",
            Caller.os("ola", Locale.ENGLISH),
            Map.of("account", "1930", "entries", "3"),
            Set.of("account"));

    @Test
    void changesOnlyWhatMayBeChanged() {
        assertThat(proposal.with(Map.of("account", "1940")).fields()).containsEntry("account", "1940");
        assertThatThrownBy(() -> proposal.with(Map.of("entries", "4"))).hasMessageContaining("[entries]");
    }
}
