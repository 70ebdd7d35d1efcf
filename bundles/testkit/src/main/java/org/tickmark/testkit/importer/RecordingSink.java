package org.tickmark.testkit.importer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.Problem;
import org.tickmark.api.Severity;
import org.tickmark.api.importer.StatementHeader;
import org.tickmark.api.importer.StatementSink;
import org.tickmark.api.importer.StatementWriter;

/** Keeps what an importer tells. For one thread at a time, and for files that fit in memory. */
public final class RecordingSink implements StatementSink {
    private final List<RecordedStatement> statements = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> transcript = new ArrayList<>();
    private String encoding;

    @Override
    public void encoding(String name) {
        transcript.add("encoding " + name);
        encoding = name;
    }

    @Override
    public StatementWriter open(StatementHeader header) {
        String number = "statement " + (statements.size() + 1) + " ";
        transcript.add(number + "open " + Transcript.of(header));
        RecordedStatement statement = new RecordedStatement(header, this, told -> transcript.add(number + told));
        statements.add(statement);
        return statement;
    }

    @Override
    public void problem(Problem problem) {
        transcript.add("problem " + Transcript.of(problem));
        problems.add(problem);
    }

    /** The statements, in the order in which they were opened. */
    public List<RecordedStatement> statements() {
        return Collections.unmodifiableList(statements);
    }

    /** The summaries of the statements; see {@link RecordedStatement#summary}. */
    public List<String> summaries() {
        return statements.stream().map(RecordedStatement::summary).toList();
    }

    /** All problems told, of the file and of its statements. */
    public List<Problem> problems() {
        return Collections.unmodifiableList(problems);
    }

    /** The problems that reject the file. */
    public List<Problem> errors() {
        return problems.stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .toList();
    }

    /** The codes of all problems told. */
    public List<String> codes() {
        return problems.stream().map(Problem::code).toList();
    }

    /** The character encoding told, if any. */
    public Optional<String> encoding() {
        return Optional.ofNullable(encoding);
    }

    /** Everything told, one line each, in its order: equal for two readings that told the same. */
    public List<String> transcript() {
        return Collections.unmodifiableList(transcript);
    }
}
