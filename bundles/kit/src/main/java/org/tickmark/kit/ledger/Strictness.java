package org.tickmark.kit.ledger;

import java.util.List;
import org.tickmark.api.Problem;
import org.tickmark.api.importer.FormatOption;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.api.message.Message;

/** What a finding leads to. */
public enum Strictness {
    /** It is told, and the file is imported. */
    WARN,
    /** It rejects the file. */
    STRICT;

    private static final List<String> WORDS = List.of("warn", "strict");

    /** The option by which a definition chooses; {@code warn} unless it does. */
    public static FormatOption option(String name, Message help) {
        return new FormatOption(name, WORDS, "warn", help);
    }

    /** What a definition chose. */
    public static Strictness of(ReadContext context, String option) {
        return context.option(option).filter("strict"::equals).isPresent() ? STRICT : WARN;
    }

    /** Starts the problem of a finding. */
    public Problem.Builder problem(String code, Message what) {
        return this == STRICT ? Problem.error(code, what) : Problem.warning(code, what);
    }
}
