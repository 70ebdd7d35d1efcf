package org.tickmark.benchmarks.workbench;

import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tickmark.benchmarks.kit.Folders;
import org.tickmark.benchmarks.kit.Machine;

/** Stores much in a packed program, and asks its workbench for every page, the slowest first in the table. */
final class Measurements {
    /** Asked for and not counted, as the server compiles what it does often. */
    private static final int WARM_UP = 5;

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MILLIS_PER_SECOND = 1000;
    private static final double KB = 1000;

    private final Options options;
    private final double load;
    private final PrintStream out;

    Measurements(Options options, double load, PrintStream out) {
        this.options = options;
        this.load = load;
        this.out = out;
    }

    /**
     * How long something took each time.
     *
     * @param millis milliseconds, the least first
     * @param packed bytes of the page as gzip
     */
    private record Taken(String what, List<Double> millis, int packed) {
        Taken {
            millis = millis.stream().sorted().toList();
        }

        double median() {
            return millis.get(millis.size() / 2);
        }

        String row() {
            double worst = millis.get(millis.size() - 1);
            return String.format(Locale.ROOT, "| `%s` | %.1f | %.1f | %.1f |", what, median(), worst, packed / KB);
        }
    }

    /** What is measured once. */
    @FunctionalInterface
    private interface Step {
        void run() throws IOException, InterruptedException;
    }

    void run() throws IOException, InterruptedException, SQLException {
        Path folder = Files.createTempDirectory(Files.createDirectories(options.folder()), "workbench-")
                .toAbsolutePath();
        try (Program program = new Program(options.home().toAbsolutePath(), folder.resolve("data"))) {
            Machine machine = new Machine();
            store(program, folder);
            Browser browser = new Browser(program.serve());
            browser.setUp(Files.readString(program.data().resolve("secrets/setup-code"))
                    .strip());
            out.println(head());
            double first = millis(() -> program.run("rec", "status"));
            print(pages(browser));
            print(List.of(matching(program, browser)));
            out.printf(
                    Locale.ROOT,
                    "%nThe first look at the group after a start: %.1f s. The first page with all it needs, packed: %.1f kB.%n%s%n",
                    first / MILLIS_PER_SECOND,
                    browser.firstLoad(browser.get("/w/tasks")) / KB,
                    machine.steal());
        } finally {
            if (!options.kept()) {
                Folders.remove(folder);
            }
        }
    }

    /** Stores all that there is to be. */
    private void store(Program program, Path folder) throws IOException, InterruptedException, SQLException {
        new Company(options.extent()).write(folder);
        program.run("config", "apply", folder.resolve("company.yaml").toString());
        program.run("script", "save", Company.SCRIPT, folder.resolve("note.crm").toString());
        program.run("task", "import", folder.resolve("tasks.yaml").toString());
        program.serve();
        program.run("task", "run", Company.LONG_TASK, "--wait");
        program.close();
        LongLog.write(program.data(), options.extent().lines());
        program.run("batch", "--all");
    }

    private List<Taken> pages(Browser browser) throws IOException, InterruptedException {
        List<Taken> taken = new ArrayList<>();
        for (String page : Pages.of(browser)) {
            for (int i = 0; i < WARM_UP; i++) {
                browser.get(page);
            }
            List<Double> millis = new ArrayList<>();
            for (int i = 0; i < options.times(); i++) {
                millis.add(millis(() -> browser.get(page)));
            }
            taken.add(new Taken(page, millis, Browser.packed(browser.get(page))));
        }
        taken.sort(Comparator.comparingDouble(Taken::median).reversed());
        return taken;
    }

    /** Matches by hand, as the board does: an entry of the bank with one of the ledger. */
    private Taken matching(Program program, Browser browser) throws IOException, InterruptedException {
        List<OpenEntry> open = OpenEntry.read(program.run("rec", "open", Company.GROUP, "-o", "json"));
        List<String> bank = alike(open, "bank");
        List<String> ledger = alike(open, "ledger");
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < WARM_UP + options.times(); i++) {
            List<Map.Entry<String, String>> form = List.of(
                    Map.entry("arg.GROUP", Company.GROUP),
                    Map.entry("arg.ENTRY", bank.get(i)),
                    Map.entry("arg.ENTRY", ledger.get(i)),
                    Map.entry("back", "/w/reconciliation?open=" + Company.GROUP));
            millis.add(millis(() -> browser.give("/do/rec/match", form)));
        }
        return new Taken("POST /do/rec/match", millis.subList(WARM_UP, millis.size()), 0);
    }

    /** The open entries of a side of the payments that are alike. */
    private static List<String> alike(List<OpenEntry> open, String side) {
        BigDecimal amount = BigDecimal.valueOf(Company.ALIKE_CENTS, 2);
        return open.stream()
                .filter(entry -> entry.side().equals(side) && entry.amount().compareTo(amount) == 0)
                .map(OpenEntry::key)
                .toList();
    }

    private static double millis(Step step) throws IOException, InterruptedException {
        long before = System.nanoTime();
        step.run();
        return (System.nanoTime() - before) / NANOS_PER_MILLI;
    }

    private String head() {
        Extent extent = options.extent();
        return String.format(
                Locale.ROOT,
                "# Workbench%n%n%s. %,d tasks, %,d entries, a log of %,d lines of %d characters. %s%n",
                Machine.description(org.h2.Driver.class),
                extent.tasks(),
                new Company(extent).entries(),
                extent.lines(),
                Extent.LINE_LENGTH,
                Machine.told(load));
    }

    private void print(List<Taken> taken) {
        out.println("| page | median ms | worst ms | kB packed |\n|---|---:|---:|---:|");
        taken.forEach(one -> out.println(one.row()));
        out.println();
    }
}
