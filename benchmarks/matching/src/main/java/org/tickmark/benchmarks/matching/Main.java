package org.tickmark.benchmarks.matching;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.tickmark.benchmarks.matching.files.ResultFile;
import org.tickmark.benchmarks.matching.files.TruthFile;
import org.tickmark.benchmarks.matching.files.WorkloadFiles;
import org.tickmark.benchmarks.matching.score.Scorer;
import org.tickmark.benchmarks.matching.workload.Workload;
import org.tickmark.kit.json.Json;

/** Makes workloads, scores results, and prints tables of how well and how fast the engine matches. */
public final class Main {
    private static final String USAGE = """
            generate WORKLOAD DIR   writes bank.csv, ledger.csv, truth.csv and checks.json
            score DIR RESULT        scores the JSON of `tickmark match DIR/bank.csv DIR/ledger.csv -o json`
            table WORKLOAD          runs the engine and prints a row for each setting
            wrong WORKLOAD          prints each wrong match with its rows and its evidence
            missed WORKLOAD         prints groups that were not found
            speed WORKLOAD          prints seconds and heap
            peers WORKLOAD          runs the engine and others on the same rows

            WORKLOAD is w1, strangers, or z1 to z6. Options, several values separated by commas:
              --size T,S,M,L  --q 0,0.3,0.6  --sums 0,16,32  --seed 1-3 or tag:v1.0
              --omit id,value_date,reference,counterparty,text,currency  --shuffle SEED  --rename SEED
              --rules standard or with-differences    for table, wrong and missed
              --type TYPE  --limit N                  for missed
              --rounds N                              for peers, 3 if not said
            """;

    private final PrintStream out;

    Main(PrintStream out) {
        this.out = out;
    }

    /** Carries out a command line. */
    public static void main(String[] words) throws IOException, SQLException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            new Main(out).run(Arrays.asList(words));
        } catch (Options.UsageException e) {
            System.err.println(e.getMessage() + ".\n\n" + USAGE);
            System.exit(2);
        }
    }

    void run(List<String> words) throws IOException, SQLException {
        if (words.isEmpty()) {
            throw new Options.UsageException("No command");
        }
        Options options = new Options(words.subList(1, words.size()));
        switch (words.get(0)) {
            case "generate" -> generate(options);
            case "score" -> score(options);
            case "table" -> new QualityTable(out).print(options);
            case "wrong" -> new Explanations(out).wrong(options);
            case "missed" -> new Explanations(out).missed(options);
            case "speed" -> new SpeedTable(out).print(options);
            case "peers" -> new PeerTable(out).print(options);
            default -> throw new Options.UsageException("'" + words.get(0) + "' is no command");
        }
    }

    private void generate(Options options) throws IOException {
        List<Workload> workloads = Workloads.of(options);
        Path folder = Path.of(options.operand(1, "folder to write to"));
        var form = Workloads.form(options);
        options.refuseOthers();
        if (workloads.size() != 1) {
            throw new Options.UsageException("One workload a folder; give each option one value");
        }
        out.print(Json.indented(new WorkloadFiles(workloads.get(0), form).write(folder)));
    }

    private void score(Options options) throws IOException {
        Path folder = Path.of(options.operand(0, "folder of the workload"));
        Path result = Path.of(options.operand(1, "JSON file to score"));
        options.refuseOthers();
        TruthFile truth = TruthFile.read(folder);
        out.print(Json.indented(ScoreText.tree(Scorer.score(truth.truth(), ResultFile.read(result, truth)))));
    }
}
