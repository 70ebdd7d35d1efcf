package org.tickmark.api.host.script;

import java.util.List;
import java.util.Objects;
import org.tickmark.api.script.ScriptLimits;

/**
 * A stored script: what a version of it holds. Immutable.
 *
 * @param name what it is called, and what others include it by: letters, digits, points, underscores and hyphens, at most 100
 * @param folder where it lies: names joined by {@code /}; empty for none
 * @param language name of its language, such as {@code crmscript}
 * @param description what it is for; may be empty
 * @param parameters what it takes, no name twice; one that is not declared is refused
 * @param grants names of the objects that it may use, such as {@code mail}; no others are there
 * @param owner identity in whose name it always runs, such as {@code user:kari}; empty for whoever runs it
 * @param limits what a run may use at most
 * @param text its source
 */
public record ScriptDefinition(
        String name,
        String folder,
        String language,
        String description,
        List<ScriptParameter> parameters,
        List<String> grants,
        String owner,
        ScriptLimits limits,
        String text) {
    public ScriptDefinition {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(description, "description");
        parameters = List.copyOf(parameters);
        grants = List.copyOf(grants);
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(text, "text");
    }

    /** A script with nothing but a text: in no folder, without parameters and grants, in the name of whoever runs it, with the usual limits. */
    public static ScriptDefinition of(String name, String language, String text) {
        return new ScriptDefinition(name, "", language, "", List.of(), List.of(), "", ScriptLimits.USUAL, text);
    }

    /** The same script with another text. */
    public ScriptDefinition withText(String source) {
        return new ScriptDefinition(name, folder, language, description, parameters, grants, owner, limits, source);
    }
}
