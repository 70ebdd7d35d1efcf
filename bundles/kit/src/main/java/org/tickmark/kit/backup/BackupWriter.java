package org.tickmark.kit.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.tickmark.api.CancelToken;
import org.tickmark.kit.hash.Sha256;

/** Writes a backup into a new file that only its owner may read. One thread at a time. */
public final class BackupWriter implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final FileChannel channel;
    private final ZipOutputStream zip;
    private final CancelToken cancel;
    private final SortedMap<String, BackupManifest.Entry> files = new TreeMap<>();

    /**
     * A writer.
     *
     * @param file the file, which is not there yet
     * @param cancel whether to stop
     */
    public BackupWriter(Path file, CancelToken cancel) throws IOException {
        this.channel = FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly(file));
        this.zip = new ZipOutputStream(Channels.newOutputStream(channel));
        this.cancel = cancel;
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Adds an entry; its name is one that {@link BackupManifest} allows. */
    public void add(String name, InputStream content) throws IOException {
        if (!BackupManifest.allows(name)) {
            throw new IllegalArgumentException(name);
        }
        MessageDigest digest = Sha256.digest();
        long bytes = 0;
        zip.putNextEntry(new ZipEntry(name));
        byte[] buffer = new byte[BUFFER];
        for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
            cancel.throwIfCancelled();
            zip.write(buffer, 0, count);
            digest.update(buffer, 0, count);
            bytes += count;
        }
        zip.closeEntry();
        files.put(name, new BackupManifest.Entry(Sha256.format(digest), bytes));
    }

    /** Adds the manifest and brings everything to the disk. */
    public BackupManifest finish(Instant madeAt, String product, String database, SortedMap<String, Long> rows)
            throws IOException {
        BackupManifest manifest = new BackupManifest(madeAt, product, database, files, rows);
        zip.putNextEntry(new ZipEntry(BackupManifest.NAME));
        zip.write(manifest.text().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        zip.finish();
        zip.flush();
        channel.force(true);
        return manifest;
    }

    @Override
    public void close() throws IOException {
        // Not by the zip stream: of a backup that was given up it would make one that looks whole.
        channel.close();
    }
}
