package org.tickmark.console.commands;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.script.ScriptHost;
import org.tickmark.api.script.ScriptLanguage;
import org.tickmark.api.script.ScriptProblem;
import org.tickmark.api.script.ScriptSource;

/** Sources that a command is given: files, or with {@code --text} one text itself. */
record ScriptText(ScriptFiles files, CommandCall call) {
    /** Option: the text. */
    static final String TEXT = "text";
    /** Option: its language. */
    static final String LANGUAGE = "language";

    private static final String USUAL_LANGUAGE = "crmscript";

    /**
     * A source in its language.
     *
     * @param given what the caller names it; empty for the text itself
     * @param file the file; empty for the text itself
     */
    record Given(String given, Optional<Path> file, ScriptSource source, ScriptLanguage language, ScriptHost host) {
        List<ScriptProblem> problems() {
            return language.compile(source, host).problems();
        }
    }

    /** All of them. */
    List<Given> all(String argument) {
        requireOneOfBoth(argument);
        return call.option(TEXT).map(text -> List.of(given(text))).orElseGet(() -> call.arguments(argument).stream()
                .map(this::file)
                .toList());
    }

    /** The text of the one. */
    String text(String argument) {
        requireOneOfBoth(argument);
        return call.option(TEXT)
                .map(ScriptText::withLineFeeds)
                .orElseGet(() -> file(call.argument(argument)).source().text());
    }

    private void requireOneOfBoth(String argument) {
        if (call.arguments(argument).isEmpty() == call.option(TEXT).isEmpty()) {
            throw Texts.problem("usage.script-text")
                    .expected(argument + " | --text")
                    .exception();
        }
    }

    private Given given(String text) {
        ScriptLanguage language = files.named(call.option(LANGUAGE).orElse(USUAL_LANGUAGE));
        return new Given("", Optional.empty(), new ScriptSource(TEXT, withLineFeeds(text)), language, ScriptHost.ALONE);
    }

    /** Forms of browsers send line breaks of their own. */
    private static String withLineFeeds(String text) {
        return text.replace("\r\n", "\n");
    }

    private Given file(String given) {
        Path file = call.path(given);
        return new Given(
                given, Optional.of(file), files.source(given, file), files.language(file), files.besides(file));
    }

    /** The name of the language: that of a file, what is given, or what there was. */
    String language(String argument, Optional<String> before) {
        return call.arguments(argument).stream()
                .findFirst()
                .map(given -> files.languageName(call.path(given)))
                .or(() -> call.option(LANGUAGE))
                .or(() -> before)
                .orElse(USUAL_LANGUAGE);
    }
}
