package org.tickmark.importers.pipeline;

import java.io.EOFException;
import java.io.FilterInputStream;
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
import org.tickmark.api.importer.FileHead;
import org.tickmark.api.importer.Limits;

/**
 * A file that holds others: by gzip (RFC 1952) one, by zip several. What is unpacked is counted over all of them; nothing is ever written
 * to a disk under a name that an archive gives. For one thread.
 */
final class Packed implements AutoCloseable {
    private static final int MOST_MEMBERS = 1000;
    /** From so many bytes on it matters how much larger than packed they are. */
    private static final long HARMLESS = 16L << 20;

    private static final int MOST_TIMES_LARGER = 250;
    private static final int MOST_SHOWN = 120;
    private static final Pattern CONTROL = Pattern.compile("\\p{IsControl}");
    private static final Pattern OF_NO_INTEREST =
            Pattern.compile("(.*/)?(__MACOSX/.*|\\.[^/]*|[^/]*/|Thumbs\\.db|desktop\\.ini)");

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
        Budget budget = new Budget(Files.size(path), limits.bytes());
        if (isGzip(head)) {
            String name = head.name().replaceFirst("(?i)\\.gz$", "");
            Opening opening = () -> new Unpacking(gunzip(path), budget);
            return new Packed(() -> {}, List.of(new Member(name, opening)));
        }
        try {
            ZipFile zip = new ZipFile(path.toFile(), StandardCharsets.ISO_8859_1);
            try {
                return new Packed(zip, members(zip, budget));
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

    private static List<Member> members(ZipFile zip, Budget budget) {
        if (zip.size() > MOST_MEMBERS) {
            throw FileProblems.tooManyMembers(zip.size(), MOST_MEMBERS).exception();
        }
        List<Member> members = new ArrayList<>();
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            ZipEntry entry = entries.nextElement();
            if (!OF_NO_INTEREST.matcher(entry.getName()).matches()) {
                members.add(new Member(shown(entry.getName()), () -> new Unpacking(zip.getInputStream(entry), budget)));
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

    /** How much may be unpacked. */
    private static final class Budget {
        private final long packed;
        private final long most;
        private long unpacked;

        Budget(long packed, long most) {
            this.packed = packed;
            this.most = most;
        }

        void add(long bytes) {
            unpacked += bytes;
            if (unpacked > most) {
                throw FileProblems.tooLarge("bytes", most).exception();
            }
            if (unpacked > HARMLESS && unpacked / MOST_TIMES_LARGER > packed) {
                throw FileProblems.packedTooTightly(MOST_TIMES_LARGER).exception();
            }
        }
    }

    /** Counts what is unpacked, and tells damage as a fault of the file. */
    private static final class Unpacking extends FilterInputStream {
        private final Budget budget;

        Unpacking(InputStream in, Budget budget) {
            super(in);
            this.budget = budget;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                int count = super.read(bytes, offset, length);
                budget.add(Math.max(0, count));
                return count;
            } catch (ZipException | EOFException e) {
                throw FileProblems.damaged(e).exception(e);
            }
        }

        @Override
        public long skip(long count) throws IOException {
            return readNBytes((int) Math.min(count, 1 << 13)).length;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
