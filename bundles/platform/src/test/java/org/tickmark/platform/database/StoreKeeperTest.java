package org.tickmark.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.util.OsgiDataSourceFactory;
import org.junit.jupiter.api.Test;
import org.osgi.service.jdbc.DataSourceFactory;
import org.tickmark.api.Problem;
import org.tickmark.api.message.Message;

final class StoreKeeperTest {
    private static final DataSourceFactory DRIVER = new OsgiDataSourceFactory(new org.h2.Driver());

    private final BlockingQueue<Store> announced = new LinkedBlockingQueue<>();
    private final List<Store> withdrawn = new CopyOnWriteArrayList<>();
    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void triesAgainUntilTheDatabaseCanBeReached() throws InterruptedException {
        try (StoreKeeper keeper = keeper(3)) {
            keeper.driverCame(DRIVER);

            assertThat(announced.poll(1, TimeUnit.MINUTES)).isNotNull();
            assertThat(attempts).hasValue(4);
        }
    }

    @Test
    void withdrawsAndClosesTheDatabaseBeforeTheDriverGoes() throws InterruptedException {
        try (StoreKeeper keeper = keeper(0)) {
            keeper.driverCame(DRIVER);
            Store store = announced.poll(1, TimeUnit.MINUTES);

            keeper.driverWent(DRIVER);

            assertThat(withdrawn).containsExactly(store);
            keeper.driverCame(DRIVER);
            assertThat(announced.poll(1, TimeUnit.MINUTES)).isNotNull().isNotSameAs(store);
        }
        assertThat(withdrawn).hasSize(2);
    }

    @Test
    void opensOnceWhenTwoDriversCome() throws InterruptedException {
        try (StoreKeeper keeper = keeper(0)) {
            keeper.driverCame(DRIVER);
            keeper.driverCame(new OsgiDataSourceFactory(new org.h2.Driver()));
            announced.poll(1, TimeUnit.MINUTES);
        }
        assertThat(attempts).hasValue(1);
    }

    private StoreKeeper keeper(int failures) {
        return new StoreKeeper(driver -> open(driver, failures), this::announce, Duration.ofMillis(1));
    }

    private Store open(DataSourceFactory driver, int failures) {
        if (attempts.incrementAndGet() <= failures) {
            throw Problem.error("store.unavailable", Message.verbatim("invented"))
                    .exception();
        }
        return Store.open(StoreUrl.parse("jdbc:h2:mem:keeper", "test"), driver, "", "", 2);
    }

    private Runnable announce(Store store) {
        announced.add(store);
        return () -> withdrawn.add(store);
    }
}
