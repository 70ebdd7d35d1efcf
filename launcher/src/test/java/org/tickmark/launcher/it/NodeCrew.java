package org.tickmark.launcher.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Servers, each on a data directory of its own, that are killed and halted. The first of several is let alone. */
final class NodeCrew {
    private static final Duration LONGEST_HALT = Duration.ofSeconds(25);
    private static final Duration SHORT_HALT = Duration.ofSeconds(3);

    private final List<Member> members = new ArrayList<>();
    private final Random random;
    private final Runnable cut;

    /** Node and process. */
    private static final class Member {
        private final Tickmark tickmark;
        private Running server;
        /** When it goes on, by {@link System#nanoTime()}; 0 while it is not halted. */
        private long halted;

        Member(Tickmark tickmark) {
            this.tickmark = tickmark;
        }

        boolean goesOn() {
            return halted == 0;
        }
    }

    /** Nobody yet; {@code cut} lets the reply to a commit be lost, where that can be. */
    NodeCrew(Random random, Runnable cut) {
        this.random = random;
        this.cut = cut;
    }

    /** Adds a node and waits until it works. */
    void add(Tickmark tickmark, Path plugin) throws Exception {
        Jars.drop(plugin, tickmark.plugins().resolve(plugin.getFileName()));
        Member member = new Member(tickmark);
        member.server = tickmark.server();
        members.add(member);
    }

    /** The one by which people work. */
    Tickmark first() {
        return members.get(0).tickmark;
    }

    /** Lets a moment pass, then something happens; tells what. */
    String strike() throws Exception {
        pass(Duration.ofMillis(200 + random.nextInt(2500)));
        boolean several = members.size() > 1;
        Member victim = members.get(several ? 1 + random.nextInt(members.size() - 1) : 0);
        int choice = random.nextInt(several ? 3 : 2);
        if (choice == 2) {
            cut.run();
            return "a reply is lost";
        }
        if (choice == 1 && victim.goesOn()) {
            Duration longest = several ? LONGEST_HALT : SHORT_HALT;
            long millis = 500L + random.nextInt((int) longest.toMillis());
            victim.server.signal("STOP");
            victim.halted = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
            return "halted for " + millis + " ms";
        }
        victim.server.kill();
        victim.halted = 0;
        victim.server = several ? victim.tickmark.start("server") : victim.tickmark.server();
        return "killed";
    }

    private void pass(Duration span) throws IOException, InterruptedException {
        long end = System.nanoTime() + span.toNanos();
        for (long left = span.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(Math.min(left, TimeUnit.MILLISECONDS.toNanos(50)));
            for (Member member : members) {
                if (!member.goesOn() && member.halted - System.nanoTime() < 0) {
                    goOn(member);
                }
            }
        }
    }

    private static void goOn(Member member) throws IOException, InterruptedException {
        member.server.signal("CONT");
        member.halted = 0;
    }

    /** Lets all go on and waits until all work. */
    void calm() throws IOException, InterruptedException {
        for (Member member : members) {
            if (!member.goesOn()) {
                goOn(member);
            }
            member.server.awaitOut("Tickmark is ready.");
            assertThat(member.server.isAlive()).as(member.server.err()).isTrue();
        }
    }

    /** Ends all in order. */
    void stop() throws IOException, InterruptedException {
        for (Member member : members) {
            member.server.signal("TERM");
            member.server.end();
        }
    }

    void killAll() throws InterruptedException {
        for (Member member : members) {
            member.tickmark.killAll();
        }
    }
}
