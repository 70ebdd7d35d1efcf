package org.tickmark.platform.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tickmark.api.event.EventHandler;

final class HandlerTest {
    private static final EventHandler SERVICE = new EventHandler() {};

    private final ExecutorService other = Executors.newSingleThreadExecutor();

    @AfterEach
    void stop() {
        other.shutdownNow();
    }

    @Test
    void readsTopicsInEveryFormThatAPropertyMayHave() {
        assertThat(handler(Map.of(EventHandler.TOPIC, "a.b")).topics()).containsExactly("a.b");
        assertThat(handler(Map.of(EventHandler.TOPIC, new String[] {"a", "b"})).topics())
                .containsExactly("a", "b");
        assertThat(handler(Map.of(EventHandler.TOPIC, List.of("a", "b"))).topics())
                .containsExactly("a", "b");
        assertThat(handler(Map.of()).topics()).isEmpty();
    }

    @Test
    void isNotCalledOnceRetired() {
        Handler handler = handler(Map.of());

        assertThat(handler.retire(Duration.ZERO)).isTrue();

        assertThat(handler.call(service -> "called")).isEmpty();
    }

    @Test
    void letsACallThatIsUnderWayEndBeforeItIsRetired() throws Exception {
        Handler handler = handler(Map.of());
        CountDownLatch inside = new CountDownLatch(1);
        CompletableFuture<String> result = new CompletableFuture<>();
        Future<?> call = other.submit(() -> handler.call(service -> {
            inside.countDown();
            return result.join();
        }));
        assertThat(inside.await(1, TimeUnit.MINUTES)).isTrue();

        assertThat(handler.retire(Duration.ofMillis(20)))
                .as("a call is still under way")
                .isFalse();
        result.complete("done");
        call.get(1, TimeUnit.MINUTES);

        assertThat(handler.retire(Duration.ofMinutes(1))).isTrue();
    }

    @Test
    void mayBeRetiredFromItsOwnCall() {
        Handler handler = handler(Map.of());

        assertThat(handler.call(service -> handler.retire(Duration.ofMinutes(1))))
                .contains(true);
        assertThat(handler.call(service -> "called")).isEmpty();
    }

    private static Handler handler(Map<String, ?> properties) {
        return Handler.of(SERVICE, properties);
    }
}
