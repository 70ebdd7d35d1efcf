package org.tickmark.console.commands;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tickmark.api.Permission;
import org.tickmark.api.command.Argument.Cardinality;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.host.calendar.Answer;
import org.tickmark.api.host.calendar.AppointmentKey;
import org.tickmark.api.host.calendar.Appointments;
import org.tickmark.api.host.calendar.Edit;
import org.tickmark.api.host.calendar.Edit.HandChanged;
import org.tickmark.api.host.calendar.Edit.Reach;
import org.tickmark.api.host.calendar.Fields;
import org.tickmark.api.host.calendar.Meetings;
import org.tickmark.api.host.calendar.Participant;
import org.tickmark.api.host.calendar.ReadReply;
import org.tickmark.api.host.calendar.Saved;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;
import org.tickmark.console.commands.choice.Choices;

/** {@code cal}, as far as it is about who takes part: who they are, asking them, and what they say. */
final class CalPeopleCommands {
    private static final String ID = CalCommands.ID;
    private static final String WHO = "WHO";
    private static final String FILE = "FILE";
    private static final String SCOPE = "scope";
    private static final String DRY_RUN = "dry-run";
    private static final List<Column> PEOPLE = List.of(
            Column.text("who"),
            Column.text("name"),
            Column.message("role"),
            Column.message("answer"),
            Column.text("comment"));
    private static final List<Column> REPLIES =
            List.of(Column.text("who"), Column.text("subject"), Column.message("result"));

    private final CalEditCommands edits;
    private final Meetings meetings;

    private CalPeopleCommands(Appointments appointments, Meetings meetings) {
        this.edits = new CalEditCommands(appointments);
        this.meetings = meetings;
    }

    static List<Command> of(Appointments appointments, Meetings meetings) {
        CalPeopleCommands commands = new CalPeopleCommands(appointments, meetings);
        return List.of(commands.people(), commands.invite(), commands.answer(), commands.reply());
    }

    private static Reach reach(CommandCall call) {
        return Reach.valueOf(call.option(SCOPE).orElse("this").toUpperCase(Locale.ROOT));
    }

    // ---------------------------------------------------------------- people, invite

    private Command people() {
        return Command.named("cal", "people", Permission.CALENDAR_READ)
                .argument(ID, "cal.id", ValueKind.TEXT)
                .columns(PEOPLE)
                .example("cal people 17")
                .example("cal people 3@2026-11-10T09:00 -o json")
                .does(this::people);
    }

    private CommandResult people(CommandCall call) {
        Table.Builder table = Table.under(PEOPLE);
        for (Participant one : meetings.participants(call.caller(), CalText.key(call.argument(ID)))) {
            table.row(one.who(), one.name(), Choices.text(one.role()), Choices.text(one.answer()), one.comment());
        }
        return CommandResult.of(table.build());
    }

    private Command invite() {
        return CalEditCommands.editing("invite")
                .argument(ID, "cal.id", ValueKind.TEXT)
                .argument(WHO, "cal.who", ValueKind.TEXT, Cardinality.SOME)
                .option(SCOPE, "cal.invite-scope", ValueKind.choice("this", "following", "all"))
                .option("role", "cal.role", ValueKind.choice("chair", "required", "optional"))
                .flag("remove", "cal.remove")
                .flag("mail", "cal.mail")
                .option("organizer", "cal.organizer", ValueKind.TEXT)
                .example("cal invite 17 anna bo@example.org --mail")
                .example("cal invite 17 \"resource:Fjord room\"")
                .example("cal invite 17 bo@example.org --scope following --role optional --dry-run")
                .example("cal invite 3@2026-11-10T09:00 anna --scope this --remove")
                .does(this::invite);
    }

    private CommandResult invite(CommandCall call) {
        Map<String, String> fields = new TreeMap<>();
        String value = call.flag("remove") ? "" : call.option("role").orElse("required");
        call.arguments(WHO).forEach(given -> fields.put(Fields.participant(CalInput.who(given)), value));
        if (call.flag("mail")) {
            fields.put(Fields.SEND_MAIL, "yes");
        }
        call.option("organizer").ifPresent(address -> fields.put(Fields.ORGANIZER, address));
        Reach reach = call.option(SCOPE).isPresent() ? reach(call) : Reach.ALL;
        Edit.Change change =
                new Edit.Change(Optional.empty(), Optional.empty(), fields, reach, HandChanged.FIELD_BY_FIELD);
        return edits.carryOut(call, CalText.key(call.argument(ID)), change, false);
    }

    // ---------------------------------------------------------------- answer, reply

    private Command answer() {
        return Command.named("cal", "answer", Permission.CALENDAR_READ)
                .argument(ID, "cal.id", ValueKind.TEXT)
                .argument("ANSWER", "cal.answer", ValueKind.choice("accepted", "tentative", "declined", "needs-action"))
                .option(SCOPE, "cal.scope", ValueKind.choice("this", "following", "all"))
                .option("as", "cal.as", ValueKind.TEXT)
                .option("comment", "cal.comment", ValueKind.TEXT)
                .flag(DRY_RUN, "cal.dry-run")
                .example("cal answer 17 accepted --scope all")
                .example("cal answer 3@2026-11-10T09:00 declined --comment \"On leave\"")
                .example("cal answer 17 tentative --scope following --as bo@example.org")
                .does(this::answer);
    }

    private CommandResult answer(CommandCall call) {
        AppointmentKey key = CalText.key(call.argument(ID));
        Answer answer = Answer.ofWord(call.argument("ANSWER")).orElseThrow();
        String who = call.option("as").map(CalInput::who).orElse("");
        if (call.flag(DRY_RUN)) {
            String asked = meetings.participants(call.caller(), key).stream()
                    .filter(one ->
                            one.who().equals(who.isEmpty() ? call.caller().identity() : who))
                    .map(one -> Choices.text(one.answer()).text(call.caller().locale()))
                    .findFirst()
                    .orElse("–");
            return CommandResult.done(Texts.text("cal.would-answer", asked, Choices.text(answer)));
        }
        Saved saved = meetings.answer(
                call.caller(),
                key,
                who,
                answer,
                reach(call),
                call.option("comment").orElse(""));
        return CalEditCommands.done(
                saved, Texts.text("cal.answered", Choices.text(answer), Long.toString(saved.change())));
    }

    private Command reply() {
        return Command.named("cal", "reply", Permission.CALENDAR_EDIT)
                .argument(FILE, "cal.reply-file", ValueKind.PATH)
                .flag(DRY_RUN, "cal.dry-run")
                .columns(REPLIES)
                .example("cal reply answer.ics")
                .example("cal reply answer.ics --dry-run")
                .example("cal reply -")
                .does(this::reply);
    }

    private CommandResult reply(CommandCall call) {
        String file = call.argument(FILE);
        List<ReadReply> replies = meetings.reply(
                call.caller(), CalFileCommand.text(call, file), CalFileCommand.from(call, file), call.flag(DRY_RUN));
        Table.Builder table = Table.under(REPLIES);
        replies.forEach(reply -> table.row(reply.who(), reply.subject(), reply.result()));
        return CommandResult.of(
                        table.build(),
                        replies.stream().map(CalPeopleCommands::document).toList())
                .summary(Texts.text(call.flag(DRY_RUN) ? "cal.would-reply" : "cal.replied", replies.size()));
    }

    private static Map<String, Object> document(ReadReply reply) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("who", reply.who());
        document.put("subject", reply.subject());
        document.put("result", reply.result().id());
        return document;
    }
}
