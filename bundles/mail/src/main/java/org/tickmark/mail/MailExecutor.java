package org.tickmark.mail;

import java.util.List;
import org.tickmark.api.Problem;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.mail.Letter;
import org.tickmark.api.host.mail.Outbox;
import org.tickmark.api.mail.MailContent;
import org.tickmark.api.message.Message;
import org.tickmark.api.task.TaskExecutor;
import org.tickmark.api.task.TaskParameter;
import org.tickmark.api.task.TaskResult;
import org.tickmark.api.task.TaskRun;
import org.tickmark.kit.task.TaskInput;

/** Lets a task send a mail: a text of its own, or what a template makes. A run that is repeated sends nothing twice. */
final class MailExecutor implements TaskExecutor {
    static final String NAME = "mail";

    private static final String TO = "to";
    private static final String SUBJECT = "subject";
    private static final String TEXT = "text";
    private static final String TEMPLATE = "template";
    private static final String ABOUT = "about";

    private final Transactions transactions;
    private final Outbox outbox;
    private final Templates templates;

    MailExecutor(Transactions transactions, Outbox outbox, Templates templates) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.templates = templates;
    }

    @Override
    public Message summary() {
        return Texts.message("executor");
    }

    @Override
    public List<TaskParameter> parameters() {
        return List.of(
                TaskParameter.required(TO, TaskParameter.Type.TEXT, Texts.message("executor.to")),
                TaskParameter.optional(SUBJECT, TaskParameter.Type.TEXT, "", Texts.message("executor.subject")),
                TaskParameter.optional(TEXT, TaskParameter.Type.TEXT, "", Texts.message("executor.text")),
                TaskParameter.optional(TEMPLATE, TaskParameter.Type.TEXT, "", Texts.message("executor.template")),
                TaskParameter.optional(ABOUT, TaskParameter.Type.TEXT, "", Texts.message("executor.about")));
    }

    @Override
    public TaskResult run(TaskRun run) {
        new TaskInput(run).cancel().throwIfCancelled();
        if (!outbox.isOn()) {
            throw Problem.error("config.mail-off", Texts.message("off"))
                    .where(MailSettings.ENABLED.key())
                    .advice(Texts.message("off.advice", MailSettings.ENABLED.environmentVariable()))
                    .exception();
        }
        List<String> recipients = outbox.addresses(TO, run.parameters().get(TO));
        Letter letter =
                Letter.of("task/" + run.task(), recipients, content(run)).once("task/" + run.occurrence());
        int mails = transactions
                .inTransaction(tx -> outbox.enqueue(tx, run.caller(), letter))
                .size();
        return TaskResult.of(Texts.message("executor.done", mails)).items(mails, 0);
    }

    private MailContent content(TaskRun run) {
        String subject = run.parameters().get(SUBJECT);
        String template = run.parameters().get(TEMPLATE);
        if (subject.isEmpty() == template.isEmpty()) {
            throw Problem.error("mail.task", Texts.message("executor.either"))
                    .expected(SUBJECT + ", " + TEMPLATE)
                    .exception();
        }
        return template.isEmpty()
                ? MailContent.about(Message.verbatim(subject))
                        .paragraph(Message.verbatim(run.parameters().get(TEXT)))
                        .build()
                : templates.content(run.caller(), template, run.parameters().get(ABOUT));
    }
}
