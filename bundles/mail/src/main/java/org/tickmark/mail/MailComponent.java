package org.tickmark.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.tickmark.api.health.HealthCheck;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.Bell;
import org.tickmark.api.host.Events;
import org.tickmark.api.host.Secrets;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.Tx;
import org.tickmark.api.host.Tx.Dialect;
import org.tickmark.api.host.mail.Mails;
import org.tickmark.api.host.mail.Outbox;
import org.tickmark.api.mail.MailTemplate;
import org.tickmark.api.metric.MetricSource;
import org.tickmark.api.setting.Settings;
import org.tickmark.api.task.TaskExecutor;
import org.tickmark.mail.smtp.Postman;

/** Registers {@link Outbox}, {@link Mails}, the executor {@code mail} and the figures; in a server, delivers. */
@Component(
        name = "org.tickmark.mail",
        immediate = true,
        service = {})
public final class MailComponent {
    /** Framework property: {@code command} where the process ends with its command and delivers only what that waits for. */
    private static final String PURPOSE = "tickmark.purpose";

    private static final String TOPIC = "mail-outbox";
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private final Templates templates = new Templates();
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
    private final Optional<CourierThread> thread;
    private final Bell.Listening listening;

    @Activate
    public MailComponent(
            BundleContext context,
            @Reference(target = "(tickmark.schema=org.tickmark.mail)") Transactions transactions,
            @Reference Bell bell,
            @Reference Audit audit,
            @Reference Events events,
            @Reference Secrets secrets,
            @Reference Settings settings,
            @Reference Clock clock) {
        Accounts accounts = new Accounts(settings, secrets);
        Postman wire = new Postman(Courier.LIMIT);
        TokenPostman postman = new TokenPostman(new AccessTokens(accounts, clock), wire::send);
        Courier courier = new Courier(transactions, settings, accounts, postman, events, clock);
        // No other process has an H2 database.
        if (transactions.reading(Tx::dialect) == Dialect.H2) {
            courier.freeLost();
        }
        this.thread = "command".equals(context.getProperty(PURPOSE))
                ? Optional.empty()
                : Optional.of(new CourierThread(courier, new Retention(transactions, settings, clock), clock));
        this.listening = bell.listen(TOPIC, this::wake);
        Runnable call = () -> {
            wake();
            bell.ring(TOPIC);
        };
        StoredOutbox outbox = new StoredOutbox(
                transactions, settings, courier, call, MailComponent::pause, clock, ZoneId.systemDefault());
        MailDesk desk = new MailDesk(transactions, accounts, outbox, templates, postman, call, audit, clock);
        MailExecutor executor = new MailExecutor(transactions, outbox, templates);
        registrations.add(context.registerService(Outbox.class, outbox, null));
        registrations.add(context.registerService(Mails.class, desk, null));
        registrations.add(
                context.registerService(MetricSource.class, new MailFigures(transactions, courier, clock), null));
        registrations.add(context.registerService(
                TaskExecutor.class, executor, property(TaskExecutor.EXECUTOR, MailExecutor.NAME)));
        registrations.add(context.registerService(
                HealthCheck.class,
                new MailCheck(transactions, settings, accounts, account -> postman.visit(account, wire::call)),
                property(HealthCheck.NAME, "mail")));
        registrations.add(context.registerService(
                MailTemplate.class, new TestTemplate(accounts), property(MailTemplate.TEMPLATE, TestTemplate.NAME)));
    }

    private static Dictionary<String, ?> property(String name, String value) {
        return FrameworkUtil.asDictionary(Map.of(name, value));
    }

    /** Waits half a second at most: somebody else may deliver what is waited for, or the caller may go. */
    private static boolean pause(Duration span) {
        try {
            TimeUnit.MILLISECONDS.sleep(Math.min(span.toMillis(), LOOK_AGAIN.toMillis()));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void wake() {
        thread.ifPresent(CourierThread::wake);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addTemplate(MailTemplate template, Map<String, ?> properties) {
        templates.add(template, properties);
    }

    void removeTemplate(MailTemplate template) {
        templates.remove(template);
    }

    @Activate
    void start() {
        thread.ifPresent(CourierThread::start);
    }

    /** Takes and delivers no more. */
    @Deactivate
    void stop() {
        listening.close();
        registrations.forEach(ServiceRegistration::unregister);
        thread.ifPresent(CourierThread::close);
    }
}
