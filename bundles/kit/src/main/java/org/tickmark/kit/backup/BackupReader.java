package org.tickmark.kit.backup;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.tickmark.api.Problem;
import org.tickmark.kit.hash.Sha256;

/** Reads a backup; whatever is taken out of it is compared with the manifest on the way. One thread at a time. */
public final class BackupReader implements AutoCloseable {
    private static final int MOST_MANIFEST_BYTES = 1 << 20;
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final ZipFile zip;
    private final BackupManifest manifest;

    private BackupReader(Path file, ZipFile zip, BackupManifest manifest) {
        this.file = file;
        this.zip = zip;
        this.manifest = manifest;
    }

    /**
     * Opens a backup and reads its manifest.
     *
     * @throws org.tickmark.api.TickmarkException with code {@code backup.path} if it cannot be read, {@code backup.damaged} if it is none
     */
    public static BackupReader open(Path file) {
        ZipFile zip = zip(file);
        try {
            BackupManifest manifest = manifest(zip);
            Set<String> entries = zip.stream().map(ZipEntry::getName).collect(Collectors.toCollection(TreeSet::new));
            Set<String> expected = new TreeSet<>(manifest.files().keySet());
            expected.add(BackupManifest.NAME);
            if (!entries.equals(expected) || zip.size() != expected.size()) {
                throw Texts.damaged("entries")
                        .found(String.join(", ", entries))
                        .expected(String.join(", ", expected))
                        .exception();
            }
            return new BackupReader(file, zip, manifest);
        } catch (IOException e) {
            close(zip);
            throw Texts.damaged("zip")
                    .where(file.toString())
                    .found(e.toString())
                    .exception(e);
        } catch (RuntimeException e) {
            close(zip);
            throw e;
        }
    }

    private static ZipFile zip(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new NoSuchFileException(file.toString());
            }
            Files.newInputStream(file, StandardOpenOption.READ).close();
        } catch (IOException e) {
            throw Problem.error("backup.path", Texts.message("unreadable"))
                    .where(file.toString())
                    .found(e.getClass().getSimpleName())
                    .advice(Texts.message("unreadable.advice"))
                    .exception(e);
        }
        try {
            return new ZipFile(file.toFile());
        } catch (IOException e) {
            throw Texts.damaged("zip")
                    .where(file.toString())
                    .found(e.toString())
                    .exception(e);
        }
    }

    private static BackupManifest manifest(ZipFile zip) throws IOException {
        Optional<ZipEntry> entry = Optional.ofNullable(zip.getEntry(BackupManifest.NAME));
        if (entry.isEmpty()) {
            throw Texts.damaged("none").expected(BackupManifest.NAME).exception();
        }
        try (InputStream in = zip.getInputStream(entry.get())) {
            byte[] bytes = in.readNBytes(MOST_MANIFEST_BYTES);
            return BackupManifest.parse(new String(bytes, StandardCharsets.UTF_8));
        }
    }

    private static void close(ZipFile zip) {
        try {
            zip.close();
        } catch (IOException e) {
            // Nothing was written; why it could not be used is being told.
            return;
        }
    }

    /** What it says it holds. */
    public BackupManifest manifest() {
        return manifest;
    }

    /** The names of the entries in a folder of it, such as {@code etc}, in order. */
    public List<String> names(String folder) {
        return manifest.files().keySet().stream()
                .filter(name -> name.startsWith(folder + "/"))
                .toList();
    }

    /**
     * Compares every entry with the manifest.
     *
     * @throws org.tickmark.api.TickmarkException with code {@code backup.damaged} if one differs
     * @throws IOException if the file cannot be read to its end
     */
    public void verify() throws IOException {
        for (String name : manifest.files().keySet()) {
            copy(name, OutputStream.nullOutputStream());
        }
    }

    /**
     * Writes an entry into a new file, to the disk, and compares it with the manifest.
     *
     * @throws org.tickmark.api.TickmarkException with code {@code backup.damaged} if it differs
     * @throws IOException if the file cannot be written
     */
    public void extract(String name, Path target) throws IOException {
        try (OutputStream out = Files.newOutputStream(
                target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SYNC)) {
            copy(name, out);
        }
    }

    private void copy(String name, OutputStream target) throws IOException {
        BackupManifest.Entry expected = manifest.files().get(name);
        MessageDigest digest = Sha256.digest();
        DigestOutputStream out = new DigestOutputStream(target, digest);
        long bytes = 0;
        try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
            byte[] buffer = new byte[BUFFER];
            for (int count = in.read(buffer); count >= 0 && bytes <= expected.bytes(); count = in.read(buffer)) {
                out.write(buffer, 0, count);
                bytes += count;
            }
        } catch (ZipException | EOFException e) {
            throw Texts.damaged("entry").where(place(name)).found(e.toString()).exception(e);
        }
        String found = Sha256.format(digest);
        if (bytes != expected.bytes() || !found.equals(expected.sha256())) {
            throw Texts.damaged("entry")
                    .where(place(name))
                    .found(found + ", " + bytes)
                    .expected(expected.sha256() + ", " + expected.bytes())
                    .exception();
        }
    }

    private String place(String name) {
        return file + ", " + name;
    }

    @Override
    public void close() {
        close(zip);
    }
}
