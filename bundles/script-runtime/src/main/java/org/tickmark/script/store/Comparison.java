package org.tickmark.script.store;

import org.tickmark.api.host.script.ScriptVersion;

/** What is different between two versions of a script. */
public final class Comparison {
    private Comparison() {}

    /** A unified diff of the definitions, then of the sources; empty if they are the same. */
    public static String of(ScriptVersion from, ScriptVersion to) {
        return Diff.unified(
                        ScriptText.writeHead(from.definition()),
                        ScriptText.writeHead(to.definition()),
                        name(from) + " (definition)",
                        name(to) + " (definition)")
                + Diff.unified(from.definition().text(), to.definition().text(), name(from), name(to));
    }

    private static String name(ScriptVersion version) {
        return version.definition().name() + "@" + version.number();
    }
}
