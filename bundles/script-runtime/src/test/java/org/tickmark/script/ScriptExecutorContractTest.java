package org.tickmark.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.task.TaskExecutor;
import org.tickmark.api.task.TaskResult;
import org.tickmark.platform.DatabaseFixture;
import org.tickmark.testkit.ManualClock;
import org.tickmark.testkit.task.FakeTaskRun;
import org.tickmark.testkit.task.TaskExecutorContract;

class ScriptExecutorContractTest extends TaskExecutorContract {
    private static final DatabaseFixture DATABASE = DatabaseFixture.h2();
    private static final Transactions TRANSACTIONS = DATABASE.migrate("org.tickmark.script", StoredScripts.class);

    private final Workshop workshop = new Workshop(TRANSACTIONS, ManualClock.at("2026-11-27T05:00:00Z"));

    ScriptExecutorContractTest() {
        workshop.save("good", "printLine(\"one\");", "print(\"two\");", "setVariable(\"answer\", \"42\");");
        workshop.save("bad", "throw \"no\";");
        workshop.save("long", "while (true) { Integer i = 1; }");
        workshop.save("mails", List.of("mail"), "mail.send(\"kari@example.org\", \"Hello\", \"x\");");
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Override
    protected TaskExecutor executor() {
        return workshop.executor;
    }

    private FakeTaskRun of(String script) {
        return FakeTaskRun.of(executor(), Map.of("script", script));
    }

    @Override
    protected FakeTaskRun goodRun() {
        return of("good");
    }

    @Override
    protected FakeTaskRun failingRun() {
        return of("bad");
    }

    @Override
    protected Optional<FakeTaskRun> longRun() {
        return Optional.of(of("long"));
    }

    @Test
    void whatItPrintsIsLoggedLineByLineAndWhatItLeavesPassedOn() throws Exception {
        FakeTaskRun run = goodRun();

        TaskResult result = executor().run(run);

        assertThat(run.log().texts()).containsExactly("one", "two");
        assertThat(result.data()).containsEntry("answer", "42");
    }

    @Test
    void aRunThatIsRepeatedSendsItsMailOnce() throws Exception {
        FakeTaskRun run = of("mails");

        executor().run(run);
        executor().run(run.again());

        assertThat(workshop.letters).hasSize(1);
    }
}
