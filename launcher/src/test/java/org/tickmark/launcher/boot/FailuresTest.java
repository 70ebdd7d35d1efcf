package org.tickmark.launcher.boot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailuresTest {
    private static final String REFUSED = """
            java.lang.reflect.InvocationTargetException
            \tat java.base/Method.invoke(Method.java:1)
            Caused by: org.tickmark.api.TickmarkException: store.url: no such driver. Found: jdbc:x
            \tat org.tickmark.platform.Store.<init>(Store.java:12)
            Caused by: java.sql.SQLException: no suitable driver
            \t... 3 more
            """;

    @Test
    void findsTheProblemAComponentRefusedWith() {
        assertThat(Failures.refusal(REFUSED)).contains("store.url: no such driver. Found: jdbc:x");
    }

    @Test
    void anythingElseIsNoRefusal() {
        assertThat(Failures.refusal("java.lang.IllegalStateException: no\n\tat x"))
                .isEmpty();
    }

    @Test
    void findsTheInnermostCause() {
        assertThat(Failures.rootCause(REFUSED)).isEqualTo("java.sql.SQLException: no suitable driver");
        assertThat(Failures.rootCause("java.lang.IllegalStateException: no\n\tat x"))
                .isEqualTo("java.lang.IllegalStateException: no");
    }

    @Test
    void namesACauseWithoutAMessage() {
        assertThat(Failures.rootMessage(new IllegalStateException(new NullPointerException())))
                .isEqualTo("java.lang.NullPointerException");
    }
}
