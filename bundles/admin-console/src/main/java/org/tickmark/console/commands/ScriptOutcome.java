package org.tickmark.console.commands;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tickmark.api.Problem;
import org.tickmark.api.Severity;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.message.Message;
import org.tickmark.api.script.ScriptProblem;

/** What is wrong with scripts, as commands tell it. */
final class ScriptOutcome {
    private ScriptOutcome() {}

    static boolean isWrong(List<ScriptProblem> found) {
        return found.stream().anyMatch(one -> one.problem().severity() == Severity.ERROR);
    }

    static List<Problem> problems(List<ScriptProblem> found) {
        return found.stream().map(ScriptProblem::problem).toList();
    }

    /** What is wrong, for people as problems, for programs as a document with lines and columns. */
    static CommandResult wrong(List<ScriptProblem> found) {
        return told(found, Texts.text("script.wrong", found.size())).exit(ExitCode.PARTLY);
    }

    /** What was done, with what there is to say of the script. */
    static CommandResult told(List<ScriptProblem> found, Message summary) {
        return CommandResult.of("", found.stream().map(ScriptOutcome::document).toList())
                .problems(problems(found))
                .summary(summary);
    }

    private static Map<String, Object> document(ScriptProblem found) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("source", found.position().source());
        document.put("line", found.position().line());
        document.put("column", found.position().column());
        document.put("code", found.problem().code());
        document.put("what", found.problem().what().toString());
        document.put("found", found.problem().found().orElse(null));
        document.put("expected", found.problem().expected().orElse(null));
        return document;
    }
}
