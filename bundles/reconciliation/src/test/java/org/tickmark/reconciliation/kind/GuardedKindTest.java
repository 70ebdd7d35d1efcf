package org.tickmark.reconciliation.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tickmark.api.CancelToken;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.message.Message;
import org.tickmark.api.rule.OpenRow;
import org.tickmark.api.rule.RuleKind;
import org.tickmark.api.rule.RuleParameter;
import org.tickmark.api.rule.RuleRun;

@Timeout(60)
class GuardedKindTest {
    private static final GuardedKind.Patience SHORT = new GuardedKind.Patience(1, 20, 20);
    private static final GuardedKind.Patience LONG = new GuardedKind.Patience(1, 1_000_000, 10_000);

    /** What a kind does. */
    @FunctionalInterface
    interface Deed {
        void on(RuleRun run) throws Exception;
    }

    private static GuardedKind guarded(GuardedKind.Patience patience, Deed deed) {
        return new GuardedKind("odd", kind(deed), patience);
    }

    private static RuleKind kind(Deed deed) {
        return new RuleKind() {
            @Override
            public Message summary() {
                return Message.verbatim("odd");
            }

            @Override
            public void match(RuleRun run) throws Exception {
                deed.on(run);
            }
        };
    }

    private record Run(CancelToken cancel) implements RuleRun {
        @Override
        public Map<String, String> parameters() {
            return Map.of();
        }

        @Override
        public String currency() {
            return "SEK";
        }

        @Override
        public List<OpenRow> rows() {
            return List.of();
        }

        @Override
        public void match(List<OpenRow> rows, List<Message> reasons) {
            throw new IllegalArgumentException("no such rows");
        }

        @Override
        public void suggest(List<OpenRow> rows, List<Message> reasons, Message doubt) {}
    }

    private static final RuleRun RUN = new Run(CancelToken.NEVER);

    @Test
    void passesOnWhatTheKindDoes() throws Exception {
        Thread[] thread = new Thread[1];
        guarded(LONG, run -> thread[0] = Thread.currentThread()).match(RUN);
        assertThat(thread[0]).isNotSameAs(Thread.currentThread());
        assertThatThrownBy(() ->
                        guarded(LONG, run -> run.match(List.of(), List.of())).match(RUN))
                .hasMessage("no such rows");
        assertThatThrownBy(() -> guarded(LONG, run -> {
                            throw new StackOverflowError();
                        })
                        .match(RUN))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseInstanceOf(StackOverflowError.class);
    }

    @Test
    void takesAnInterruptOfThePluginsOwnForAFailureAndNotForAWishToStop() {
        assertThatThrownBy(() -> guarded(LONG, run -> {
                            throw new InterruptedException("tired");
                        })
                        .match(RUN))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("tired");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void endsOneThatHangsByItsTokenOrByAnInterrupt() {
        CountDownLatch never = new CountDownLatch(1);
        assertThat(failure(guarded(SHORT, run -> never.await()))).isEqualTo("rec.rule-failed");
        assertThat(failure(guarded(SHORT, run -> {
                    while (!run.cancel().isCancelled()) {
                        Thread.onSpinWait();
                    }
                })))
                .isEqualTo("rec.rule-failed");
    }

    @Test
    void leavesOneAloneThatDoesNotStopAndCallsItNoMoreUntilItHas() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger calls = new AtomicInteger();
        GuardedKind deaf = guarded(SHORT, run -> {
            if (calls.incrementAndGet() == 1) {
                while (end.getCount() > 0) {
                    Thread.onSpinWait();
                }
            }
        });
        assertThat(failure(deaf)).isEqualTo("rec.rule-failed");
        assertThat(failure(deaf)).isEqualTo("rec.rule-failed");
        assertThat(calls).hasValue(1);
        end.countDown();
        Throwable failure;
        do {
            failure = catchThrowable(() -> deaf.match(RUN));
        } while (failure != null);
        assertThat(calls).hasValue(2);
    }

    private static String failure(RuleKind kind) {
        return ((TickmarkException) catchThrowable(() -> kind.match(RUN)))
                .problem()
                .code();
    }

    @Test
    void stopsWithTheRun() {
        CountDownLatch begun = new CountDownLatch(1);
        RuleRun cancelled = new Run(() -> begun.getCount() == 0);
        assertThatThrownBy(() -> guarded(LONG, run -> {
                            begun.countDown();
                            new CountDownLatch(1).await();
                        })
                        .match(cancelled))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void stopsWhenItsPluginGoesAndIsWaitedFor() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        PluginKinds kinds = new PluginKinds();
        boolean[] ended = new boolean[1];
        RuleKind kind = kind(run -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } finally {
                ended[0] = true;
            }
        });
        kinds.add(kind, Map.of(RuleKind.RULE, "odd"));
        Throwable[] failure = new Throwable[1];
        Thread caller = new Thread(() -> failure[0] =
                catchThrowable(() -> kinds.named("odd").orElseThrow().match(RUN)));
        caller.start();
        begun.await();
        kinds.remove(kind);
        assertThat(ended[0]).as("whether it had ended when its plugin went").isTrue();
        caller.join();
        assertThat(((TickmarkException) failure[0]).problem().code()).isEqualTo("rec.rule-waits");
        assertThat(kinds.named("odd")).isEmpty();
    }

    @Test
    void takesNoNameThatIsTakenOrNone() {
        PluginKinds kinds = new PluginKinds();
        for (String name : List.of("one-one", "Odd", "", "odd kind")) {
            kinds.add(kind(run -> {}), Map.of(RuleKind.RULE, name));
            assertThat(kinds.named(name)).as(name).isEmpty();
        }
        kinds.add(kind(run -> {}), Map.of());
    }

    @Test
    void ofSeveralTheOneWithTheHighestRankingCountsThenTheOldest() throws Exception {
        PluginKinds kinds = new PluginKinds();
        StringBuilder called = new StringBuilder();
        RuleKind newer = kind(run -> called.append("newer "));
        RuleKind older = kind(run -> called.append("older "));
        RuleKind ranked = kind(run -> called.append("ranked "));
        kinds.add(newer, Map.of(RuleKind.RULE, "odd", "service.id", 7L));
        kinds.add(older, Map.of(RuleKind.RULE, "odd", "service.id", 5L));
        kinds.named("odd").orElseThrow().match(RUN);
        kinds.add(ranked, Map.of(RuleKind.RULE, "odd", "service.id", 9L, "service.ranking", 1));
        kinds.named("odd").orElseThrow().match(RUN);
        assertThat(called).hasToString("older ranked ");
    }

    @Test
    void saysThatItCouldNotSayItsParameters() {
        RuleKind mute = new RuleKind() {
            @Override
            public Message summary() {
                return Message.verbatim("mute");
            }

            @Override
            public List<RuleParameter> parameters() {
                throw new IllegalStateException("no words");
            }

            @Override
            public void match(RuleRun run) {}
        };
        assertThatThrownBy(() -> new GuardedKind("mute", mute, LONG).parameters())
                .isInstanceOf(TickmarkException.class)
                .hasMessageContaining("no words");
    }
}
