package org.tickmark.importers.pipeline;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.tickmark.api.Problem;
import org.tickmark.api.importer.FileHead;
import org.tickmark.api.importer.Limits;
import org.tickmark.kit.zip.Unpacking;

/**
 * A file that holds others: by gzip (RFC 1952) one, by zip several. What is unpacked is counted over all of them; nothing is ever written
 * to a disk under a name that an archive gives. For one thread.
 */
final class Packed implements AutoCloseable {
    private static final int MOST_MEMBERS = 1000;
    private static final int MOST_SHOWN = 120;
    private static final Pattern CONTROL = Pattern.compile("\\p{IsControl}");
    private static final Pattern OF_NO_INTEREST =
            Pattern.compile("(.*/)?(__MACOSX/.*|\\.[^/]*|[^/]*/|Thumbs\\.db|desktop\\.ini)");

    private static final Unpacking.Refusals REFUSALS = new Unpacking.Refusals() {
        @Override
        public Problem tooLarge(long most) {
            return FileProblems.tooLarge("bytes", most);
        }

        @Override
        public Problem tooTight(int times) {
            return FileProblems.packedTooTightly(times);
        }

        @Override
        public Problem damaged(IOException why) {
            return FileProblems.damaged(why);
        }
    };

    private final AutoCloseable archive;
    private final List<Member> members;

    private Packed(AutoCloseable archive, List<Member> members) {
        this.archive = archive;
        this.members = members;
    }

    /** A file within a file. */
    record Member(String name, Opening opening) {
        InputStream open() throws IOException {
            return opening.open();
        }
    }

    /** Opens a stream; may be called several times. */
    @FunctionalInterface
    interface Opening {
        InputStream open() throws IOException;
    }

    /** Whether a file begins as packed ones do. */
    static boolean isPacked(FileHead head) {
        return isZip(head) || isGzip(head);
    }

    private static boolean isZip(FileHead head) {
        return begins(head, 'P', 'K', 3, 4);
    }

    private static boolean isGzip(FileHead head) {
        return begins(head, 0x1F, 0x8B, 8);
    }

    private static boolean begins(FileHead head, int... bytes) {
        if (head.length() < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((head.at(i) & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Opens a file that {@link #isPacked}.
     *
     * @throws org.tickmark.api.TickmarkException of class E2 or E3 if it is damaged, locked by a password, empty, or holds too much
     */
    static Packed open(Path path, FileHead head, Limits limits) throws IOException {
        Unpacking unpacking = new Unpacking(Files.size(path), limits.bytes(), REFUSALS);
        if (isGzip(head)) {
            String name = head.name().replaceFirst("(?i)\\.gz$", "");
            Opening opening = () -> unpacking.of(gunzip(path));
            return new Packed(() -> {}, List.of(new Member(name, opening)));
        }
        try {
            ZipFile zip = new ZipFile(path.toFile(), StandardCharsets.ISO_8859_1);
            try {
                return new Packed(zip, members(zip, unpacking));
            } catch (RuntimeException e) {
                zip.close();
                throw e;
            }
        } catch (ZipException e) {
            throw FileProblems.damaged(e).exception(e);
        }
    }

    private static InputStream gunzip(Path path) throws IOException {
        InputStream in = Files.newInputStream(path);
        try {
            return new GZIPInputStream(in, 1 << 16);
        } catch (ZipException | EOFException e) {
            in.close();
            throw FileProblems.damaged(e).exception(e);
        }
    }

    private static List<Member> members(ZipFile zip, Unpacking unpacking) {
        if (zip.size() > MOST_MEMBERS) {
            throw FileProblems.tooManyMembers(zip.size(), MOST_MEMBERS).exception();
        }
        List<Member> members = new ArrayList<>();
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            ZipEntry entry = entries.nextElement();
            if (!OF_NO_INTEREST.matcher(entry.getName()).matches()) {
                members.add(new Member(shown(entry.getName()), () -> unpacking.of(zip, entry)));
            }
        }
        if (members.isEmpty()) {
            throw FileProblems.nothingPacked().exception();
        }
        return members;
    }

    /** A name as it may stand in a message: whoever made the archive chose it. */
    private static String shown(String name) {
        String plain = CONTROL.matcher(name).replaceAll("?");
        return plain.length() <= MOST_SHOWN ? plain : "…" + plain.substring(plain.length() - MOST_SHOWN);
    }

    /** What there is to read, in the order of the archive; never none. */
    List<Member> members() {
        return members;
    }

    @Override
    public void close() throws IOException {
        try {
            archive.close();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}
