package org.tickmark.api.script;

import org.osgi.annotation.versioning.ConsumerType;
import org.tickmark.api.message.Message;

/**
 * A language that scripts are written in. Registered as a service with the property {@link #LANGUAGE}. Where scripts lie, who may run them,
 * versions, triggers, debugging sessions and traces are the host's business.
 *
 * <ul>
 *   <li>SL-01: {@link #compile} and {@link #format} have no side effect, and the same texts give the same result.
 *   <li>SL-02: they return for every text, and never throw because of one: what is wrong is a {@link ScriptProblem} with its
 *       position, what was found and what was expected. Several errors of a source are told at once.
 *   <li>SL-03: the time and memory they take are bounded by the length of the texts; a text that is too deep or too long is an error.
 *   <li>SL-04: a program reaches nothing but its own values, what its {@link ScriptCall} holds, and the objects that were granted when it was
 *       compiled: no file, network, class, thread, environment or other service.
 *   <li>SL-05: includes are asked of {@link ScriptHost#include} alone; a cycle is an error or has no effect, never endless.
 *   <li>SL-06: {@link #format} changes blanks and line breaks only, keeps every comment, and changes nothing when it is applied again.
 *   <li>SL-07: safe for use from many threads; programs too, and they keep nothing of their runs.
 * </ul>
 *
 * <p>How a program runs: {@link ScriptRun}, rules SR-01 and on.
 */
@ConsumerType
public interface ScriptLanguage {
    /** Service property: the name of the language in lower case, such as {@code crmscript}; type {@code String}, required. */
    String LANGUAGE = "tickmark.language";

    /** What it is, in one line. */
    Message summary();

    /** The ending of file names by which scripts of this language are known, without the point. */
    String fileEnding();

    /** Checks a source and all that it includes, and compiles it. */
    Compilation compile(ScriptSource source, ScriptHost host);

    /** Puts a source in form; includes are not looked at. */
    FormattedScript format(ScriptSource source);
}
