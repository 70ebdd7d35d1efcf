package org.tickmark.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickmark.api.Problem;
import org.tickmark.api.host.reconciliation.Group;
import org.tickmark.api.host.reconciliation.Reconciliation;
import org.tickmark.testkit.host.Partly;

class GroupsCheckTest {
    @Test
    void withoutATickedGroupANightReconcilesNothing() {
        assertThat(codes(List.of())).containsExactly("groups.none");
        assertThat(codes(List.of(group(false)))).containsExactly("groups.none");
        assertThat(codes(List.of(group(false), group(true)))).isEmpty();
    }

    private static List<String> codes(List<Group> groups) {
        Reconciliation reconciliation = Partly.answering(Reconciliation.class, "groups", () -> groups);
        return new GroupsCheck(reconciliation)
                .check().problems().stream().map(Problem::code).toList();
    }

    private static Group group(boolean background) {
        return new Group("bank", "100", List.of("bank"), List.of("1930"), background, Group.WriteOffs.NONE, List.of());
    }
}
