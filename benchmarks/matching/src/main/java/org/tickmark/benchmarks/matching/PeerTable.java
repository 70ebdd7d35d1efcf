package org.tickmark.benchmarks.matching;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tickmark.benchmarks.kit.Folders;
import org.tickmark.benchmarks.kit.PostgresServer;
import org.tickmark.benchmarks.matching.files.Form;
import org.tickmark.benchmarks.matching.peers.Lines;
import org.tickmark.benchmarks.matching.peers.Peer;
import org.tickmark.benchmarks.matching.peers.Peers;
import org.tickmark.benchmarks.matching.score.Result;
import org.tickmark.benchmarks.matching.score.Scorer;
import org.tickmark.benchmarks.matching.score.Scores;
import org.tickmark.benchmarks.matching.workload.Workload;
import org.tickmark.reconciliation.engine.RuleList;

/** How well and how fast the engine and others match the same rows, in one process. Seconds are medians of the rounds. */
final class PeerTable {
    private final PrintStream out;

    PeerTable(PrintStream out) {
        this.out = out;
    }

    void print(Options options) throws IOException, SQLException {
        List<Workload> workloads = Workloads.of(options);
        Form form = Workloads.form(options);
        int rounds = Math.toIntExact(Options.number(options.get("rounds", "3")));
        options.refuseOthers();
        out.println("| workload | matcher | take in s | match s | precision | recall | wrong | partial |");
        out.println("|---|---|---:|---:|---:|---:|---:|---:|");
        Path folder = Files.createTempDirectory("tickmark");
        try (PostgresServer server = PostgresServer.start(folder)) {
            for (Workload workload : workloads) {
                Lines lines = Lines.of(workload, form);
                for (Peer peer : peers(server)) {
                    out.println("| " + QualityTable.label(workload) + " | " + peer.title() + " | "
                            + cells(peer, lines, rounds) + " |");
                }
            }
        } finally {
            Folders.remove(folder);
        }
    }

    private static List<Peer> peers(PostgresServer server) {
        List<Peer> peers = new ArrayList<>();
        for (String template : RuleList.templates()) {
            RuleList rules = RuleList.of(RuleList.template(template).orElseThrow());
            peers.add(new TickmarkPeer("Tickmark, " + template, rules));
        }
        peers.addAll(Peers.all(server));
        return peers;
    }

    private static String cells(Peer peer, Lines lines, int rounds) {
        Optional<String> refusal = peer.refusal(lines);
        if (refusal.isPresent()) {
            return leftOut(refusal.get());
        }
        double[] taking = new double[rounds];
        double[] matching = new double[rounds];
        Result result = null;
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            try (Peer.Work work = peer.load(lines)) {
                long loaded = System.nanoTime();
                work.match();
                matching[round] = (System.nanoTime() - loaded) / 1e9;
                taking[round] = (loaded - start) / 1e9;
                result = work.result();
            } catch (SQLException | IOException e) {
                return leftOut(e.getMessage());
            }
        }
        Scores.Counts counts = Scorer.score(lines.truth(), result).counts();
        return String.format(
                Locale.ROOT,
                "%.2f | %.2f | %s | %s | %d | %d",
                median(taking),
                median(matching),
                ScoreText.share(counts.precision()),
                ScoreText.share(counts.recall()),
                counts.harmful(),
                counts.partial());
    }

    private static String leftOut(String why) {
        return "left out: " + why + " | | | | |";
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
