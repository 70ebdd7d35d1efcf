package org.tickmark.platform.secret;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.message.MessageCatalog;
import org.tickmark.platform.FileAccess;

/**
 * The file that holds the key, 256 random bits in Base64; mode 0600 in a folder of mode 0700, where the file system keeps
 * such rights. It is made when the first secret is kept. Safe for use from many threads.
 */
final class KeyFile {
    private static final MessageCatalog MESSAGES = MessageCatalog.of(KeyFile.class);
    private static final String FOLDER_RIGHTS = "rwx------";
    private static final String FILE_RIGHTS = "rw-------";

    private final Path path;
    private final SecureRandom random = new SecureRandom();
    /** Null until the file was read. */
    private SecretCipher cipher;

    KeyFile(Path path) {
        this.path = path;
    }

    /**
     * The cipher of the key.
     *
     * @throws TickmarkException with code {@code secret.key.<why>} if the file is missing, damaged, or open to others
     */
    synchronized SecretCipher existing() {
        if (cipher == null) {
            cipher = read();
        }
        return cipher;
    }

    /**
     * The cipher of the key; the key is made if there is no file.
     *
     * @throws TickmarkException with code {@code secret.key.<why>} if the file cannot be made, or is damaged or open to
     *     others
     */
    synchronized SecretCipher existingOrNew() {
        if (cipher == null && !Files.exists(path)) {
            create();
        }
        return existing();
    }

    private SecretCipher read() {
        if (!Files.exists(path)) {
            throw problem("missing").exception();
        }
        if (FileAccess.mayBeReadByOthers(path)) {
            throw problem("exposed").expected("0600").exception();
        }
        try {
            byte[] key = Base64.getDecoder()
                    .decode(Files.readString(path, StandardCharsets.US_ASCII).strip());
            if (key.length != SecretCipher.KEY_BYTES) {
                throw problem("damaged").exception();
            }
            return new SecretCipher(key, random);
        } catch (IOException | IllegalArgumentException e) {
            throw problem("damaged").exception(e);
        }
    }

    /** Written beside it and moved, so that no half key is ever found. */
    private void create() {
        byte[] key = new byte[SecretCipher.KEY_BYTES];
        random.nextBytes(key);
        byte[] text = (Base64.getEncoder().encodeToString(key) + "\n").getBytes(StandardCharsets.US_ASCII);
        Path unfinished = path.resolveSibling(path.getFileName() + ".new");
        try {
            Files.createDirectories(path.getParent(), rights(FOLDER_RIGHTS));
            Files.deleteIfExists(unfinished);
            try (FileChannel channel = FileChannel.open(
                    unfinished, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), rights(FILE_RIGHTS))) {
                channel.write(ByteBuffer.wrap(text));
                channel.force(true);
            }
            Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw problem("unwritable").found(e.toString()).exception(e);
        }
    }

    private FileAttribute<?>[] rights(String rights) {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }

    private Problem.Builder problem(String why) {
        return Problem.error("secret.key." + why, MESSAGES.message("secret.key." + why))
                .where(path.toString())
                .advice(MESSAGES.message("secret.key." + why + ".advice"));
    }
}
