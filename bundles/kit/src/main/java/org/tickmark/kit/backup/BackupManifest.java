package org.tickmark.kit.backup;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a backup holds. Kept as text, a line each: {@code file <SHA-256> <bytes> <name>}, {@code rows <number> <table>}. Immutable.
 *
 * @param madeAt the moment whose state it holds
 * @param product name and version of what made it
 * @param database {@link #H2} or {@link #POSTGRESQL}
 * @param files the entries, by name
 * @param rows the number of rows by table; empty where the database did not tell
 */
public record BackupManifest(
        Instant madeAt, String product, String database, SortedMap<String, Entry> files, SortedMap<String, Long> rows) {
    /** The entry of the manifest itself, the last one. */
    public static final String NAME = "tickmark-backup.txt";

    /** An embedded database: the entry {@link #H2_FILE} takes its place as it is. */
    public static final String H2 = "H2";

    /** A dump that {@code pg_restore} reads: the entry {@link #POSTGRESQL_DUMP}. */
    public static final String POSTGRESQL = "POSTGRESQL";

    /** The database file of H2, called as in a data directory. */
    public static final String H2_FILE = "tickmark.mv.db";

    /** The dump of PostgreSQL. */
    public static final String POSTGRESQL_DUMP = "tickmark.dump";

    private static final String HEAD = "Tickmark backup, version 1";

    /** No entry leaves the folder that it is put into, and none is hidden. */
    private static final Pattern ENTRY =
            Pattern.compile("tickmark\\.mv\\.db|tickmark\\.dump|(etc|plugins)/[^./\\\\\\p{Cntrl}][^/\\\\\\p{Cntrl}]*");

    /**
     * An entry.
     *
     * @param sha256 its hash, in hexadecimal
     * @param bytes its size
     */
    public record Entry(String sha256, long bytes) {
        public Entry {
            Objects.requireNonNull(sha256, "sha256");
        }
    }

    public BackupManifest {
        Objects.requireNonNull(madeAt, "madeAt");
        Objects.requireNonNull(product, "product");
        Objects.requireNonNull(database, "database");
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
    }

    /** The entry that holds the database. */
    public String databaseFile() {
        return database.equals(H2) ? H2_FILE : POSTGRESQL_DUMP;
    }

    /** How many rows it holds in all. */
    public long allRows() {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Whether an entry may be called so. */
    static boolean allows(String name) {
        return ENTRY.matcher(name).matches();
    }

    /** The text that {@link #parse} reads. */
    public String text() {
        List<String> lines = new ArrayList<>(List.of(HEAD, "made " + madeAt, "by " + product, "database " + database));
        files.forEach((name, entry) -> lines.add("file " + entry.sha256() + " " + entry.bytes() + " " + name));
        rows.forEach((table, number) -> lines.add("rows " + number + " " + table));
        return String.join("\n", lines) + "\n";
    }

    /**
     * Reads a manifest.
     *
     * @throws org.tickmark.api.TickmarkException with code {@code backup.damaged} if it is none, or of another version
     */
    static BackupManifest parse(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() < 4 || !lines.get(0).equals(HEAD)) {
            throw Texts.damaged("version")
                    .found(lines.isEmpty() ? "-" : lines.get(0))
                    .expected(HEAD)
                    .exception();
        }
        try {
            SortedMap<String, Entry> files = new TreeMap<>();
            SortedMap<String, Long> rows = new TreeMap<>();
            for (String line : lines.subList(4, lines.size())) {
                read(line, files, rows);
            }
            BackupManifest manifest = new BackupManifest(
                    Instant.parse(rest(lines.get(1), "made ")),
                    rest(lines.get(2), "by "),
                    rest(lines.get(3), "database "),
                    files,
                    rows);
            if (!files.containsKey(manifest.databaseFile())) {
                throw new IllegalArgumentException(manifest.databaseFile());
            }
            return manifest;
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw Texts.damaged("manifest")
                    .found(String.valueOf(e.getMessage()))
                    .exception(e);
        }
    }

    private static void read(String line, SortedMap<String, Entry> files, SortedMap<String, Long> rows) {
        if (line.startsWith("rows ")) {
            String[] words = rest(line, "rows ").split(" ", 2);
            rows.put(words[words.length - 1], Long.parseLong(words[0]));
            return;
        }
        String[] words = rest(line, "file ").split(" ", 3);
        if (words.length < 3 || !words[0].matches("[0-9a-f]{64}") || !allows(words[2])) {
            throw new IllegalArgumentException(line);
        }
        files.put(words[2], new Entry(words[0], Long.parseLong(words[1])));
    }

    private static String rest(String line, String head) {
        if (!line.startsWith(head)) {
            throw new IllegalArgumentException(line);
        }
        return line.substring(head.length());
    }
}
