package org.tickmark.console.commands;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tickmark.api.Permission;
import org.tickmark.api.Problem;
import org.tickmark.api.command.Argument.Cardinality;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.Recurrence;
import org.tickmark.recurrence.form.Conversion;
import org.tickmark.recurrence.form.Forms;
import org.tickmark.recurrence.form.Loss;
import org.tickmark.recurrence.form.RuleForm;
import org.tickmark.recurrence.words.Language;
import org.tickmark.recurrence.words.Words;

/** {@code recur}: what the calendar kernel says of a rule. */
final class RecurCommands {
    private static final List<Column> OCCURRENCES =
            List.of(Column.text("local"), Column.text("zone"), Column.text("instant"));
    private static final String RULE = "RULE";
    private static final String WORDS = "words";
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
        return List.of(commands.next(), commands.describe(), commands.convert());
    }

    private static Command.Declaration declared(String verb, Cardinality rule) {
        return Command.named("recur", verb, Permission.SYSTEM_READ)
                .argument(RULE, "recur.rule", ValueKind.TEXT, rule)
                .option("rrule", "recur.rrule", ValueKind.TEXT)
                .option("dtstart", "recur.dtstart", ValueKind.TEXT)
                .option("zone", "recur.zone", ValueKind.TEXT)
                .repeatable("rdate", "recur.rdate", ValueKind.TEXT)
                .repeatable("exdate", "recur.exdate", ValueKind.TEXT)
                .option("gap", "recur.gap", ValueKind.choice("shift", "skip", "first-valid"))
                .option("overlap", "recur.overlap", ValueKind.choice("first", "second", "both"));
    }

    private RecurInput input(CommandCall call) {
        return new RecurInput(call, clock.instant(), clock.getZone());
    }

    private static Optional<RuleForm> rule(CommandCall call, RecurInput input) {
        Optional<RuleForm> positional =
                call.arguments(RULE).stream().findFirst().map(input::rule);
        Optional<RuleForm> named = call.option("rrule").map(input::rrule);
        if (positional.isPresent() && named.isPresent()) {
            throw Texts.problem("usage.recur-one-rule").exception();
        }
        return positional.or(() -> named);
    }

    private static RuleForm requiredRule(CommandCall call, RecurInput input) {
        return rule(call, input)
                .orElseThrow(() -> Texts.problem("usage.recur-no-rule")
                        .advice(Texts.text("usage.recur-no-rule.advice"))
                        .exception());
    }

    // ---------------------------------------------------------------- next

    private Command next() {
        return declared("next", Cardinality.OPTIONAL)
                .option("after", "recur.after", ValueKind.TEXT)
                .option("number", "recur.number", ValueKind.INTEGER)
                .columns(OCCURRENCES)
                .example("recur next \"0 6 * * 1-5\" -n 5 --zone Europe/Oslo")
                .example("recur next \"every other Tuesday at 9\" --dtstart TZID=Europe/Oslo:20250107T090000")
                .example("recur next --dtstart TZID=Europe/Oslo:20250106T090000 --rrule FREQ=MONTHLY;BYDAY=-1FR -o json")
                .does(this::next);
    }

    private CommandResult next(CommandCall call) {
        RecurInput input = input(call);
        Recurrence recurrence = input.recurrence(call, rule(call, input));
        Table.Builder table = Table.under(OCCURRENCES);
        long from = call.option("after")
                .map(given -> recurrence.second(input.moment(given)) + 1)
                .orElse(Recurrence.MIN);
        int number = number(call);
        long second = recurrence.next(from);
        for (int i = 0; i < number && second != Recurrence.NONE; i++) {
            Moment moment = recurrence.moment(second);
            table.row(local(moment), zone(moment), instant(moment));
            second = recurrence.next(second + 1);
        }
        return CommandResult.of(table.build());
    }

    private static int number(CommandCall call) {
        long number = call.option("number").map(Long::parseLong).orElse((long) USUAL_NUMBER);
        if (number < 1 || number > MOST) {
            throw Texts.problem("usage.recur-number")
                    .found(Long.toString(number))
                    .expected("1–" + MOST)
                    .exception();
        }
        return (int) number;
    }

    private static String local(Moment moment) {
        return moment instanceof Moment.DateOnly day
                ? day.date().toString()
                : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(moment.wallClock());
    }

    private static String zone(Moment moment) {
        if (moment instanceof Moment.Zoned zoned) {
            return zoned.zone().getId();
        }
        return moment instanceof Moment.Utc ? "UTC" : null;
    }

    private static String instant(Moment moment) {
        if (moment instanceof Moment.Zoned zoned) {
            return zoned.instant().toString();
        }
        return moment instanceof Moment.Utc utc ? utc.instant().toString() : null;
    }

    // ---------------------------------------------------------------- describe

    private Command describe() {
        return declared("describe", Cardinality.OPTIONAL)
                .example("recur describe \"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1\"")
                .example("recur describe \"30 6 1 * *\" --lang sv")
                .does(this::describe);
    }

    private CommandResult describe(CommandCall call) {
        RecurInput input = input(call);
        RuleForm rule = requiredRule(call, input);
        Recurrence recurrence = input.recurrence(call, Optional.of(rule));
        Optional<Moment> last = recurrence.lastOccurrence();
        Locale locale = call.caller().locale();
        return new Details(locale)
                .add("rule", rule.text())
                .add("sentence", words(locale).label(rule))
                .add("start", recurrence.start().toString())
                .choice("extent", recurrence.extent())
                .add("first_occurrence", recurrence.firstOccurrence().map(RecurCommands::local))
                .add("last_occurrence", last.map(RecurCommands::local))
                .add("occurrences", last.map(moment -> recurrence.countBefore(recurrence.second(moment)) + 1))
                .result();
    }

    private static Words words(Locale locale) {
        return Words.in(Language.of(locale).orElse(Language.ENGLISH));
    }

    // ---------------------------------------------------------------- convert

    private Command convert() {
        return declared("convert", Cardinality.OPTIONAL)
                .option("to", "recur.to", ValueKind.choice("rrule", "cron", "quartz", "pattern", "task", WORDS))
                .example("recur convert \"0 6 * * 1-5\" --to rrule")
                .example("recur convert \"siste virkedag i måneden\" --to quartz")
                .does(this::convert);
    }

    private CommandResult convert(CommandCall call) {
        RecurInput input = input(call);
        RuleForm rule = requiredRule(call, input);
        String form = call.option("to").orElse("rrule");
        if (form.equals(WORDS)) {
            return CommandResult.of(words(call.caller().locale()).write(rule));
        }
        Forms.Kind kind = Forms.Kind.valueOf(form.toUpperCase(Locale.ROOT));
        Moment start = input.recurrence(call, Optional.of(rule)).start();
        Conversion<? extends RuleForm> converted = Forms.convert(rule, kind, start);
        return converted
                .value()
                .map(other -> CommandResult.of(other.text()))
                .orElseGet(() -> CommandResult.of("")
                        .problems(converted.losses().stream()
                                .map(loss -> lost(loss, form))
                                .toList())
                        .exit(ExitCode.FAILURE));
    }

    private static Problem lost(Loss loss, String form) {
        return Problem.error("recur.lost", Texts.text("recur.lost." + loss.kind().name()))
                .where(form)
                .found(loss.found())
                .build();
    }
}
