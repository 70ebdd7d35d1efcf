package org.tickmark.web.sign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A file that its owner alone may read, in a folder that its owner alone may enter. */
record PrivateFile(Path path) {
    /** Makes the file anew with this text: it is never there with other rights. */
    void write(String text) {
        try {
            Files.createDirectories(path.getParent(), rights("rwx------"));
            Files.deleteIfExists(path);
            try (SeekableByteChannel channel = Files.newByteChannel(
                    path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), rights("rw-------"))) {
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("It cannot be written: " + path, e);
        }
    }

    /** What is in it, which it is no more afterwards; empty if it is not there. */
    String take() {
        try {
            String text = Files.exists(path) ? Files.readString(path) : "";
            delete();
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException("It cannot be read: " + path, e);
        }
    }

    /** Deletes the file if it is there. */
    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("It cannot be deleted: " + path, e);
        }
    }

    private static FileAttribute<?>[] rights(String rights) {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }
}
