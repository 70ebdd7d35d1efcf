package org.tickmark.console.commands;

import java.util.Optional;

/**
 * A stored script as it is named on a command line: {@code month-end}, or {@code month-end@3} for one of its versions.
 *
 * @param version number of the version; empty for the newest
 */
record ScriptName(String name, Optional<Integer> version) {
    static ScriptName parse(String given) {
        int at = given.lastIndexOf('@');
        return at < 0
                ? new ScriptName(given, Optional.empty())
                : new ScriptName(given.substring(0, at), Optional.of(ScriptInput.number(given.substring(at + 1))));
    }
}
