package org.tickmark.console.commands;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tickmark.api.Permission;
import org.tickmark.api.command.Argument.Cardinality;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.message.Message;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;
import org.tickmark.console.commands.choice.Choices;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.Rule;
import org.tickmark.recurrence.series.Conflict;
import org.tickmark.recurrence.series.ConflictVerdict;
import org.tickmark.recurrence.series.Conflicts;
import org.tickmark.recurrence.series.Length;
import org.tickmark.recurrence.series.Series;

/** {@code recur conflicts}: when two rules take place at the same time, or why they never do. */
final class ConflictsCommand {
    private static final List<Column> CONFLICTS = List.of(
            Column.text("local"),
            Column.text("zone"),
            Column.text("instant"),
            Column.text("ends"),
            Column.text("one"),
            Column.text("other"));
    private static final String LENGTH = "length";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String NUMBER = "number";
    private static final int USUAL_NUMBER = 1_000;
    private static final int MOST = 100_000;
    private static final int TWO = 2;

    private final CommandCall call;
    private final RecurrenceInput input;
    private final Series one;
    private final Series other;

    private ConflictsCommand(CommandCall call, Clock clock) {
        List<Rule> rules = new RuleInput(call.caller().locale()).rules(call);
        if (rules.size() != TWO) {
            throw Texts.problem("usage.recur-two-rules")
                    .found(Integer.toString(rules.size()))
                    .expected(Integer.toString(TWO))
                    .advice(Texts.text("usage.recur-rule.advice"))
                    .exception();
        }
        this.call = call;
        this.input = new RecurrenceInput(call, clock);
        Series first = series(rules, 0);
        Series second = series(rules, 1);
        boolean comparable = first.start().getClass() == second.start().getClass();
        this.one = comparable ? first : first.inZone(input.zone());
        this.other = comparable ? second : second.inZone(input.zone());
    }

    static Command of(Clock clock) {
        return Command.named("recur", "conflicts", Permission.SYSTEM_READ)
                .argument(RuleInput.ANY, "recur.rules", ValueKind.TEXT, Cardinality.ANY)
                .repeatable(RuleInput.RRULE, "recur.rrule", ValueKind.TEXT)
                .repeatable(RuleInput.CRON, "recur.cron", ValueKind.TEXT)
                .repeatable(RuleInput.WORDS, "recur.words", ValueKind.TEXT)
                .repeatable(RecurrenceInput.START, "recur.dtstarts", ValueKind.TEXT)
                .option(RecurrenceInput.ZONE, "recur.zone", ValueKind.TEXT)
                .repeatable(LENGTH, "recur.length", ValueKind.DURATION)
                .option(FROM, "recur.conflicts-from", ValueKind.TEXT)
                .option(TO, "recur.conflicts-to", ValueKind.TEXT)
                .option(NUMBER, "recur.conflicts-number", ValueKind.INTEGER)
                .columns(CONFLICTS)
                .example(
                        "recur conflicts \"every other Tuesday at 9\" \"first Tuesday of the month at 9:30\" --length 1h")
                .example("recur conflicts \"0 9 * * 1\" \"0 9 1 * *\" --from 2027-01-01 --to 2028-01-01")
                .example(
                        "recur conflicts --rrule FREQ=DAILY --rrule FREQ=WEEKLY --dtstart 20250106T090000 --dtstart 20250107T120000")
                .does(given -> new ConflictsCommand(given, clock).result());
    }

    private Series series(List<Rule> rules, int index) {
        Series series = Series.of(input.recurrence(Optional.of(rules.get(index)), index));
        return RecurrenceInput.fitting(
                "--" + LENGTH, series.start(), () -> series.lasting(length(series.start(), index)));
    }

    /** The one length given, or that of its number; else a day for a date and no time for a time. */
    private Length length(Moment start, int index) {
        List<String> given = call.options(LENGTH);
        boolean isDate = start instanceof Moment.DateOnly;
        if (given.isEmpty()) {
            return isDate ? Length.ofDays(1) : Length.NONE;
        }
        Duration length = Duration.parse(given.get(Math.min(index, given.size() - 1)));
        if (isDate && length.equals(Duration.ofDays(length.toDays()))) {
            return Length.ofDays(Math.toIntExact(length.toDays()));
        }
        if (isDate) {
            throw new IllegalArgumentException("Length " + length + " of a date: expected whole days");
        }
        return Length.of(length);
    }

    private CommandResult result() {
        Conflicts conflicts = Conflicts.between(one, other);
        Optional<Moment> from = call.option(FROM).map(given -> input.moment(one.start(), FROM, given));
        Optional<Integer> number = number();
        if (call.option(TO).isPresent()) {
            Moment to = input.moment(one.start(), TO, call.option(TO).get());
            return within(conflicts.between(from.orElse(earlierStart()), to), number.orElse(USUAL_NUMBER));
        }
        if (from.isPresent()) {
            List<Conflict> first = conflicts.first(from.get()).stream().toList();
            return result(
                    first,
                    Optional.empty(),
                    Texts.text(first.isEmpty() ? "recur.no-conflict" : "recur.first-conflict"));
        }
        ConflictVerdict verdict = conflicts.verdict();
        if (verdict instanceof ConflictVerdict.Never never) {
            Message why = Texts.text("recur.proof." + never.proof().name());
            return result(List.of(), Optional.of(never.proof()), why);
        }
        Conflict first = ((ConflictVerdict.Found) verdict).first();
        return result(List.of(first), Optional.empty(), Texts.text("recur.first-conflict"));
    }

    /** How many conflicts are wanted; only before an end are there several. */
    private Optional<Integer> number() {
        Optional<Integer> number = call.option(NUMBER).map(given -> RecurCommands.number(given, MOST));
        if (number.isPresent() && call.option(TO).isEmpty()) {
            throw Texts.problem("usage.recur-number-to")
                    .where("--" + NUMBER)
                    .found(number.get().toString())
                    .expected("--" + TO)
                    .exception();
        }
        return number;
    }

    private static CommandResult within(Stream<Conflict> conflicts, int number) {
        List<Conflict> found = conflicts.limit(number + 1L).toList();
        return found.size() > number
                ? result(found.subList(0, number), Optional.empty(), Texts.text("recur.conflicts-cut", number))
                : result(found, Optional.empty(), Texts.text("recur.conflicts-within", found.size()));
    }

    private Moment earlierStart() {
        return one.start().lineSecond() <= other.start().lineSecond() ? one.start() : other.start();
    }

    private static CommandResult result(
            List<Conflict> conflicts, Optional<ConflictVerdict.Proof> proof, Message summary) {
        Table.Builder table = Table.under(CONFLICTS);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Conflict conflict : conflicts) {
            Object[] row = row(conflict);
            table.row(row);
            Map<String, Object> members = new LinkedHashMap<>();
            for (int i = 0; i < row.length; i++) {
                members.put(CONFLICTS.get(i).name(), row[i]);
            }
            rows.add(members);
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("conflicts", rows);
        document.put("proof", proof.map(Choices::id).orElse(null));
        return CommandResult.of(table.build(), document).summary(summary);
    }

    private static Object[] row(Conflict conflict) {
        Moment start = conflict.start();
        return new Object[] {
            MomentOutput.local(start),
            MomentOutput.zone(start),
            MomentOutput.instant(start),
            MomentOutput.local(conflict.end()),
            MomentOutput.local(conflict.one().start()),
            MomentOutput.local(conflict.other().start())
        };
    }
}
