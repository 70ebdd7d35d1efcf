package org.tickmark.console.engine;

import java.util.List;
import org.tickmark.api.command.ExitCode;

/**
 * How a command ends that throws a problem. The words of the problem's code decide, the first that applies: {@code usage.*}
 * is a usage error; {@code config.*} and {@code *.invalid} an invalid configuration; a code with the word {@code path} or
 * {@code paths} a path; one with the word {@code locked} a lock; anything else is a failure.
 */
public final class ExitCodes {
    private ExitCodes() {}

    /** How a command ends by a problem of this code. */
    public static ExitCode of(String problemCode) {
        List<String> words = List.of(problemCode.split("\\."));
        if (words.get(0).equals("usage")) {
            return ExitCode.USAGE;
        }
        if (words.get(0).equals("config") || words.get(words.size() - 1).equals("invalid")) {
            return ExitCode.CONFIGURATION;
        }
        if (words.contains("path") || words.contains("paths")) {
            return ExitCode.PATH;
        }
        return words.contains("locked") ? ExitCode.LOCKED : ExitCode.FAILURE;
    }
}
