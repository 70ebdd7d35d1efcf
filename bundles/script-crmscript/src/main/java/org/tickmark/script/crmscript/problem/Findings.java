package org.tickmark.script.crmscript.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.tickmark.api.Problem;
import org.tickmark.api.message.Message;
import org.tickmark.api.script.ScriptPosition;
import org.tickmark.api.script.ScriptProblem;

/** Collects what is wrong with a script. */
public final class Findings {
    /** More errors than this help nobody. */
    private static final int MOST = 50;
    /** The longest piece of a script that is shown as found. */
    private static final int LONGEST = 60;

    private final List<ScriptProblem> problems = new ArrayList<>();

    /** An error with what was found and what was expected, either of which may be empty. */
    public void error(ScriptPosition at, String code, String found, String expected, Object... arguments) {
        Problem.Builder problem =
                Problem.error("script." + code, Texts.text(code, arguments)).where(at.toString());
        if (!found.isEmpty()) {
            problem.found(shortened(found));
        }
        if (!expected.isEmpty()) {
            problem.expected(expected);
        }
        add(new ScriptProblem(at, problem.build()));
    }

    /** A name that the language leaves out, with what to use instead. */
    public void leftOut(ScriptPosition at, String name, Message instead) {
        add(new ScriptProblem(
                at,
                Problem.error("script.name.left-out", Texts.text("name.left-out"))
                        .where(at.toString())
                        .found(name)
                        .advice(instead)
                        .build()));
    }

    /** One error a line is enough: what follows it there usually follows from it. */
    private void add(ScriptProblem problem) {
        boolean told = problems.stream().anyMatch(other -> sameLine(other.position(), problem.position()));
        if (!told && problems.size() < MOST) {
            problems.add(problem);
        }
    }

    private static boolean sameLine(ScriptPosition one, ScriptPosition other) {
        return one.line() == other.line() && one.source().equals(other.source());
    }

    private static String shortened(String found) {
        String line = found.strip().lines().findFirst().orElse("");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    /** Whether there is anything. */
    public boolean any() {
        return !problems.isEmpty();
    }

    /** What there is, by line; sources in the order in which they were found wrong. */
    public List<ScriptProblem> inOrder() {
        List<String> sources = problems.stream()
                .map(found -> found.position().source())
                .distinct()
                .toList();
        return problems.stream()
                .sorted(Comparator.comparingInt((ScriptProblem found) ->
                                sources.indexOf(found.position().source()))
                        .thenComparingInt(found -> found.position().line())
                        .thenComparingInt(found -> found.position().column()))
                .toList();
    }

    @Override
    public String toString() {
        return String.join(
                "\n",
                problems.stream()
                        .map(found -> found.problem().text(Locale.ENGLISH))
                        .toList());
    }
}
