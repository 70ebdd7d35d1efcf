package org.tickmark.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tickmark.api.CancelToken;
import org.tickmark.api.host.Locks;
import org.tickmark.api.host.Locks.Lock;
import org.tickmark.platform.DatabaseFixture;

/** What {@link Locks} promises, on any database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LocksSuite {
    private static final Duration LONG = Duration.ofMinutes(5);

    private DatabaseFixture database;
    private Locks locks;

    abstract DatabaseFixture open();

    @BeforeAll
    void openDatabase() {
        database = open();
        locks = database.store().newLocks();
    }

    @AfterAll
    void closeDatabase() {
        if (database != null) {
            database.close();
        }
    }

    /** The locks of another node, where the database allows several. */
    Locks otherNode() {
        return locks;
    }

    final DatabaseFixture database() {
        return database;
    }

    @Test
    void excludesEveryoneElseUntilItIsClosed() {
        Lock lock = take("one");

        assertThat(otherNode().acquire("one", Duration.ZERO, CancelToken.NEVER)).isEmpty();
        assertThat(locks.acquire("one", Duration.ofMillis(150), CancelToken.NEVER))
                .isEmpty();

        lock.close();
        take("one").close();
    }

    @Test
    void keepsNamesApart() {
        try (Lock a = take("a");
                Lock b = take("b")) {
            assertThat(a).isNotSameAs(b);
        }
    }

    @Test
    void letsNobodyElseGoWhenClosedTwice() {
        Lock first = take("twice");
        first.close();
        Lock second = take("twice");

        first.close();

        assertThat(locks.acquire("twice", Duration.ZERO, CancelToken.NEVER)).isEmpty();
        second.close();
    }

    @Test
    void stopsWaitingWhenCancelled() {
        AtomicInteger asked = new AtomicInteger();
        try (Lock held = take("cancelled")) {
            Optional<Lock> waited = locks.acquire("cancelled", LONG, () -> asked.incrementAndGet() > 2);

            assertThat(held).isNotNull();
            assertThat(waited).isEmpty();
        }
    }

    @Test
    void stopsWaitingWhenInterrupted() {
        CancelToken interrupting = () -> {
            Thread.currentThread().interrupt();
            return false;
        };
        try (Lock held = take("interrupted")) {
            assertThat(locks.acquire("interrupted", LONG, interrupting)).isEmpty();
            assertThat(held).isNotNull();
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void refusesANameThatIsNone() {
        assertThatThrownBy(() -> locks.acquire("No Name", Duration.ZERO, CancelToken.NEVER))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void letsOneAtATimeThroughHoweverManyWait() throws Exception {
        int threads = 6;
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger collisions = new AtomicInteger();
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                Locks node = i % 2 == 0 ? locks : otherNode();
                all.add(pool.submit(() -> {
                    start.await();
                    for (int round = 0; round < 5; round++) {
                        try (Lock lock =
                                node.acquire("crowd", LONG, CancelToken.NEVER).orElseThrow()) {
                            collisions.addAndGet(inside.incrementAndGet() - 1);
                            inside.decrementAndGet();
                            assertThat(lock).isNotNull();
                        }
                    }
                    return null;
                }));
            }
            start.countDown();
            for (Future<?> one : all) {
                one.get(1, TimeUnit.MINUTES);
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(collisions).hasValue(0);
    }

    private Lock take(String name) {
        return locks.acquire(name, Duration.ZERO, CancelToken.NEVER).orElseThrow();
    }
}
