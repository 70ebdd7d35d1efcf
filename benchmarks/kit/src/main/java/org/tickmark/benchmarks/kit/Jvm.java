package org.tickmark.benchmarks.kit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Starts further processes of a program, all with the same memory. */
public final class Jvm {
    private static final List<String> OPTIONS = List.of("-Xms1g", "-Xmx1g", "-XX:+UseG1GC");

    /** Beyond this a process has come to a standstill. */
    private static final long MOST_MINUTES = 60;

    private Jvm() {}

    /** A process with these words; what it has to say of errors goes where this one's does. It ends when its input does. */
    public static Process start(Class<?> main, List<String> words) throws IOException {
        return start(OPTIONS, main, words);
    }

    private static Process start(List<String> options, Class<?> main, List<String> words) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(words);
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** What a process with these words finds. */
    public static Figures measure(Class<?> main, List<String> words) throws IOException, InterruptedException {
        return measure(OPTIONS, main, words);
    }

    /** What a process with these options of its virtual machine, in place of the usual ones, and these words finds. */
    public static Figures measure(List<String> options, Class<?> main, List<String> words)
            throws IOException, InterruptedException {
        Process process = start(options, main, words);
        CompletableFuture<Process> end = process.onExit();
        end.orTimeout(MOST_MINUTES, TimeUnit.MINUTES).exceptionally(late -> process.destroyForcibly());
        List<String> lines = new ArrayList<>();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            reader.lines().forEach(lines::add);
        } finally {
            process.destroy();
        }
        int status = process.waitFor();
        return Figures.read(lines)
                .orElseGet(() -> Figures.refused(
                        "its process ended with status " + status + "; what it wrote to the error output says why"));
    }
}
