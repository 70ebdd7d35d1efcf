package org.tickmark.console.engine;

import java.util.Arrays;
import java.util.Optional;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.message.Message;

/** The options that every command takes, because the host handles them. */
enum HostOption {
    OUTPUT("output"),
    HELP("help"),
    LANG("lang"),
    NO_HEADERS("no-headers"),
    NO_COLOR("no-color"),
    YES("yes");

    private static final ValueKind FORMAT = ValueKind.choice("table", "json", "csv");
    private static final ValueKind LANGUAGE = ValueKind.choice("en", "nb", "sv");

    private final String optionName;

    HostOption(String optionName) {
        this.optionName = optionName;
    }

    static Optional<HostOption> named(String name) {
        return Arrays.stream(values())
                .filter(option -> option.optionName.equals(name))
                .findFirst();
    }

    String optionName() {
        return optionName;
    }

    ValueKind kind() {
        return switch (this) {
            case OUTPUT -> FORMAT;
            case LANG -> LANGUAGE;
            case HELP, NO_HEADERS, NO_COLOR, YES -> ValueKind.FLAG;
        };
    }

    Message help() {
        return Texts.text("option." + optionName);
    }
}
