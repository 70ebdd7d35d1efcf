package org.tickmark.launcher;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a command line asks for.
 *
 * @param options the global options with their values; the empty text for one that takes none
 * @param action what to do
 */
record Invocation(Map<GlobalOption, String> options, Action action) {
    Invocation {
        Map<GlobalOption, String> copy = new EnumMap<>(GlobalOption.class);
        copy.putAll(options);
        options = Collections.unmodifiableMap(copy);
    }

    /** The value of an option; empty if it was not given. */
    Optional<String> option(GlobalOption option) {
        return Optional.ofNullable(options.get(option));
    }

    /** Whether an option was given. */
    boolean has(GlobalOption option) {
        return options.containsKey(option);
    }

    /** Whether this is the demonstration, which has a data directory of its own. */
    boolean isDemo() {
        return action instanceof Action.Run run && run.words().get(0).equals("demo");
    }

    /** Things to do. */
    sealed interface Action {
        /**
         * Be the server of a data directory.
         *
         * @param shell whether to offer a shell where there is a terminal
         */
        record Server(boolean shell) implements Action {}

        /** Stop the server. */
        record Stop() implements Action {}

        /** Say whether a server runs. */
        record Status() implements Action {}

        /** Offer a shell. */
        record Shell() implements Action {}

        /**
         * Evaluate a line of the shell's language.
         *
         * @param text the line
         */
        record Line(String text) implements Action {}

        /**
         * Evaluate a file of such lines.
         *
         * @param file the path as given; {@code -} for the standard input
         */
        record Script(String file) implements Action {}

        /**
         * Run a command.
         *
         * @param words scope, verb, arguments and options
         */
        record Run(List<String> words) implements Action {
            public Run {
                words = List.copyOf(words);
            }
        }

        /**
         * Put a backup back.
         *
         * @param words the command with all that follows it
         * @param file the backup as given
         */
        record Restore(List<String> words, String file) implements Action {
            public Restore {
                words = List.copyOf(words);
            }

            /** Whether only to look whether that could be done. */
            boolean verify() {
                return words.contains("--verify");
            }

            /** Whether a database that is there may be replaced. */
            boolean force() {
                return words.contains("--force");
            }
        }

        /** Print the version. */
        record Version() implements Action {}

        /** Print how the program is called. */
        record Help() implements Action {}
    }
}
