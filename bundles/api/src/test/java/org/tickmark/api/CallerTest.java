package org.tickmark.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallerTest {
    private static final Caller READER =
            new Caller("kari", Set.of(Permission.BOOKS_READ), Set.of("fjord"), Locale.ENGLISH, Origin.WEB);

    @Test
    void localCommandLineHoldsEveryRightInEveryUnit() {
        Caller os = Caller.os("ola", Locale.ENGLISH);

        assertThat(os.identity()).isEqualTo("os:ola");
        assertThatCode(() -> os.require(new Permission("anything.else"), "any-unit"))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesARightNotHeldAndNamesIt() {
        assertThatThrownBy(() -> READER.require(Permission.BOOKS_EDIT))
                .isInstanceOfSatisfying(PermissionDenied.class, denied -> {
                    assertThat(denied.permission()).isEqualTo(Permission.BOOKS_EDIT);
                    assertThat(denied.problem().text(Locale.ENGLISH)).contains("kari", "books.edit");
                });
    }

    @Test
    void refusesAUnitNotHeldAlthoughTheRightIs() {
        assertThatCode(() -> READER.require(Permission.BOOKS_READ, "fjord")).doesNotThrowAnyException();
        assertThatThrownBy(() -> READER.require(Permission.BOOKS_READ, "dal")).isInstanceOf(PermissionDenied.class);
    }

    @Test
    void refusesAPermissionThatIsNoAreaAndAction() {
        assertThatThrownBy(() -> new Permission("Books")).hasMessageContaining("Books");
    }
}
