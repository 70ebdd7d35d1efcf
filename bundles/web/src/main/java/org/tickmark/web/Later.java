package org.tickmark.web;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.tickmark.web.http.Answer;
import org.tickmark.web.http.Ask;

/** What is behind a port while it is being opened: only then the port is known that what is behind it must know. */
final class Later implements Function<Ask, Answer> {
    private final AtomicReference<Function<Ask, Answer>> behind =
            new AtomicReference<>(ask -> Answer.text("503\n").status(503));

    void set(Function<Ask, Answer> answering) {
        behind.set(answering);
    }

    @Override
    public Answer apply(Ask ask) {
        return behind.get().apply(ask);
    }
}
