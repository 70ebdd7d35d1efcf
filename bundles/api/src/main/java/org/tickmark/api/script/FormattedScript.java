package org.tickmark.api.script;

import java.util.List;
import java.util.Objects;

/**
 * A source put in form.
 *
 * @param text the text in form; the text as it was if there are errors
 * @param problems the errors for which it could not be put in form
 */
public record FormattedScript(String text, List<ScriptProblem> problems) {
    public FormattedScript {
        Objects.requireNonNull(text, "text");
        problems = List.copyOf(problems);
    }
}
