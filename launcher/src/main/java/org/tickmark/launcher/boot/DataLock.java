package org.tickmark.launcher.boot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The lock on a data directory: one process at a time. It is the operating system's, so it ends with the process however
 * that ends; the file stays. It says who holds it. A process must touch the file only once at a time: POSIX drops its
 * lock when any of its descriptors of the file is closed.
 */
public final class DataLock implements AutoCloseable {
    /** Far behind the text, so that others can read who holds the lock where locks are mandatory. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private static final String FILE = "tickmark.lock";

    private final FileChannel channel;

    private DataLock(FileChannel channel) {
        this.channel = channel;
    }

    /** The file that is locked. */
    public static Path file(Path data) {
        return data.resolve(FILE);
    }

    /**
     * Takes the lock; empty if another holds it.
     *
     * @throws IOException if the file cannot be written
     */
    public static Optional<DataLock> tryTake(Path data, Purpose purpose) throws IOException {
        FileChannel channel = FileChannel.open(file(data), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (tryLock(channel) == null) {
                channel.close();
                return Optional.empty();
            }
            channel.truncate(0);
            String owner = ProcessHandle.current().pid() + " " + purpose + "\n";
            channel.write(ByteBuffer.wrap(owner.getBytes(StandardCharsets.US_ASCII)), 0);
            return Optional.of(new DataLock(channel));
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Who took the lock last; it is the holder as long as {@link #tryTake} finds none free. */
    public static Optional<Owner> owner(Path data) {
        try {
            String[] words = Files.readString(file(data), StandardCharsets.US_ASCII)
                    .trim()
                    .split(" ", 2);
            return words.length < 2
                    ? Optional.empty()
                    : Optional.of(new Owner(Long.parseLong(words[0]), Purpose.valueOf(words[1])));
        } catch (IOException | IllegalArgumentException e) {
            // Not written yet, or being written at this moment: then nobody is known.
            return Optional.empty();
        }
    }

    /** Lets go of the lock. */
    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, false);
        } catch (OverlappingFileLockException e) {
            // Held by this very process.
            return null;
        }
    }

    /** What the directory is held for. */
    public enum Purpose {
        /** A server, until it is stopped. */
        SERVER,
        /** One command, until it ends. */
        COMMAND
    }

    /**
     * A holder of the lock.
     *
     * @param pid its process
     * @param purpose what for
     */
    public record Owner(long pid, Purpose purpose) {}
}
