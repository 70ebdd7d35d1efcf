package org.tickmark.launcher;

import java.util.Optional;
import java.util.stream.Stream;

/** An option of the program itself; it stands before the command. */
enum GlobalOption {
    /** The data directory. */
    DATA(true, "--data", ""),
    /** The configuration directory. */
    CONFIG(true, "--config", "-C"),
    /** The hot-deploy folder. */
    PLUGINS(true, "--plugins", ""),
    /** The language of what is printed. */
    LANG(true, "--lang", ""),
    /** The log on the standard error too. */
    VERBOSE(false, "--verbose", "-v"),
    /** Results and problems only. */
    QUIET(false, "--quiet", "-q"),
    /** No colours. */
    NO_COLOR(false, "--no-color", "");

    private final boolean takesValue;
    private final String longName;
    private final String shortName;

    GlobalOption(boolean takesValue, String longName, String shortName) {
        this.takesValue = takesValue;
        this.longName = longName;
        this.shortName = shortName;
    }

    /** The option that is written like this, without a value joined to it. */
    static Optional<GlobalOption> named(String word) {
        return Stream.of(values())
                .filter(option -> !word.isEmpty())
                .filter(option -> word.equals(option.longName) || word.equals(option.shortName))
                .findFirst();
    }

    /** Whether a value follows. */
    boolean takesValue() {
        return takesValue;
    }

    /** The long name. */
    String longName() {
        return longName;
    }
}
