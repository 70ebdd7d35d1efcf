package org.tickmark.console.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the words of a command line ask for. */
sealed interface Request {
    /** How the host is to treat it. */
    HostChoice host();

    /**
     * To run a command.
     *
     * @param arguments values by position, by name of the argument
     * @param options values by name of the option; a flag that was given has one value
     */
    record Run(
            CommandRegistry.Registered registered,
            Map<String, List<String>> arguments,
            Map<String, List<String>> options,
            HostChoice host)
            implements Request {}

    /**
     * To be helped.
     *
     * @param scope with what; empty for an overview
     * @param verb with which command of the scope; empty for all of them
     */
    record Help(Optional<String> scope, Optional<String> verb, HostChoice host) implements Request {}

    /**
     * The options that the host handles.
     *
     * @param format format of a table or document
     * @param headings whether a table begins with its headings
     * @param colour whether text may be styled
     * @param yes whether questions are answered with yes
     */
    record HostChoice(Format format, boolean headings, boolean colour, boolean yes) {
        /** What holds if nothing is said. */
        static final HostChoice USUAL = new HostChoice(Format.TABLE, true, true, false);
    }

    /** Formats of the output. */
    enum Format {
        /** For people. */
        TABLE,
        /** For programs. */
        JSON,
        /** For spreadsheets. */
        CSV
    }
}
