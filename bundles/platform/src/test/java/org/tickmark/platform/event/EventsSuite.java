package org.tickmark.platform.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Constants;
import org.osgi.service.component.ComponentConstants;
import org.tickmark.api.Caller;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.event.Event;
import org.tickmark.api.event.EventHandler;
import org.tickmark.api.event.Proposal;
import org.tickmark.api.event.Verdict;
import org.tickmark.api.host.Locks;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.message.Message;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.platform.DatabaseFixture;
import org.tickmark.testkit.ManualClock;

/** The rules of {@link EventHandler}, on any database. */
abstract class EventsSuite {
    private static final Proposal PROPOSAL =
            new Proposal("box.close", "box/1", Caller.system(), Map.of("label", "a", "size", "1"), Set.of("label"));

    private final ManualClock clock = ManualClock.at("2026-03-02T08:00:00Z");
    private final Handlers handlers = new Handlers();
    private final JdbcEvents events = new JdbcEvents(handlers, clock, () -> {});

    private DatabaseFixture database;
    private Transactions transactions;
    private EventDelivery delivery;

    abstract DatabaseFixture open();

    @BeforeEach
    void openDatabase() {
        database = open();
        transactions = database.migrate("org.tickmark.platform", JdbcEvents.class);
        delivery = new EventDelivery(transactions, handlers, clock);
    }

    @AfterEach
    void closeDatabase() {
        if (database != null) {
            database.close();
        }
    }

    @Test
    void eh01_asksByRankingThenAgeAndShowsEarlierChanges() {
        List<String> seen = new ArrayList<>();
        add(asking("young", seen, Verdict.pass()), "young", 0, 3, "box.close");
        add(asking("old", seen, Verdict.change(Map.of("label", "c"))), "old", 0, 2, "box.*");
        add(asking("first", seen, Verdict.change(Map.of("label", "b"))), "first", 5, 9, "*");
        add(asking("other", seen, Verdict.pass()), "other", 9, 1, "box.open", "bo");

        Proposal changed = events.propose(PROPOSAL);

        assertThat(seen).containsExactly("first:a", "old:b", "young:c");
        assertThat(changed.fields()).isEqualTo(Map.of("label", "c", "size", "1"));
    }

    @Test
    void eh01_endsAtTheFirstBlock() {
        List<String> seen = new ArrayList<>();
        add(asking("blocks", seen, Verdict.block(Message.verbatim("the lid is off"))), "blocks", 1, 1, "box.close");
        add(asking("later", seen, Verdict.pass()), "later", 0, 2, "box.close");

        assertThatThrownBy(() -> events.propose(PROPOSAL)).isInstanceOfSatisfying(TickmarkException.class, e -> {
            assertThat(e.problem().code()).isEqualTo("event.blocked");
            assertThat(e.problem().what().toString()).contains("blocks", "the lid is off");
        });
        assertThat(seen).containsExactly("blocks:a");
    }

    @Test
    void eh02_takesAnExceptionForABlockAndNamesTheHandler() {
        assertBlockedByFailure(proposal -> {
            throw new IllegalStateException("invented");
        });
        assertBlockedByFailure(proposal -> {
            throw new NoClassDefFoundError("invented");
        });
        assertBlockedByFailure(proposal -> Verdict.change(Map.of("size", "2")));
        assertBlockedByFailure(proposal -> null);
    }

    private void assertBlockedByFailure(Before before) {
        EventHandler handler = new EventHandler() {
            @Override
            public Verdict before(Proposal proposal) {
                return before.verdict(proposal);
            }
        };
        add(handler, "broken", 0, 1, "box.close");
        assertThatThrownBy(() -> events.propose(PROPOSAL)).isInstanceOfSatisfying(TickmarkException.class, e -> {
            assertThat(e.problem().code()).isEqualTo("event.blocked");
            assertThat(e.problem().what().toString()).contains("broken");
        });
        handlers.remove(handler);
    }

    @Test
    void eh03_deliversInTheOrderOfIdsWhatWasCommitted() {
        Recorder recorder = new Recorder();
        add(recorder, "recorder", 0, 1, "box.*");

        record("box.opened", "box/1");
        assertThatThrownBy(() -> transactions.inTransaction(tx -> {
                    events.record(tx, Caller.system(), "box.burnt", "box/1", Map.of());
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);
        record("lid.opened", "lid/1");
        record("box.closed", "box/1");
        deliver();

        assertThat(recorder.topics()).containsExactly("box.opened", "box.closed");
        assertThat(recorder.events).extracting(Event::id).isSorted().doesNotHaveDuplicates();
        assertThat(recorder.events.peek()).satisfies(event -> {
            assertThat(event.subject()).isEqualTo("box/1");
            assertThat(event.at()).isEqualTo(clock.instant());
            assertThat(event.caller()).isEqualTo("system");
            assertThat(event.fields()).isEqualTo(Map.of("by", "å\"b"));
        });
        assertThat(owed()).isZero();
    }

    @Test
    void eh03_losesNoEventThatBecomesVisibleAfterAYoungerOne() throws Exception {
        Recorder recorder = new Recorder();
        add(recorder, "recorder", 0, 1, "box.*");
        CountDownLatch recorded = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<?> slow = other.submit(() -> transactions.inTransaction(tx -> {
                events.record(tx, Caller.system(), "box.slow", "box/1", Map.of());
                recorded.countDown();
                awaitUninterrupted(mayCommit);
                return null;
            }));
            awaitUninterrupted(recorded);
            record("box.fast", "box/1");
            deliver();
            assertThat(recorder.topics()).containsExactly("box.fast");

            mayCommit.countDown();
            slow.get(1, TimeUnit.MINUTES);
            deliver();
        } finally {
            other.shutdownNow();
        }
        assertThat(recorder.topics()).containsExactly("box.fast", "box.slow");
    }

    @Test
    void eh03_keepsWhatAHandlerIsOwedUntilItIsBack() {
        Recorder before = new Recorder();
        add(before, "plugin", 0, 1, "box.*");
        record("box.opened", "box/1");
        handlers.remove(before);
        record("box.closed", "box/1");
        deliver();

        Recorder upgraded = new Recorder();
        add(upgraded, "plugin", 0, 2, "box.*");
        deliver();

        assertThat(before.topics()).isEmpty();
        assertThat(upgraded.topics())
                .as("only what was recorded while it was registered")
                .containsExactly("box.opened");
    }

    @Test
    void eh04_triesAgainLaterAndLaterThenGivesUpVisibly() {
        Recorder healthy = new Recorder();
        Recorder broken = new Recorder();
        broken.failures = Integer.MAX_VALUE;
        add(healthy, "healthy", 0, 1, "box.*");
        add(broken, "broken", 0, 2, "box.*");
        record("box.opened", "box/1");

        deliver();
        deliver();
        assertThat(broken.calls).as("not again at once").isEqualTo(1);
        clock.advance(Duration.ofSeconds(5));
        deliver();
        assertThat(broken.calls).isEqualTo(2);
        clock.advance(Duration.ofSeconds(14));
        deliver();
        assertThat(broken.calls).as("not again before the delay has grown").isEqualTo(2);
        for (int i = 0; i < 20; i++) {
            clock.advance(Duration.ofHours(1));
            deliver();
        }

        assertThat(broken.calls).isEqualTo(10);
        assertThat(healthy.topics()).containsExactly("box.opened");
        String givenUp = transactions.reading(
                tx -> Sql.on(tx.connection(), "SELECT handler, attempts, next_at, last_error FROM event_delivery")
                        .one(row -> row.text("handler") + " " + row.number("attempts") + " "
                                + row.optionalInstant("next_at") + " " + row.text("last_error")));
        assertThat(givenUp).isEqualTo("broken 10 Optional.empty java.lang.IllegalStateException: invented");
    }

    @Test
    void eh04_deliversLaterEventsPastAFailedOne() {
        Recorder recorder = new Recorder();
        recorder.failures = 1;
        add(recorder, "recorder", 0, 1, "box.*");
        record("box.opened", "box/1");
        record("box.closed", "box/1");

        deliver();
        clock.advance(Duration.ofSeconds(5));
        deliver();

        assertThat(recorder.topics()).containsExactly("box.closed", "box.opened");
        assertThat(owed()).isZero();
    }

    @Test
    void forgetsOldEventsThatNobodyIsOwed() {
        Recorder away = new Recorder();
        record("box.old", "box/1");
        add(away, "away", 0, 1, "box.*");
        record("box.owed", "box/1");
        clock.advance(Duration.ofDays(10));
        record("box.new", "box/1");

        EventRetention retention = new EventRetention(transactions, clock, Duration.ofDays(9));
        retention.forgetOld();

        assertThat(topicsKept()).containsExactly("box.owed", "box.new");
    }

    @Test
    void theDispatcherDeliversWhenWokenAndStops() throws InterruptedException {
        Locks locks = database.store().newLocks();
        EventRetention retention = new EventRetention(transactions, clock, Duration.ofDays(90));
        Dispatcher dispatcher = new Dispatcher(delivery, retention, locks);
        JdbcEvents waking = new JdbcEvents(handlers, clock, dispatcher::wake);
        Recorder recorder = new Recorder();
        add(recorder, "recorder", 0, 1, "box.*");
        dispatcher.start();
        try {
            for (int i = 0; i < 250; i++) {
                transactions.inTransaction(tx -> {
                    waking.record(tx, Caller.system(), "box.opened", "box/1", Map.of());
                    return null;
                });
            }
            for (int i = 0; i < 250; i++) {
                assertThat(recorder.events.poll(1, TimeUnit.MINUTES)).isNotNull();
            }
        } finally {
            dispatcher.close();
        }
        assertThat(locks.acquire("event-dispatcher", Duration.ZERO, () -> false))
                .isPresent();
    }

    private void record(String topic, String subject) {
        transactions.inTransaction(tx -> {
            events.record(tx, Caller.system(), topic, subject, Map.of("by", "å\"b"));
            return null;
        });
    }

    private void deliver() {
        boolean more = true;
        while (more) {
            more = delivery.deliverSome(() -> false);
        }
    }

    private long owed() {
        return transactions.reading(tx -> Sql.on(tx.connection(), "SELECT COUNT(*) AS owed FROM event_delivery")
                .one(row -> row.number("owed")));
    }

    private List<String> topicsKept() {
        return transactions.reading(tx ->
                Sql.on(tx.connection(), "SELECT topic FROM event ORDER BY id").list(row -> row.text("topic")));
    }

    private void add(EventHandler handler, String name, int ranking, long id, String... topics) {
        handlers.add(
                handler,
                Map.of(
                        ComponentConstants.COMPONENT_NAME,
                        name,
                        Constants.SERVICE_RANKING,
                        ranking,
                        Constants.SERVICE_ID,
                        id,
                        EventHandler.TOPIC,
                        topics));
    }

    private static EventHandler asking(String name, List<String> seen, Verdict verdict) {
        return new EventHandler() {
            @Override
            public Verdict before(Proposal proposal) {
                seen.add(name + ":" + proposal.fields().get("label"));
                return verdict;
            }
        };
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Before {
        Verdict verdict(Proposal proposal);
    }

    /** Keeps the events it is told of; fails as often as it is told to. */
    private static final class Recorder implements EventHandler {
        private final LinkedBlockingQueue<Event> events = new LinkedBlockingQueue<>();
        private int failures;
        private int calls;

        @Override
        public void after(Event event) {
            calls++;
            if (calls <= failures) {
                throw new IllegalStateException("invented");
            }
            events.add(event);
        }

        private List<String> topics() {
            return events.stream().map(Event::topic).toList();
        }
    }
}
