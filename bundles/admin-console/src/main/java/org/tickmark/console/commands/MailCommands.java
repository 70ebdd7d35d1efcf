package org.tickmark.console.commands;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.tickmark.api.Permission;
import org.tickmark.api.Problem;
import org.tickmark.api.command.Argument.Cardinality;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.host.mail.Mails;
import org.tickmark.api.host.mail.Mails.Attempt;
import org.tickmark.api.host.mail.Mails.Mail;
import org.tickmark.api.host.mail.Mails.Preview;
import org.tickmark.api.host.mail.Mails.Trial;
import org.tickmark.api.message.Message;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;

/** {@code mail}: test messages, the mails of the outbox, and what templates make. */
final class MailCommands {
    private static final List<Column> TEMPLATES = List.of(Column.text("name"), Column.message("summary"));

    private final Mails mails;

    private MailCommands(Mails mails) {
        this.mails = mails;
    }

    static List<Command> of(Mails mails) {
        MailCommands commands = new MailCommands(mails);
        return List.of(
                Command.named("mail", "test", Permission.MAIL_EDIT)
                        .argument("ADDRESS", "mail.address", ValueKind.TEXT, Cardinality.OPTIONAL)
                        .example("mail test")
                        .example("mail test kari@example.org")
                        .does(commands::test),
                Command.named("mail", "show", Permission.MAIL_READ)
                        .argument("ID", "mail.id", ValueKind.record("mail"))
                        .example("mail show 17")
                        .does(commands::show),
                Command.named("mail", "retry", Permission.MAIL_EDIT)
                        .argument("ID", "mail.id", ValueKind.record("mail"), Cardinality.SOME)
                        .example("mail retry 17 18")
                        .does(commands::retry),
                Command.named("mail", "drop", Permission.MAIL_EDIT)
                        .argument("ID", "mail.id", ValueKind.record("mail"), Cardinality.SOME)
                        .example("mail drop 17")
                        .does(commands::drop),
                Command.named("mail", "templates", Permission.MAIL_READ)
                        .columns(TEMPLATES)
                        .example("mail templates")
                        .does(commands::templates),
                Command.named("mail", "preview", Permission.MAIL_READ)
                        .argument("TEMPLATE", "mail.template", ValueKind.TEXT)
                        .argument("ABOUT", "mail.about", ValueKind.TEXT, Cardinality.OPTIONAL)
                        .option("language", "mail.language", ValueKind.choice("en", "nb", "sv"))
                        .flag("html", "mail.html")
                        .example("mail preview test")
                        .example("mail preview test --language sv --html")
                        .does(commands::preview));
    }

    // ---------------------------------------------------------------- test

    private CommandResult test(CommandCall call) {
        Trial trial =
                mails.test(call.caller(), call.arguments("ADDRESS").stream().findFirst());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("recipient", trial.recipient());
        document.put("ok", trial.failure().isEmpty());
        document.put("dialogue", trial.dialogue());
        Locale locale = call.caller().locale();
        List<Problem> failure = trial.failure().stream().toList();
        document.put("issues", ProblemDocument.of(failure, locale));
        String text = String.join("\n", trial.dialogue()) + "\n";
        Message summary = Texts.text(failure.isEmpty() ? "mail.test.taken" : "mail.test.failed", trial.recipient());
        return CommandResult.of(text, document)
                .problems(failure)
                .summary(summary)
                .exit(failure.isEmpty() ? ExitCode.OK : ExitCode.MAIL);
    }

    // ---------------------------------------------------------------- the outbox

    private CommandResult show(CommandCall call) {
        long id = Long.parseLong(call.argument("ID"));
        Mail mail = mails.mail(call.caller(), id).orElseThrow(() -> Texts.problem("mail.unknown", id)
                .advice(Texts.text("mail.unknown.advice"))
                .exception());
        CommandResult head = new Details(call.caller().locale())
                .add("id", mail.id())
                .add("about", mail.about())
                .add("recipient", mail.recipient())
                .add("message_id", mail.messageId())
                .add("state", mail.state().name())
                .add("created_at", mail.createdAt().toString())
                .add("next_at", mail.nextAt().map(String::valueOf))
                .add("subject", mail.preview().subject())
                .add("files", mail.preview().files())
                .result();
        StringBuilder text = new StringBuilder(head.text().orElseThrow()).append('\n');
        mail.attempts()
                .forEach(attempt -> text.append(line(attempt, call.caller().locale())));
        text.append('\n').append(mail.preview().text());
        Map<String, Object> document = document(head);
        document.put(
                "attempts", mail.attempts().stream().map(MailCommands::document).toList());
        document.put("text", mail.preview().text());
        return CommandResult.of(text.toString(), document);
    }

    private static String line(Attempt attempt, Locale locale) {
        String outcome =
                attempt.outcome().orElseGet(() -> Texts.text("mail.no-outcome").text(locale));
        return attempt.beganAt() + "  " + outcome + "\n";
    }

    private static Map<String, Object> document(CommandResult head) {
        Map<String, Object> document = new LinkedHashMap<>();
        ((Map<?, ?>) head.document().orElseThrow()).forEach((name, value) -> document.put(String.valueOf(name), value));
        return document;
    }

    private static Map<String, Object> document(Attempt attempt) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("began_at", attempt.beganAt().toString());
        document.put("ended_at", attempt.endedAt().map(String::valueOf).orElse(null));
        document.put("outcome", attempt.outcome().orElse(null));
        return document;
    }

    private CommandResult retry(CommandCall call) {
        List<Long> ids = ids(call);
        mails.retry(call.caller(), ids);
        return CommandResult.done(Texts.text("mail.retried", ids.size()));
    }

    private CommandResult drop(CommandCall call) {
        List<Long> ids = ids(call);
        if (!call.confirm(Texts.text("mail.drop.ask", ids.size()))) {
            return CommandResult.done(Texts.text("left"));
        }
        mails.drop(call.caller(), ids);
        return CommandResult.done(Texts.text("mail.dropped", ids.size()));
    }

    private static List<Long> ids(CommandCall call) {
        return call.arguments("ID").stream().map(Long::valueOf).distinct().toList();
    }

    // ---------------------------------------------------------------- templates

    private CommandResult templates(CommandCall call) {
        SortedMap<String, Message> templates = mails.templates(call.caller());
        Table.Builder table = Table.under(TEMPLATES);
        templates.forEach(table::row);
        return CommandResult.of(table.build());
    }

    private CommandResult preview(CommandCall call) {
        Locale language = call.option("language")
                .map(Locale::forLanguageTag)
                .orElse(call.caller().locale());
        String about = call.arguments("ABOUT").stream().findFirst().orElse("");
        Preview preview = mails.preview(call.caller(), call.argument("TEMPLATE"), about, language);
        Optional<String> html = preview.html().filter(page -> call.flag("html"));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("subject", preview.subject());
        document.put("text", preview.text());
        document.put("html", preview.html().orElse(null));
        document.put("files", preview.files());
        return CommandResult.of(html.orElseGet(() -> preview.subject() + "\n\n" + preview.text()), document);
    }
}
