package org.tickmark.api.host.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tickmark.api.Permission;

class RoleTest {
    /** Only who may do everything may do these. */
    private static final Set<Permission> OF_ADMINISTRATORS = Set.of(
            Permission.ALL,
            Permission.BOOKS_EDIT,
            Permission.RECONCILIATION_LOCK,
            Permission.TASK_DELETE,
            Permission.CONFIG_EDIT,
            Permission.SYSTEM_BACKUP,
            Permission.SYSTEM_STOP,
            Permission.AUDIT_READ,
            Permission.USER_READ,
            Permission.USER_EDIT);

    @Test
    void everyPermissionIsARolesOrAnAdministratorsAlone() {
        Set<Permission> ofRoles = new HashSet<>(Role.permissions(EnumSet.complementOf(EnumSet.of(Role.ADMIN))));

        assertThat(ofRoles).doesNotContainAnyElementsOf(OF_ADMINISTRATORS);
        ofRoles.addAll(OF_ADMINISTRATORS);
        assertThat(ofRoles).containsExactlyInAnyOrderElementsOf(declared());
    }

    @Test
    void aViewerReadsAndDoesNothingElse() {
        assertThat(Role.VIEWER.permissions())
                .allMatch(permission -> permission.name().endsWith(".read"));
    }

    @Test
    void everyRoleSeesWhatAViewerSees() {
        for (Role role : EnumSet.complementOf(EnumSet.of(Role.ADMIN))) {
            assertThat(role.permissions()).containsAll(Role.VIEWER.permissions());
        }
    }

    @Test
    void isCalledByItsNameInAnyCase() {
        assertThat(Role.titled("Accountant")).contains(Role.ACCOUNTANT);
        assertThat(Role.titled("boss")).isEmpty();
    }

    private static List<Permission> declared() {
        return Arrays.stream(Permission.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == Permission.class)
                .map(field -> {
                    try {
                        return (Permission) field.get(null);
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }
}
