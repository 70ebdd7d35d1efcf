package org.tickmark.platform.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Problem;
import org.tickmark.api.message.MessageCatalog;
import org.tickmark.kit.backup.BackupManifest;

/**
 * Copies a PostgreSQL database by the program {@code pg_dump}, which sees it as of one moment. The password goes by the environment, where only the owner of
 * the process can read it.
 */
final class PostgresDump implements DatabaseCopy {
    private static final MessageCatalog MESSAGES = MessageCatalog.of(PostgresDump.class);
    private static final long LOOK_MILLIS = 200;

    private final String program;
    private final String address;
    private final Map<String, String> environment;

    /**
     * A copier.
     *
     * @param program name or path of {@code pg_dump}
     * @param address where the database is, as {@code libpq} reads it
     * @param environment variables of {@code libpq}, such as {@code PGPASSWORD}
     */
    PostgresDump(String program, String address, Map<String, String> environment) {
        this.program = program;
        this.address = address;
        this.environment = Map.copyOf(environment);
    }

    @Override
    public String kind() {
        return BackupManifest.POSTGRESQL;
    }

    @Override
    public Path into(Path folder, CancelToken cancel) throws IOException {
        Path dump = folder.resolve(BackupManifest.POSTGRESQL_DUMP);
        Path said = folder.resolve("said.txt");
        ProcessBuilder builder = new ProcessBuilder(
                        program, "--format=custom", "--no-password", "--file=" + dump, "--dbname=" + address)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().putAll(environment);
        int exit = exitCode(start(builder), cancel);
        if (exit != 0) {
            List<String> lines =
                    Files.readString(said, StandardCharsets.UTF_8).lines().toList();
            throw problem("failed")
                    .found(lines.isEmpty() ? String.valueOf(exit) : lines.get(lines.size() - 1))
                    .exception();
        }
        return dump;
    }

    private Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw problem("missing").found(String.valueOf(e.getMessage())).exception(e);
        }
    }

    /** Waits for the end; who stops waiting ends the program. */
    private static int exitCode(Process process, CancelToken cancel) {
        try {
            while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                cancel.throwIfCancelled();
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw problem("interrupted").exception(e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static Problem.Builder problem(String why) {
        return Problem.error("backup.dump", MESSAGES.message("dump." + why)).advice(MESSAGES.message("dump.advice"));
    }

    @Override
    public SortedMap<String, Long> rows(Path copy) {
        return Collections.emptySortedMap();
    }
}
