package org.tickmark.api.host.script;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.message.Message;
import org.tickmark.api.script.ScriptOutput;
import org.tickmark.api.script.ScriptProblem;
import org.tickmark.api.task.TaskParameter;

/**
 * The scripts that are stored, with all their versions. To see them takes {@link org.tickmark.api.Permission#SCRIPT_READ}, to change them
 * {@link org.tickmark.api.Permission#SCRIPT_EDIT}, to run them {@link org.tickmark.api.Permission#SCRIPT_RUN}. A name that is not there is a
 * {@link org.tickmark.api.TickmarkException} with code {@code script.unknown}. Safe for use from many threads.
 *
 * <p>Lists of them are records, ordered by their keys:
 *
 * <ul>
 *   <li>{@code script}: {@code name}, {@code folder}, {@code language}, {@code version}, {@code description}, {@code owner}, {@code saved_by},
 *       {@code saved_at}.
 *   <li>{@code script-run}: {@code id}, {@code script}, {@code version}, {@code cause}, {@code caller} (in whose name it ran), {@code started_at},
 *       {@code ended_at}, {@code outcome} (a {@link org.tickmark.api.script.ScriptEnd.Outcome}; empty while it runs, or if the process was killed),
 *       {@code told} (what it said at its end, or what went wrong), {@code steps}, {@code took_ms}, {@code memory}, {@code output}.
 * </ul>
 */
@ProviderType
public interface Scripts {
    /** The newest version of a script. */
    Optional<ScriptVersion> script(Caller caller, String name);

    /** A version of a script. */
    ScriptVersion version(Caller caller, String name, int number);

    /** All versions of a script, the newest first. */
    List<ScriptVersion> versions(Caller caller, String name);

    /**
     * Compiles a script and, if it is right, saves it as a new version; one that is as the newest version is not saved again. Who saves a script
     * with an owner must be that owner or hold all rights, and so must who changes one.
     *
     * @param dryRun whether to check only
     * @throws org.tickmark.api.TickmarkException with code {@code script.invalid} if a part of the definition other than its text is wrong
     */
    Saved save(Caller caller, ScriptDefinition definition, boolean dryRun);

    /** Saves what an earlier version held as the newest. */
    Saved restore(Caller caller, String name, int number, boolean dryRun);

    /**
     * What uses a script, as subjects such as {@code trigger/tell} and {@code script/month-end}, ordered: triggers that run it, and scripts whose text names it, to
     * include it or to run it. Tasks that run it are records; theirs is {@code task}, with a condition on {@code parameter}.
     */
    List<String> usedBy(Caller caller, String name);

    /** Removes a script; its versions and runs stay. Scripts that include it no longer compile. */
    void remove(Caller caller, String name, boolean dryRun);

    /**
     * What is different in a later version, as a unified diff: of the definitions, then of the sources, with three lines around each change; empty if nothing is.
     */
    String diff(Caller caller, String name, int from, int to);

    /** Scripts as text (YAML, key {@code scripts}) that {@link #importText} reads back; all when no name is given. */
    String exportText(Caller caller, List<String> names);

    /**
     * Saves the scripts in a text, all or none; they may include each other.
     *
     * @param text the text; keys of others are passed over
     * @param from what to call the text in errors, such as its file name
     * @param dryRun whether to check only
     * @return names of the scripts, in the order of the text
     * @throws org.tickmark.api.TickmarkException for the first that is wrong
     */
    List<String> importText(Caller caller, String text, String from, boolean dryRun);

    /**
     * Runs a script on the calling thread until it ends. How it ends is a value; what keeps it from beginning is an exception. Every use of a granted object
     * is audited under its script and version.
     *
     * @throws org.tickmark.api.TickmarkException with code {@code script.parameter} if a parameter is missing, unknown or wrong, and with that of the
     *     first error if it does not compile
     */
    ScriptResult run(Caller caller, ScriptRequest request, ScriptOutput output, CancelToken cancel);

    /** The objects that scripts can be granted, ordered by name. */
    List<Grant> grants(Caller caller);

    /** What macros can do, ordered by name. */
    List<Action> actions(Caller caller);

    /**
     * What became of saving.
     *
     * @param version number of the version that is the newest now; 0 if errors kept it from being saved and there was none
     * @param saved whether there is a new version, or would be
     * @param problems errors and warnings with their places
     */
    record Saved(int version, boolean saved, List<ScriptProblem> problems) {
        public Saved {
            problems = List.copyOf(problems);
        }
    }

    /**
     * An object that scripts can be granted.
     *
     * @param name what scripts call it
     * @param summary what it is for
     * @param methods what it can do, as the language writes it
     */
    record Grant(String name, Message summary, List<String> methods) {
        public Grant {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(summary, "summary");
            methods = List.copyOf(methods);
        }
    }

    /**
     * Something that macros can do.
     *
     * @param name its name
     * @param summary what it does
     * @param parameters its parameters
     * @param results names of the values that it leaves
     */
    record Action(String name, Message summary, List<TaskParameter> parameters, List<String> results) {
        public Action {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(summary, "summary");
            parameters = List.copyOf(parameters);
            results = List.copyOf(results);
        }
    }
}
