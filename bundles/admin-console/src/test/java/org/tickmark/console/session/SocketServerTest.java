package org.tickmark.console.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.api.command.Argument.Cardinality;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.command.StandardStreams;
import org.tickmark.api.command.ValueKind;
import org.tickmark.console.engine.FakeCommand;
import org.tickmark.console.engine.Workbench;
import org.tickmark.console.session.SocketServer.Limits;
import org.tickmark.console.shell.PlainGogo;
import org.tickmark.kit.wire.Bytes;
import org.tickmark.kit.wire.ClientFrame;
import org.tickmark.kit.wire.Frame;
import org.tickmark.kit.wire.ServerFrame;
import org.tickmark.kit.wire.SocketAddressFile;
import org.tickmark.testkit.MessageFiles;

@Timeout(60)
class SocketServerTest {
    private static final Limits LIMITS = new Limits(3, Duration.ofSeconds(30), Duration.ofSeconds(30));

    @TempDir
    private Path data;

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final CompletableFuture<Boolean> stopped = new CompletableFuture<>();
    private final Workbench workbench = new Workbench();
    private SocketServer server;

    @BeforeEach
    void listen() throws IOException {
        workbench.with(
                FakeCommand.of(
                        FakeCommand.named("say", "")
                                .argument("TEXT", FakeCommand.text("text"), ValueKind.TEXT, Cardinality.SOME),
                        call -> CommandResult.of(String.join(" ", call.arguments("TEXT")))
                                .summary(FakeCommand.text(
                                        "said by " + call.caller().identity()))
                                .exit(ExitCode.PARTLY)),
                FakeCommand.of(
                        FakeCommand.named("where", ""),
                        call -> CommandResult.of(call.path("x").toString())),
                FakeCommand.of(FakeCommand.named("work", ""), this::workUntilToldToGoOn),
                FakeCommand.of(FakeCommand.named("endure", ""), this::workUntilStopped),
                FakeCommand.of(
                        FakeCommand.named("ask", ""),
                        call -> CommandResult.of(String.valueOf(call.confirm(FakeCommand.text("Really?"))))),
                FakeCommand.of(FakeCommand.named("talk", ""), this::answerInCapitals),
                FakeCommand.of(FakeCommand.named("copy", ""), call -> CommandResult.of(call.input())),
                FakeCommand.of(
                        FakeCommand.named("secret", ""),
                        call -> CommandResult.of(new String(call.askSecret(FakeCommand.text("Secret:"))))));
        start(LIMITS);
    }

    private void start(Limits limits) throws IOException {
        server = SocketServer.listen(data, workbench.runner(), PlainGogo.over(workbench), "Tickmark 0.1.0", limits);
    }

    @AfterEach
    void close() {
        goOn.countDown();
        server.close();
    }

    @Test
    void aCommandIsCarriedOutForTheCallerWhereTheyAre() throws IOException {
        try (Client client = Client.greet(data)) {
            Client.Heard heard = client.run("say", "blåbær", "og", "ørret");
            assertThat(heard.out()).isEqualTo("blåbær og ørret\n");
            assertThat(heard.err()).isEqualTo("said by os:kari\n");
            assertThat(heard.exitCode()).isEqualTo(ExitCode.PARTLY.code());
            assertThat(client.run("where").out()).isEqualTo(data.resolve("x") + "\n");
        }
    }

    @Test
    void outputOfAnyLengthArrivesWhole() throws IOException {
        try (Client client = Client.greet(data)) {
            String text = "å".repeat(300_000);
            assertThat(client.run("say", text).out()).isEqualTo(text + "\n");
        }
    }

    @Test
    void progressArrivesWhileTheWorkGoesOn() throws IOException {
        try (Client client = Client.greet(data)) {
            client.say(new ClientFrame.Run(List.of("work")));
            assertThat(client.hear()).isEqualTo(new ServerFrame.Status("Working  50 %  1/2"));
            goOn.countDown();
            assertThat(client.hearAll().out()).isEqualTo("worked\n");
        }
    }

    @Test
    void theStandardInputIsReadWhenACommandWantsIt() throws IOException {
        try (Client client = Client.greet(data)) {
            client.say(new ClientFrame.Run(List.of("copy")));
            assertThat(client.hear()).isEqualTo(new ServerFrame.Read());
            client.say(new ClientFrame.Input(Bytes.of("blå")));
            client.say(new ClientFrame.Input(Bytes.of("bær")));
            client.say(new ClientFrame.InputEnd());
            assertThat(client.hearAll().out()).isEqualTo("blåbær\n");
        }
    }

    @Test
    void aCommandMayTalkWithTheProgramThatStartedIt() throws IOException {
        try (Client client = Client.greet(data)) {
            client.say(new ClientFrame.Run(List.of("talk")));
            assertThat(client.hear()).isEqualTo(new ServerFrame.Read());
            client.say(new ClientFrame.Input(Bytes.of("hei\np")));
            assertThat(client.hear()).isEqualTo(new ServerFrame.Out(Bytes.of("HEI\n")));
            client.say(new ClientFrame.Input(Bytes.of("å deg\n")));
            assertThat(client.hear()).isEqualTo(new ServerFrame.Out(Bytes.of("PÅ DEG\n")));
            client.say(new ClientFrame.InputEnd());
            assertThat(client.hearAll())
                    .extracting(Client.Heard::err, Client.Heard::exitCode)
                    .containsExactly("It has gone.\n", 0);
        }
    }

    @Test
    void aTalkThatIsBrokenOffStopsTheWork() throws IOException {
        try (Client client = Client.greet(data)) {
            client.say(new ClientFrame.Run(List.of("talk")));
            assertThat(client.hear()).isEqualTo(new ServerFrame.Read());
            client.say(new ClientFrame.Terminate());
            assertThat(client.hearAll().exitCode()).isEqualTo(143);
        }
    }

    @Test
    void moreStandardInputThanAnyCommandTakesIsRefused() throws IOException {
        try (Client client = Client.greet(data)) {
            client.say(new ClientFrame.Run(List.of("copy")));
            assertThat(client.hear()).isEqualTo(new ServerFrame.Read());
            Bytes part = Bytes.of(new byte[1_000_000]);
            for (int i = 0; i < 68; i++) {
                client.say(new ClientFrame.Input(part));
            }
            client.say(new ClientFrame.InputEnd());
            Client.Heard heard = client.hearAll();
            assertThat(heard.exitCode()).isEqualTo(ExitCode.USAGE.code());
            assertThat(heard.err()).contains("64 MB");
        }
    }

    @Test
    void cancelStopsTheWork() throws IOException {
        try (Client client = Client.greet(data)) {
            client.say(new ClientFrame.Run(List.of("endure")));
            await(begun);
            client.say(new ClientFrame.Cancel());
            Client.Heard heard = client.hearAll();
            assertThat(heard.exitCode()).isEqualTo(130);
            assertThat(heard.err()).isEqualTo("Stopped. What was done stands.\n");
            assertThat(client.run("say", "again").out()).isEqualTo("again\n");
        }
    }

    @Test
    void terminateStopsTheWorkAndSaysSo() throws IOException {
        try (Client client = Client.greet(data)) {
            client.say(new ClientFrame.Run(List.of("endure")));
            await(begun);
            client.say(new ClientFrame.Terminate());
            assertThat(client.hearAll().exitCode()).isEqualTo(143);
        }
    }

    @Test
    void theWorkEndsWhenTheClientGoes() throws Exception {
        try (Client client = Client.greet(data)) {
            client.say(new ClientFrame.Run(List.of("endure")));
            await(begun);
        }
        assertThat(stopped.get(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aQuestionWaitsForItsAnswer() throws IOException {
        try (Client client = Client.greet(data)) {
            client.say(new ClientFrame.Run(List.of("ask")));
            assertThat(client.hear()).isEqualTo(new ServerFrame.Ask("Really? [y/N]"));
            client.say(new ClientFrame.Answer("y"));
            assertThat(client.hearAll().out()).isEqualTo("true\n");
        }
    }

    @Test
    void aQuestionThatIsBrokenOffStopsTheWork() throws IOException {
        try (Client client = Client.greet(data)) {
            client.say(new ClientFrame.Run(List.of("ask")));
            assertThat(client.hear()).isInstanceOf(ServerFrame.Ask.class);
            client.say(new ClientFrame.Cancel());
            assertThat(client.hearAll().exitCode()).isEqualTo(130);
        }
    }

    @Test
    void aSecretIsAskedForHidden() throws IOException {
        try (Client client = Client.greet(data)) {
            client.say(new ClientFrame.Run(List.of("secret")));
            assertThat(client.hear()).isEqualTo(new ServerFrame.Ask("Secret:", true));
            client.say(new ClientFrame.Answer("s3cret"));
            assertThat(client.hearAll().out()).isEqualTo("s3cret\n");
        }
    }

    @Test
    void clientsAreServedAtTheSameTime() throws IOException {
        try (Client busy = Client.greet(data);
                Client quick = Client.greet(data)) {
            busy.say(new ClientFrame.Run(List.of("work")));
            await(begun);
            assertThat(quick.run("say", "quick").out()).isEqualTo("quick\n");
            goOn.countDown();
            assertThat(busy.hearAll().out()).isEqualTo("worked\n");
        }
    }

    @Test
    void oneClientDoesOneThingAtATime() throws IOException {
        try (Client client = Client.greet(data)) {
            client.say(new ClientFrame.Run(List.of("endure")));
            await(begun);
            client.say(new ClientFrame.Run(List.of("say", "more")));
            assertThat(client.hear())
                    .isInstanceOfSatisfying(ServerFrame.Refused.class, refused -> assertThat(refused.reason())
                            .startsWith("One thing at a time"));
        }
    }

    @Test
    void linesOfOneConnectionShareVariables() throws IOException {
        try (Client client = Client.greet(data)) {
            client.line("word = hello");
            assertThat(client.line("say $word | shout").out()).isEqualTo("HELLO\n");
            assertThat(client.line("say $word").exitCode()).isEqualTo(ExitCode.PARTLY.code());
        }
    }

    @Test
    void whatCouldStandAtTheCursor() throws IOException {
        try (Client client = Client.greet(data)) {
            client.say(new ClientFrame.Complete("se", 2));
            assertThat(client.hear()).isEqualTo(new ServerFrame.Candidates(List.of("secret")));
        }
    }

    @Test
    void aClientOfAnotherReleaseIsRefusedInWords() throws IOException {
        try (Client client = Client.connect(data, Client.hello(99, data))) {
            assertThat(client.hear())
                    .isInstanceOfSatisfying(ServerFrame.Refused.class, refused -> assertThat(refused.reason())
                            .contains("version 99")
                            .contains("version " + Frame.VERSION));
            assertThat(client.isLeftAlone()).isTrue();
        }
    }

    @Test
    void aDirectoryThatIsNotAbsoluteIsRefused() throws IOException {
        try (Client client = Client.connect(data, Client.hello(Frame.VERSION, Path.of("here")))) {
            assertThat(client.hear()).isInstanceOf(ServerFrame.Refused.class);
        }
    }

    @Test
    void oneClientTooManyIsRefusedUntilAnotherGoes() throws Exception {
        try (Client first = Client.greet(data);
                Client second = Client.greet(data)) {
            first.say(new ClientFrame.Run(List.of("endure")));
            await(begun);
            try (Client third = Client.greet(data);
                    Client fourth = Client.connect(data, Client.hello(Frame.VERSION, data))) {
                assertThat(fourth.hear())
                        .isInstanceOfSatisfying(ServerFrame.Refused.class, refused -> assertThat(refused.reason())
                                .contains("serving 3 clients already"));
                assertThat(third.run("say", "served").out()).isEqualTo("served\n");
            }
            assertThat(second.run("say", "still here").out()).isEqualTo("still here\n");
        }
    }

    @Test
    void closingLetsRunningWorkFinishAndBeginsNoMore() throws Exception {
        try (Client busy = Client.greet(data);
                Client idle = Client.greet(data)) {
            busy.say(new ClientFrame.Run(List.of("work")));
            await(begun);
            CompletableFuture<Void> closing = CompletableFuture.runAsync(server::close);
            assertThat(idle.isLeftAlone()).isTrue();
            assertThat(closing).isNotDone();
            goOn.countDown();
            assertThat(busy.hear()).isInstanceOf(ServerFrame.Status.class);
            assertThat(busy.hearAll().out()).isEqualTo("worked\n");
            closing.get(30, TimeUnit.SECONDS);
            assertThat(SocketAddressFile.in(data).connect()).isEmpty();
        }
    }

    @Test
    void closingStopsWhatRunsTooLong() throws Exception {
        server.close();
        start(new Limits(3, Duration.ofMillis(1), Duration.ofSeconds(30)));
        try (Client client = Client.greet(data)) {
            client.say(new ClientFrame.Run(List.of("endure")));
            await(begun);
            server.close();
            assertThat(client.hearAll().exitCode()).isEqualTo(143);
        }
    }

    @Test
    void closingAbandonsWhatWouldNotStop() throws Exception {
        server.close();
        start(new Limits(3, Duration.ofMillis(1), Duration.ofMillis(1)));
        try (Client client = Client.greet(data)) {
            client.say(new ClientFrame.Run(List.of("work")));
            await(begun);
            assertThat(client.hear()).isInstanceOf(ServerFrame.Status.class);
            server.close();
            assertThat(client.isLeftAlone()).isTrue();
        }
    }

    @Test
    void languagesSayTheSame() {
        MessageFiles.check(Session.class);
    }

    private CommandResult workUntilToldToGoOn(CommandCall call) {
        workbench.clock().advance(Duration.ofSeconds(10));
        call.progress().update(FakeCommand.text("Working"), 1, 2);
        begun.countDown();
        await(goOn);
        return CommandResult.of("worked");
    }

    private CommandResult answerInCapitals(CommandCall call) {
        StandardStreams streams = call.streams();
        BufferedReader lines = new BufferedReader(new InputStreamReader(streams.in(), StandardCharsets.UTF_8));
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                streams.out().write((line.toUpperCase(Locale.ROOT) + "\n").getBytes(StandardCharsets.UTF_8));
                streams.out().flush();
            }
        } catch (IOException e) {
            throw new CancellationException();
        }
        return CommandResult.done(FakeCommand.text("It has gone."));
    }

    private CommandResult workUntilStopped(CommandCall call) {
        begun.countDown();
        CountDownLatch never = new CountDownLatch(1);
        try {
            while (!call.cancel().isCancelled()) {
                assertThat(never.await(5, TimeUnit.MILLISECONDS)).isFalse();
            }
        } catch (InterruptedException e) {
            throw new CancellationException();
        }
        stopped.complete(true);
        throw new CancellationException();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }
}
