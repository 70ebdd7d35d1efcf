package org.tickmark.example.executor.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.task.TaskResult;
import org.tickmark.testkit.MessageFiles;
import org.tickmark.testkit.task.FakeTaskRun;

class HttpExecutorTest {
    private final OtherSide otherSide = new OtherSide();
    private final HttpExecutor executor = new HttpExecutor();

    @AfterEach
    void close() {
        otherSide.close();
    }

    private FakeTaskRun calling(String path, String... namesAndValues) {
        Map<String, String> parameters = new HashMap<>(Map.of("url", otherSide.url(path)));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return FakeTaskRun.of(executor, parameters);
    }

    private void assertFails(FakeTaskRun run, String code) {
        assertThatThrownBy(() -> executor.run(run)).isInstanceOfSatisfying(TickmarkException.class, failure -> {
            assertThat(failure.problem().code()).isEqualTo(code);
            assertThat(failure.problem().advice()).isPresent();
        });
    }

    @Test
    void passesOnStatusAndBody() throws Exception {
        FakeTaskRun run = calling("/echo", "method", "POST", "body", "blåbær");
        TaskResult result = executor.run(run);
        assertThat(result.data()).containsExactly(Map.entry("body", "POST blåbær null"), Map.entry("status", "200"));
        assertThat(run.log().texts()).containsExactly("POST " + otherSide.url("/echo") + ": 200");
    }

    @Test
    void tellsTheOtherSideWhatToKnowRepeatedWorkBy() throws Exception {
        FakeTaskRun run = calling("/echo", "headers", "X-One: 1\nX-Two:  two ").occurrence("nightly@2026-06-01");
        executor.run(run);
        assertThat(otherSide.lastHeaders())
                .containsEntry("idempotency-key", "nightly@2026-06-01")
                .containsEntry("tickmark-fence", String.valueOf(run.fence()))
                .containsEntry("tickmark-run", String.valueOf(run.id()))
                .containsEntry("x-one", "1")
                .containsEntry("x-two", "two");
    }

    @Test
    void sendsASecretAndHidesItInTheAnswer() throws Exception {
        FakeTaskRun run = calling("/echo", "secret", "bank").secret("bank", "Bearer c0ffee");
        assertThat(executor.run(run).data()).containsEntry("body", "GET  ***");
        assertThat(otherSide.lastHeaders()).containsEntry("authorization", "Bearer c0ffee");
    }

    @Test
    void aSecretThatCannotBeAHeaderIsNotTold() {
        FakeTaskRun run = calling("/echo", "secret", "bank").secret("bank", "two\nlines");
        assertThatThrownBy(() -> executor.run(run))
                .hasMessageContaining("Authorization")
                .hasNoCause()
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("lines\n"));
    }

    @ParameterizedTest
    @CsvSource({"404, 404", "404, '200,4xx'", "204, 2xx", "302, 302"})
    void takesTheStatusesThatAreExpected(int status, String expected) throws Exception {
        assertThat(executor.run(calling("/status/" + status, "expect", expected))
                        .data())
                .containsEntry("status", String.valueOf(status));
    }

    @Test
    void failsForAnyOtherStatus() {
        assertFails(calling("/status/404"), "http.status");
        assertFails(calling("/status/200", "expect", "201"), "http.status");
    }

    @Test
    void readsNoMoreOfAnAnswerThanItMay() throws Exception {
        FakeTaskRun run = calling("/long", "most-bytes", "25");
        assertThat(executor.run(run).data()).containsEntry("body", "and so on and so on and s");
        assertThat(run.log().texts()).anyMatch(line -> line.contains("most-bytes"));
    }

    @Test
    void followsRedirectsOnTheSameHost() throws Exception {
        FakeTaskRun run = calling("/to?/echo", "method", "POST", "body", "x", "secret", "bank")
                .secret("bank", "Bearer c0ffee");
        assertThat(executor.run(run).data()).containsEntry("body", "GET  ***");
    }

    @Test
    void goesToAnotherHostOnlyWhenAskedAndThenWithoutTheSecret() throws Exception {
        String elsewhere = "/to?" + otherSide.urlAt("localhost", "/echo");
        assertFails(calling(elsewhere), "http.redirect-elsewhere");
        FakeTaskRun run =
                calling(elsewhere, "redirects", "any", "secret", "bank").secret("bank", "Bearer c0ffee");
        executor.run(run);
        assertThat(otherSide.lastHeaders()).doesNotContainKey("authorization");
    }

    @Test
    void doesNotFollowRedirectsForEver() {
        assertFails(calling("/to?" + "/to?".repeat(10) + "/echo"), "http.redirects-many");
        assertFails(calling("/to?/echo", "redirects", "none"), "http.status");
    }

    @Test
    void givesUpWhenTheAnswerTakesTooLong() {
        assertFails(calling("/never", "timeout", "PT0.3S"), "http.late");
    }

    @ParameterizedTest
    @CsvSource({"nowhere", "ftp://example.com/", "http://", "'http://a b/'"})
    void refusesWhatIsNoAddress(String url) {
        assertFails(FakeTaskRun.of(executor, Map.of("url", url)), "http.url-invalid");
    }

    @Test
    void tellsWhenNobodyAnswers() {
        OtherSide gone = new OtherSide();
        gone.close();
        assertFails(FakeTaskRun.of(executor, Map.of("url", gone.url("/echo"))), "http.failed");
    }

    @Test
    void refusesHeadersThatCannotBeSent() {
        assertFails(calling("/echo", "headers", "no colon"), "http.header-invalid");
        assertFails(calling("/echo", "headers", "Host: elsewhere"), "http.header-invalid");
    }

    @Test
    void saysTheSameInAllLanguages() {
        MessageFiles.check(HttpExecutor.class);
    }
}
