package org.tickmark.console.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.tickmark.api.Caller;
import org.tickmark.api.Severity;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.CommandSpec;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.Backups;
import org.tickmark.api.host.Database;
import org.tickmark.api.host.OwnFolders;
import org.tickmark.api.host.Plugins;
import org.tickmark.api.host.Secrets;
import org.tickmark.api.host.access.Tokens;
import org.tickmark.api.host.access.Users;
import org.tickmark.api.host.batch.Batch;
import org.tickmark.api.host.books.Account;
import org.tickmark.api.host.books.Books;
import org.tickmark.api.host.books.StatementProof;
import org.tickmark.api.host.calendar.Answer;
import org.tickmark.api.host.calendar.AppointmentOrigin;
import org.tickmark.api.host.calendar.Appointments;
import org.tickmark.api.host.calendar.BusyTime;
import org.tickmark.api.host.calendar.DateList;
import org.tickmark.api.host.calendar.Feeds;
import org.tickmark.api.host.calendar.Meetings;
import org.tickmark.api.host.calendar.ParticipantRole;
import org.tickmark.api.host.calendar.Repetition;
import org.tickmark.api.host.imports.FileOutcome;
import org.tickmark.api.host.imports.ImportDefinition;
import org.tickmark.api.host.imports.Imports;
import org.tickmark.api.host.reconciliation.ExchangeRates;
import org.tickmark.api.host.reconciliation.FileReconciliation;
import org.tickmark.api.host.reconciliation.Journals;
import org.tickmark.api.host.reconciliation.ManualWork;
import org.tickmark.api.host.reconciliation.Note;
import org.tickmark.api.host.reconciliation.Periods;
import org.tickmark.api.host.reconciliation.Reconciliation;
import org.tickmark.api.host.reconciliation.Rule;
import org.tickmark.api.host.reconciliation.RuleWork;
import org.tickmark.api.host.reconciliation.SignOff;
import org.tickmark.api.host.reconciliation.WriteOff;
import org.tickmark.api.host.script.DebugState;
import org.tickmark.api.host.script.Debugger;
import org.tickmark.api.host.script.Scripts;
import org.tickmark.api.host.script.Traces;
import org.tickmark.api.host.script.Triggers;
import org.tickmark.api.host.tasks.After;
import org.tickmark.api.host.tasks.Retry;
import org.tickmark.api.host.tasks.RunState;
import org.tickmark.api.host.tasks.Running;
import org.tickmark.api.host.tasks.Runs;
import org.tickmark.api.host.tasks.Tasks;
import org.tickmark.api.host.tasks.ThisNode;
import org.tickmark.api.host.tasks.Timing;
import org.tickmark.api.importer.AccountId;
import org.tickmark.api.message.Message;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.RecordQuery;
import org.tickmark.api.record.RecordSource;
import org.tickmark.api.record.Table;
import org.tickmark.api.setting.Settings;
import org.tickmark.api.task.Cause;
import org.tickmark.console.commands.choice.Choices;
import org.tickmark.console.engine.CommandRegistry;
import org.tickmark.console.engine.FakeTerminal;
import org.tickmark.console.engine.Headings;
import org.tickmark.console.engine.Workbench;
import org.tickmark.console.health.Checkup;
import org.tickmark.console.shell.LineWords;
import org.tickmark.recurrence.Extent;
import org.tickmark.testkit.ManualClock;
import org.tickmark.testkit.MessageFiles;
import org.tickmark.testkit.host.Partly;

class MessagesTest {
    private static final ResourceBundle WORDS =
            ResourceBundle.getBundle("org.tickmark.console.commands.choice.messages", Locale.ROOT);

    @Test
    void languagesSayTheSame() {
        MessageFiles.check(Texts.class);
        MessageFiles.check(Choices.class);
    }

    @Test
    void everyCommandCanBeRegisteredAndExplainsItself() {
        for (Command command : all()) {
            new CommandRegistry().add(command, 0, 1);
            assertThat(command.spec().examples()).as(command.spec().name()).isNotEmpty();
            List<Message> texts = new ArrayList<>(List.of(command.spec().summary()));
            command.spec().arguments().forEach(argument -> texts.add(argument.help()));
            command.spec().options().forEach(option -> texts.add(option.help()));
            command.spec().examples().forEach(example -> texts.add(example.meaning()));
            assertThat(texts).as(command.spec().name()).allSatisfy(text -> assertThat(text.text(Locale.ENGLISH))
                    .isNotEqualTo(text.id()));
        }
    }

    @Test
    void everyColumnHasAHeading() {
        Locale swedish = Locale.forLanguageTag("sv");
        for (Command command : all()) {
            for (Column column : command.spec().columns()) {
                assertThat(Headings.of(column.name(), swedish))
                        .as(column.name())
                        .doesNotContain("_")
                        .matches("\\p{Lu}.*");
            }
        }
    }

    @Test
    void everyExampleIsALineThatItsCommandTakes() {
        for (Command command : all()) {
            List<String> taken = new ArrayList<>();
            Command listening = new Command(command.spec(), call -> {
                taken.add(command.spec().name());
                return CommandResult.done(Texts.text("left"));
            });
            for (CommandSpec.Example example : command.spec().examples()) {
                FakeTerminal terminal = new FakeTerminal();
                LineWords words = LineWords.upTo(withoutRedirection(example.line()) + " ", Integer.MAX_VALUE);
                new Workbench().with(listening).runner().run(words.before(), terminal);
                assertThat(terminal.err()).as(example.line()).isEqualTo("Nothing was changed.\n");
            }
            assertThat(taken).hasSameSizeAs(command.spec().examples());
        }
    }

    private static String withoutRedirection(String line) {
        int redirection = line.indexOf(" > ");
        return redirection < 0 ? line : line.substring(0, redirection);
    }

    @Test
    void everyConstantShownHasAWord() {
        List<Enum<?>> constants = new ArrayList<>();
        constants.addAll(List.of(Account.Side.values()));
        constants.addAll(List.of(AccountId.Scheme.values()));
        constants.addAll(List.of(FileOutcome.Result.values()));
        constants.addAll(List.of(ImportDefinition.Strictness.values()));
        constants.addAll(List.of(StatementProof.Verdict.values()));
        constants.addAll(List.of(Rule.State.values()));
        constants.addAll(List.of(WriteOff.Kind.values()));
        constants.addAll(List.of(Note.Subject.values()));
        constants.addAll(List.of(SignOff.State.values()));
        constants.addAll(List.of(Plugins.State.values()));
        constants.addAll(List.of(Severity.values()));
        constants.addAll(List.of(Extent.values()));
        constants.addAll(List.of(RunState.values()));
        constants.addAll(List.of(Cause.values()));
        constants.addAll(List.of(After.Condition.values()));
        constants.addAll(List.of(After.Join.values()));
        constants.addAll(List.of(Running.WhenBusy.values()));
        constants.addAll(List.of(Retry.Backoff.values()));
        constants.addAll(List.of(Timing.Gap.values()));
        constants.addAll(List.of(Timing.Overlap.values()));
        constants.addAll(List.of(Timing.FreeDays.values()));
        constants.addAll(List.of(Timing.CatchUp.Policy.values()));
        constants.addAll(List.of(AppointmentOrigin.values()));
        constants.addAll(List.of(Answer.values()));
        constants.addAll(List.of(ParticipantRole.values()));
        constants.addAll(List.of(BusyTime.Kind.values()));
        constants.addAll(List.of(DateList.State.values()));
        constants.addAll(List.of(Repetition.HandChange.Kind.values()));
        constants.addAll(List.of(DebugState.Kind.values()));
        assertThat(constants).allSatisfy(constant -> assertThat(WORDS.getString(Choices.id(constant)))
                .isNotBlank());
    }

    private static List<Command> all() {
        Object nothing = new Object();
        RecordSource records = new RecordSource() {
            @Override
            public List<Column> columns() {
                return List.of(Column.integer("id"));
            }

            @Override
            public Table list(Caller caller, RecordQuery query) {
                return Table.under(columns()).build();
            }
        };
        Books books = Partly.implemented(Books.class, nothing);
        Imports imports = Partly.implemented(Imports.class, nothing);
        Reconciliation reconciliation = Partly.implemented(Reconciliation.class, nothing);
        Plugins plugins = Partly.implemented(Plugins.class, nothing);
        List<Command> all = new ArrayList<>();
        all.addAll(UnitCommands.of(books));
        all.addAll(AccountCommands.of(books));
        all.addAll(ImportCommands.of(imports));
        OwnFolders own = Partly.implemented(OwnFolders.class, nothing);
        all.addAll(ImportFileCommands.of(imports, own, new ThisNode("oslo", List.of()), Optional.empty()));
        all.addAll(ImportStateCommands.of(imports, ZoneOffset.UTC));
        all.addAll(RecCommands.of(reconciliation));
        all.addAll(RecGroupCommands.of(reconciliation));
        all.addAll(ReportCommands.of(reconciliation));
        all.add(RecJournalCommand.of(Partly.implemented(Journals.class, nothing)));
        all.add(RecRatesCommand.of(Partly.implemented(ExchangeRates.class, nothing)));
        all.addAll(RecWorkCommands.of(Partly.implemented(ManualWork.class, nothing)));
        all.addAll(RecPeriodCommands.of(Partly.implemented(Periods.class, nothing), reconciliation));
        all.addAll(RecRuleCommands.of(Partly.implemented(RuleWork.class, nothing)));
        all.add(MatchCommand.of(
                imports,
                Partly.implemented(FileReconciliation.class, nothing),
                ManualClock.at("2026-02-01T06:00:00Z")));
        all.addAll(RecurCommands.of(ManualClock.at("2026-02-01T06:00:00Z")));
        all.addAll(CalCommands.of(
                Partly.implemented(Appointments.class, nothing), records, ManualClock.at("2026-02-01T06:00:00Z")));
        all.add(CalFeedCommand.of(Partly.implemented(Feeds.class, nothing), ZoneOffset.UTC));
        Appointments appointments = Partly.implemented(Appointments.class, nothing);
        Meetings meetings = Partly.implemented(Meetings.class, nothing);
        all.addAll(CalPeopleCommands.of(appointments, meetings));
        all.addAll(CalTimeCommands.of(appointments, meetings, ManualClock.at("2026-02-01T06:00:00Z")));
        all.addAll(BatchCommand.of(Partly.implemented(Batch.class, nothing)));
        all.addAll(PluginCommands.of(plugins));
        all.addAll(ConfigCommands.of(Partly.implemented(Settings.class, nothing)));
        all.addAll(SettingCommands.of((caller, key, value) -> new Settings.Value(key, value, "", "")));
        all.addAll(SecretCommands.of(Partly.implemented(Secrets.class, nothing)));
        Tasks tasks = Partly.implemented(Tasks.class, nothing);
        all.addAll(DefinitionCommands.of(books, imports, reconciliation, tasks));
        all.addAll(new TaskServices(
                        tasks,
                        Partly.implemented(Runs.class, nothing),
                        records,
                        records,
                        records,
                        ManualClock.at("2026-02-01T06:00:00Z"),
                        false)
                .commands());
        all.add(MetricsCommand.of(List::of));
        all.addAll(HealthCommands.of(new Checkup(Duration.ZERO)));
        all.addAll(BackupCommands.of(Partly.implemented(Backups.class, nothing), tasks));
        all.addAll(ServiceCommands.of(own, imports, ManualClock.at("2026-02-01T06:00:00Z")));
        all.addAll(UserCommands.of(Partly.implemented(Users.class, nothing), ZoneOffset.UTC));
        all.addAll(TokenCommands.of(Partly.implemented(Tokens.class, nothing), ZoneOffset.UTC));
        all.add(AuditCommands.verify(Partly.implemented(Audit.class, nothing)));
        all.addAll(SystemCommands.of("Tickmark", () -> {}));
        all.addAll(SystemCommands.of("Tickmark", Partly.implemented(Database.class, nothing), plugins));
        all.addAll(RecordCommands.of(Map::of));
        ScriptFiles files = new ScriptFiles(Map::of);
        all.addAll(ScriptCommands.of(files, Map::of, Optional::empty, ManualClock.at("2026-02-01T06:00:00Z")));
        all.addAll(StoredScriptCommands.of(Partly.implemented(Scripts.class, nothing), files, Map::of));
        all.add(RecordCommands.scripts(records));
        all.add(RecordCommands.scriptRuns(records));
        all.add(MacroCommands.actions(Partly.implemented(Scripts.class, nothing)));
        all.addAll(TriggerCommands.of(Partly.implemented(Triggers.class, nothing)));
        Debugger debugger = Partly.implemented(Debugger.class, nothing);
        all.addAll(DebugCommands.of(debugger));
        all.add(ScriptDebugCommand.of(files, Map::of, debugger));
        all.addAll(TraceCommands.of(Partly.implemented(Traces.class, nothing)));
        all.add(RecordCommands.traces(records));
        all.add(RecordCommands.recordings(records));
        all.add(RecordCommands.triggers(records));
        all.add(RecordCommands.firings(records));
        all.add(RecordCommands.files(records));
        all.add(RecordCommands.audit(records));
        return all;
    }
}
