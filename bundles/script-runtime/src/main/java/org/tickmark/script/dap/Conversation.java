package org.tickmark.script.dap;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.lsp4j.debug.launch.DSPLauncher;
import org.eclipse.lsp4j.debug.services.IDebugProtocolClient;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.messages.RequestMessage;
import org.tickmark.api.Caller;
import org.tickmark.api.host.script.DebugTarget;
import org.tickmark.script.debug.DebugSessions;

/** Carries a conversation on until the client goes. */
public final class Conversation {
    private Conversation() {}

    /**
     * Answers what a client asks until it disconnects, its stream ends, or the calling thread is interrupted.
     *
     * @param sessions where sessions are begun
     * @param target what the client launches
     */
    public static void carryOn(
            Caller caller, DebugSessions sessions, DebugTarget target, InputStream in, OutputStream out) {
        CountDownLatch over = new CountDownLatch(1);
        Adapter adapter = new Adapter(caller, sessions, target, over::countDown);
        ExecutorService reader = Executors.newSingleThreadExecutor(Conversation::thread);
        try {
            Launcher<IDebugProtocolClient> launcher = DSPLauncher.createServerLauncher(
                    adapter, in, out, reader, consumer -> thenFollowing(consumer, adapter));
            adapter.connect(launcher.getRemoteProxy());
            Future<Void> listening = launcher.startListening();
            // The only thread comes to this when there is nothing more to listen to.
            reader.execute(over::countDown);
            await(over);
            listening.cancel(true);
        } finally {
            adapter.gone();
            reader.shutdownNow();
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "tickmark-debug-adapter");
        thread.setDaemon(true);
        return thread;
    }

    /** Requests come in, answers and events go out through the same door. */
    private static MessageConsumer thenFollowing(MessageConsumer consumer, Adapter adapter) {
        return message -> {
            consumer.consume(message);
            if (message instanceof RequestMessage) {
                adapter.answered();
            }
        };
    }

    private static void await(CountDownLatch over) {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
