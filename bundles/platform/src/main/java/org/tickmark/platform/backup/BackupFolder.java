package org.tickmark.platform.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A folder with backups, each named after the moment whose state it holds. */
public final class BackupFolder {
    private static final Pattern NAME = Pattern.compile("tickmark-(\\d{8}T\\d{9})Z\\.zip");
    private static final Pattern PART = Pattern.compile("\\.tickmark-\\d{8}T\\d{9}Z\\.zip\\.part");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS", Locale.ROOT);

    /** Nobody writes to a part for so long. */
    private static final Duration STALE = Duration.ofDays(1);

    private final Path folder;

    public BackupFolder(Path folder) {
        this.folder = folder;
    }

    /** Makes the folder, open to its owner alone, unless it is there. */
    void create() throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, ownerOnly());
        }
    }

    static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    /** The file of the backup of a moment. */
    Path file(Instant moment) {
        return folder.resolve("tickmark-" + MOMENT.format(moment.atOffset(ZoneOffset.UTC)) + "Z.zip");
    }

    /** The file that it has while it is being written; hidden, so that nobody takes it for whole. */
    Path part(Instant moment) {
        return folder.resolve("." + file(moment).getFileName() + ".part");
    }

    /** Gives a part its name, once it is whole. */
    void publish(Instant moment) throws IOException {
        Files.move(part(moment), file(moment), StandardCopyOption.ATOMIC_MOVE);
        bringNamesToDisk();
    }

    private void bringNamesToDisk() {
        try (FileChannel names = FileChannel.open(folder)) {
            names.force(true);
        } catch (IOException e) {
            // Not every system lets a folder be opened; there the name reaches the disk a little later.
            return;
        }
    }

    /** The moments of the backups there are, the newest first. */
    public List<Instant> moments() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(BackupFolder::moment)
                    .flatMap(Optional::stream)
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    private static Optional<Instant> moment(Path file) {
        Matcher matcher = NAME.matcher(String.valueOf(file.getFileName()));
        try {
            return matcher.matches()
                    ? Optional.of(LocalDateTime.parse(matcher.group(1), MOMENT).toInstant(ZoneOffset.UTC))
                    : Optional.empty();
        } catch (DateTimeException e) {
            // Digits that are no date: another's file.
            return Optional.empty();
        }
    }

    /** Deletes the oldest backups until so many are left; the names of those deleted. */
    List<Path> keep(int most) throws IOException {
        List<Path> deleted = new ArrayList<>();
        List<Instant> moments = moments();
        for (Instant moment : moments.subList(Math.min(most, moments.size()), moments.size())) {
            Files.deleteIfExists(file(moment));
            deleted.add(file(moment));
        }
        return deleted;
    }

    /** Deletes parts that processes left which were killed. */
    void deleteStaleParts(Instant now) throws IOException {
        List<Path> parts;
        try (Stream<Path> files = Files.list(folder)) {
            parts = files.filter(file ->
                            PART.matcher(String.valueOf(file.getFileName())).matches())
                    .toList();
        }
        for (Path part : parts) {
            if (Files.getLastModifiedTime(part).toInstant().plus(STALE).isBefore(now)) {
                Files.deleteIfExists(part);
            }
        }
    }
}
