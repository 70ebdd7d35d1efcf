package org.tickmark.console.commands;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tickmark.api.Problem;
import org.tickmark.api.message.Message;
import org.tickmark.api.script.Compilation;
import org.tickmark.api.script.FormattedScript;
import org.tickmark.api.script.ScriptCall;
import org.tickmark.api.script.ScriptEnd;
import org.tickmark.api.script.ScriptFrame;
import org.tickmark.api.script.ScriptHost;
import org.tickmark.api.script.ScriptLanguage;
import org.tickmark.api.script.ScriptPosition;
import org.tickmark.api.script.ScriptProblem;
import org.tickmark.api.script.ScriptProgram;
import org.tickmark.api.script.ScriptRun;
import org.tickmark.api.script.ScriptSource;
import org.tickmark.api.script.ScriptState;
import org.tickmark.api.script.ScriptUsage;
import org.tickmark.api.script.ScriptVariable;

/** A language whose scripts write themselves: {@code $name} a parameter, {@code #id} what is included, {@code !} is wrong. */
final class EchoLanguage implements ScriptLanguage {
    @Override
    public Message summary() {
        return Message.verbatim("Echo");
    }

    @Override
    public String fileEnding() {
        return "echo";
    }

    @Override
    public Compilation compile(ScriptSource source, ScriptHost host) {
        List<String> lines = new ArrayList<>();
        List<ScriptProblem> problems = new ArrayList<>();
        int number = 0;
        for (String line : source.text().lines().toList()) {
            ScriptPosition at = new ScriptPosition(source.name(), ++number, 1);
            if (line.startsWith("#")) {
                host.include(line.substring(1))
                        .ifPresentOrElse(
                                included -> included.text().lines().forEach(lines::add), () -> problems.add(wrong(at)));
            } else if (line.startsWith("!")) {
                problems.add(wrong(at));
            } else {
                lines.add(line);
            }
        }
        Optional<ScriptProgram> program = problems.isEmpty() ? Optional.of(new Echo(source, lines)) : Optional.empty();
        return new Compilation(program, problems);
    }

    private static ScriptProblem wrong(ScriptPosition at) {
        return new ScriptProblem(
                at,
                Problem.error("echo.wrong", Message.verbatim("Wrong."))
                        .where(at.toString())
                        .build());
    }

    @Override
    public FormattedScript format(ScriptSource source) {
        String text = source.text().lines().map(line -> line.strip() + "\n").collect(Collectors.joining());
        return new FormattedScript(text, List.of());
    }

    private record Echo(ScriptSource source, List<String> lines) implements ScriptProgram {
        @Override
        public List<ScriptSource> sources() {
            return List.of(source);
        }

        @Override
        public List<ScriptPosition> stops() {
            return List.of();
        }

        @Override
        public ScriptRun start(ScriptCall call) {
            return new EchoRun(this, call);
        }
    }

    private record EchoRun(Echo echo, ScriptCall call) implements ScriptRun {
        @Override
        public ScriptState advance() {
            for (String line : echo.lines()) {
                String text = line.startsWith("$") ? call.parameters().get(line.substring(1)) : line;
                call.output().print(text + "\n");
            }
            return ScriptState.ended(new ScriptEnd(ScriptEnd.Outcome.FINISHED, "", Optional.empty()));
        }

        @Override
        public void pause() {
            // It is over before anyone could ask.
        }

        @Override
        public List<ScriptFrame> stack() {
            return List.of();
        }

        @Override
        public List<ScriptVariable> globals() {
            return List.of();
        }

        @Override
        public ScriptVariable evaluate(int frame, String expression) {
            throw new IndexOutOfBoundsException(frame);
        }

        @Override
        public void assign(int frame, String variable, String expression) {
            throw new IndexOutOfBoundsException(frame);
        }

        @Override
        public Map<String, String> results() {
            return Map.of();
        }

        @Override
        public ScriptUsage usage() {
            return new ScriptUsage(echo.lines().size(), Duration.ZERO, 0, 0);
        }
    }
}
