package org.tickmark.kit.wire;

import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * Where the socket of a data directory is: {@code tickmark.sock} in it or, since a socket's path may have only about a
 * hundred bytes, in a fresh temporary folder whose path stands in {@code tickmark.sock.path}. Socket and path file are
 * readable and writable for their owner alone; both sides resolve through this class.
 *
 * <p>Only a server that holds the data directory's lock calls {@link #listen()}: it removes what a server before it left.
 */
public final class SocketAddressFile {
    private static final String SOCKET = "tickmark.sock";
    private static final String PATH_FILE = "tickmark.sock.path";
    private static final String STAGING = ".tickmark";
    private static final String TEMPORARY_PREFIX = "tickmark-";

    /** Linux allows 107 bytes and macOS 103, without the closing zero. */
    private static final int MAX_PATH_BYTES = 100;

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Path directory;

    private SocketAddressFile(Path directory) {
        this.directory = directory;
    }

    /** Of this data directory, which exists when a server listens. */
    public static SocketAddressFile in(Path dataDirectory) {
        return new SocketAddressFile(dataDirectory.toAbsolutePath().normalize());
    }

    /** Where the socket is, whether or not anybody listens; empty if there is none. */
    public Optional<Path> find() throws IOException {
        Optional<Path> elsewhere = elsewhere();
        Path socket = elsewhere.orElse(directory.resolve(SOCKET));
        return Files.exists(socket) ? Optional.of(socket) : Optional.empty();
    }

    /**
     * A connection to the server; empty if there is no socket or nobody listens on it.
     *
     * @throws AccessDeniedException if the socket is another user's
     */
    public Optional<SocketChannel> connect() throws IOException {
        Optional<Path> socket = find();
        if (socket.isEmpty()) {
            return Optional.empty();
        }
        if (!Files.isWritable(socket.get())) {
            throw new AccessDeniedException(socket.get().toString(), null, "the server runs as another user");
        }
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(socket.get()));
            return Optional.of(channel);
        } catch (SocketException e) {
            // Refused: the server died without removing its socket, or removed it just now.
            channel.close();
            return Optional.empty();
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * Binds the socket.
     *
     * @throws IOException if it cannot be bound, naming the path
     */
    public Listening listen() throws IOException {
        removeLeftovers();
        Path socket = directory.resolve(SOCKET);
        if (fits(socket)) {
            return new Listening(bindHere(socket), this);
        }
        return new Listening(bindElsewhere(), this);
    }

    private static boolean fits(Path socket) {
        return socket.toString().getBytes(StandardCharsets.UTF_8).length <= MAX_PATH_BYTES;
    }

    /**
     * Binds in a folder that only the owner may enter and moves the socket to its place when its permissions stand, so that at no
     * time others could connect.
     */
    private ServerSocketChannel bindHere(Path socket) throws IOException {
        if (!hasPosixPermissions()) {
            return bind(socket);
        }
        Path staging = Files.createDirectory(directory.resolve(STAGING), ownerOnlyFolder());
        Path staged = staging.resolve("s");
        ServerSocketChannel channel = null;
        try {
            channel = bind(staged);
            Files.move(staged, socket, StandardCopyOption.ATOMIC_MOVE);
            return channel;
        } catch (IOException e) {
            if (channel != null) {
                channel.close();
            }
            throw e;
        } finally {
            Files.deleteIfExists(staged);
            Files.delete(staging);
        }
    }

    private ServerSocketChannel bindElsewhere() throws IOException {
        Path folder = hasPosixPermissions()
                ? Files.createTempDirectory(TEMPORARY_PREFIX, ownerOnlyFolder())
                : Files.createTempDirectory(TEMPORARY_PREFIX);
        Path socket = folder.toAbsolutePath().resolve(SOCKET);
        ServerSocketChannel channel = null;
        try {
            if (!fits(socket)) {
                throw new BindException(
                        "The socket's path has more than " + MAX_PATH_BYTES + " bytes both in " + directory
                                + " and in the temporary folder " + folder
                                + ". Use a shorter data directory, or a shorter java.io.tmpdir.");
            }
            channel = bind(socket);
            writePathFile(socket);
            return channel;
        } catch (IOException e) {
            if (channel != null) {
                channel.close();
            }
            Files.deleteIfExists(socket);
            Files.delete(folder);
            throw e;
        }
    }

    private ServerSocketChannel bind(Path socket) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.bind(UnixDomainSocketAddress.of(socket));
            if (hasPosixPermissions()) {
                Files.setPosixFilePermissions(socket, OWNER_ONLY);
            }
            return channel;
        } catch (IOException e) {
            channel.close();
            FileSystemException failure =
                    new FileSystemException(socket.toString(), null, "Cannot listen on the socket: " + e.getMessage());
            failure.initCause(e);
            throw failure;
        }
    }

    private void writePathFile(Path socket) throws IOException {
        Path pathFile = directory.resolve(PATH_FILE);
        Path written = hasPosixPermissions()
                ? Files.createTempFile(directory, PATH_FILE, null, PosixFilePermissions.asFileAttribute(OWNER_ONLY))
                : Files.createTempFile(directory, PATH_FILE, null);
        Files.writeString(written, socket + "\n");
        Files.move(written, pathFile, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Optional<Path> elsewhere() throws IOException {
        try {
            String path = Files.readString(directory.resolve(PATH_FILE)).strip();
            return path.isEmpty() ? Optional.empty() : Optional.of(Path.of(path));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Removes socket, path file and folder of this server or of one that died. */
    private void removeLeftovers() throws IOException {
        Optional<Path> elsewhere = elsewhere();
        if (elsewhere.isPresent()) {
            removeElsewhere(elsewhere.get());
            Files.deleteIfExists(directory.resolve(PATH_FILE));
        }
        Files.deleteIfExists(directory.resolve(SOCKET));
        Files.deleteIfExists(directory.resolve(STAGING).resolve("s"));
        Files.deleteIfExists(directory.resolve(STAGING));
    }

    /** Removes a socket of ours with its folder, and nothing that does not look like one. */
    private static void removeElsewhere(Path socket) throws IOException {
        Path folder = socket.getParent();
        if (folder != null
                && socket.endsWith(SOCKET)
                && folder.getFileName() != null
                && folder.getFileName().toString().startsWith(TEMPORARY_PREFIX)) {
            Files.deleteIfExists(socket);
            Files.deleteIfExists(folder);
        }
    }

    private boolean hasPosixPermissions() {
        return directory.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<Set<PosixFilePermission>> ownerOnlyFolder() {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    }

    /** A bound socket; closing it stops listening and removes it from the file system. */
    public static final class Listening implements Closeable {
        private final ServerSocketChannel channel;
        private final SocketAddressFile file;

        private Listening(ServerSocketChannel channel, SocketAddressFile file) {
            this.channel = channel;
            this.file = file;
        }

        /** Waits for the next client; ends with a {@link java.nio.channels.ClosedChannelException} once this is closed. */
        public SocketChannel accept() throws IOException {
            return channel.accept();
        }

        @Override
        public void close() throws IOException {
            channel.close();
            file.removeLeftovers();
        }
    }
}
