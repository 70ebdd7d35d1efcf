package org.tickmark.console.commands;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.tickmark.api.Permission;
import org.tickmark.api.Problem;
import org.tickmark.api.command.Argument.Cardinality;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;
import org.tickmark.recurrence.ElapsedRule;
import org.tickmark.recurrence.End;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.Notice;
import org.tickmark.recurrence.Recurrence;
import org.tickmark.recurrence.Rule;
import org.tickmark.recurrence.form.Conversion;
import org.tickmark.recurrence.form.Forms;
import org.tickmark.recurrence.form.Loss;
import org.tickmark.recurrence.form.RuleForm;
import org.tickmark.recurrence.form.TaskFrequency;
import org.tickmark.recurrence.words.Language;
import org.tickmark.recurrence.words.Words;

/** {@code recur}: what the calendar kernel says of a rule. */
final class RecurCommands {
    private static final List<Column> OCCURRENCES =
            List.of(Column.text("local"), Column.text("zone"), Column.text("instant"));
    private static final String FROM = "from";
    private static final int USUAL_NUMBER = 10;
    private static final int MOST = 100_000;

    private final Clock clock;

    private RecurCommands(Clock clock) {
        this.clock = clock;
    }

    /**
     * The commands.
     *
     * @param clock tells the start, and the zone, where a call gives none
     */
    static List<Command> of(Clock clock) {
        RecurCommands commands = new RecurCommands(clock);
        return List.of(commands.next(), commands.describe(), commands.convert(), ConflictsCommand.of(clock));
    }

    private static Command.Declaration declared(String verb) {
        return Command.named("recur", verb, Permission.SYSTEM_READ)
                .argument(RuleInput.ANY, "recur.rule", ValueKind.TEXT, Cardinality.ANY)
                .option(RuleInput.RRULE, "recur.rrule", ValueKind.TEXT)
                .option(RuleInput.CRON, "recur.cron", ValueKind.TEXT)
                .option(RuleInput.WORDS, "recur.words", ValueKind.TEXT)
                .option(RecurrenceInput.START, "recur.dtstart", ValueKind.TEXT)
                .option(RecurrenceInput.ZONE, "recur.zone", ValueKind.TEXT)
                .repeatable(RecurrenceInput.ADDED, "recur.rdate", ValueKind.TEXT)
                .repeatable(RecurrenceInput.EXCLUDED, "recur.exdate", ValueKind.TEXT)
                .option(RecurrenceInput.GAP, "recur.gap", ValueKind.choice("shift", "skip", "first-valid"))
                .option(RecurrenceInput.OVERLAP, "recur.overlap", ValueKind.choice("first", "second", "both"));
    }

    private static Optional<Rule> rule(CommandCall call) {
        return new RuleInput(call.caller().locale()).rule(call);
    }

    private static Rule requiredRule(CommandCall call) {
        return rule(call).orElseThrow(() -> Texts.problem("usage.recur-no-rule")
                .advice(Texts.text("usage.recur-rule.advice"))
                .exception());
    }

    // ---------------------------------------------------------------- next

    private Command next() {
        return declared("next")
                .option(FROM, "recur.from", ValueKind.TEXT)
                .option("number", "recur.number", ValueKind.INTEGER)
                .columns(OCCURRENCES)
                .example("recur next \"every other Tuesday at 9\" --zone Europe/Oslo -n 5")
                .example("recur next --cron \"0 6 * * 1-5\" --from 2027-01-01")
                .example(
                        "recur next --dtstart TZID=Europe/Oslo:20250106T090000 --rrule \"FREQ=MONTHLY;BYDAY=-1FR\" -o json")
                .does(this::next);
    }

    private CommandResult next(CommandCall call) {
        int number = call.option("number").map(given -> number(given, MOST)).orElse(USUAL_NUMBER);
        RecurrenceInput input = new RecurrenceInput(call, clock);
        Optional<Rule> rule =
                call.options(RecurrenceInput.ADDED).isEmpty() ? Optional.of(requiredRule(call)) : rule(call);
        Recurrence recurrence = input.recurrence(rule);
        long second = recurrence.next(call.option(FROM)
                .map(given -> input.second(recurrence, FROM, given))
                .orElse(Recurrence.MIN));
        Table.Builder table = Table.under(OCCURRENCES);
        for (int i = 0; i < number && second != Recurrence.NONE; i++) {
            Moment moment = recurrence.moment(second);
            table.row(MomentOutput.local(moment), MomentOutput.zone(moment), MomentOutput.instant(moment));
            second = recurrence.next(second + 1);
        }
        return CommandResult.of(table.build());
    }

    /** A number of rows to list, from 1 to the most there may be. */
    static int number(String given, int most) {
        long number = Long.parseLong(given);
        if (number < 1 || number > most) {
            throw Texts.problem("usage.recur-number")
                    .where("--number")
                    .found(Long.toString(number))
                    .expected("1–" + most)
                    .exception();
        }
        return (int) number;
    }

    // ---------------------------------------------------------------- describe

    private Command describe() {
        return declared("describe")
                .example("recur describe \"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1\"")
                .example("recur describe --cron \"30 6 1 * *\"")
                .does(this::describe);
    }

    private CommandResult describe(CommandCall call) {
        Rule given = requiredRule(call);
        Recurrence recurrence = new RecurrenceInput(call, clock).recurrence(Optional.of(given));
        RuleForm rule = form(given, recurrence.start());
        Optional<Moment> last = recurrence.lastOccurrence();
        Locale locale = call.caller().locale();
        Words words = words(locale);
        return new Details(locale)
                .add("rule", rule.text())
                .add("sentence", words.label(rule))
                .add("label", recurrence.firstOccurrence().map(first -> label(words, rule, first, last)))
                .add("start", recurrence.start().toString())
                .choice("extent", recurrence.extent())
                .add("first_occurrence", recurrence.firstOccurrence().map(MomentOutput::local))
                .add("last_occurrence", last.map(MomentOutput::local))
                .add("occurrences", last.map(moment -> recurrence.countBefore(recurrence.second(moment)) + 1))
                .result()
                .problems(notices(call, recurrence));
    }

    private static Words words(Locale locale) {
        return Words.in(Language.of(locale).orElse(Language.ENGLISH));
    }

    private static String label(Words words, RuleForm rule, Moment first, Optional<Moment> last) {
        LocalDate begin = first.wallClock().toLocalDate();
        return last.map(end -> words.shortLabel(rule, begin, end.wallClock().toLocalDate()))
                .orElseGet(() -> words.shortLabel(rule, begin));
    }

    /** What was read in one way of several; that a start which nobody gave is no occurrence is nothing to tell. */
    private static List<Problem> notices(CommandCall call, Recurrence recurrence) {
        Set<Notice> notices = EnumSet.noneOf(Notice.class);
        notices.addAll(recurrence.notices());
        if (call.option(RecurrenceInput.START).isEmpty()) {
            notices.remove(Notice.START_IS_NO_OCCURRENCE);
        }
        return notices.stream()
                .map(notice -> Problem.info("recur.notice", Texts.text("recur.notice." + notice.name()))
                        .build())
                .toList();
    }

    /** A rule in a form that can be written; an interval of elapsed time is one from its start on. */
    private static RuleForm form(Rule rule, Moment start) {
        if (rule instanceof RuleForm form) {
            return form;
        }
        if (rule instanceof ElapsedRule elapsed && elapsed.end().equals(End.never())) {
            return new TaskFrequency.Elapsed(elapsed.interval(), Instant.ofEpochSecond(start.lineSecond()));
        }
        throw Texts.problem("usage.recur-elapsed-end").found(rule.toString()).exception();
    }

    // ---------------------------------------------------------------- convert

    private Command convert() {
        return declared("convert")
                .option(
                        "to",
                        "recur.to",
                        ValueKind.choice("rrule", "cron", "quartz", "pattern", "task", RuleInput.WORDS))
                .example("recur convert --cron \"0 6 * * 1-5\" --to rrule")
                .example("recur convert \"siste virkedag i måneden\" --to quartz")
                .does(this::convert);
    }

    private CommandResult convert(CommandCall call) {
        Rule given = requiredRule(call);
        Moment start =
                new RecurrenceInput(call, clock).recurrence(Optional.of(given)).start();
        RuleForm rule = form(given, start);
        String form = call.option("to").orElse("rrule");
        if (form.equals(RuleInput.WORDS)) {
            return written(form, words(call.caller().locale()).write(rule));
        }
        Conversion<? extends RuleForm> converted =
                Forms.convert(rule, Forms.Kind.valueOf(form.toUpperCase(Locale.ROOT)), start);
        return converted
                .value()
                .map(other -> written(form, other.text()))
                .orElseGet(() -> lost(form, converted.losses()));
    }

    private static CommandResult written(String form, String text) {
        return CommandResult.of(text, new TreeMap<>(Map.of("form", form, "text", text)));
    }

    private static CommandResult lost(String form, List<Loss> losses) {
        return CommandResult.of("")
                .problems(losses.stream()
                        .map(loss -> Problem.error(
                                        "recur.lost",
                                        Texts.text("recur.lost." + loss.kind().name()))
                                .where("--to " + form)
                                .found(loss.found())
                                .build())
                        .toList())
                .exit(ExitCode.FAILURE);
    }
}
