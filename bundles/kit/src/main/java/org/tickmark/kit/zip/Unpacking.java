package org.tickmark.kit.zip;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.tickmark.api.Problem;

/**
 * Unpacks what one packed file holds, and counts over all of it: no more than so many bytes, and not so much more than it takes packed that it can only
 * be meant to do harm. Damage is a fault of the file, also where only the checksum shows it. For one thread.
 */
public final class Unpacking {
    /** From so many bytes on it matters how much larger than packed they are. */
    private static final long HARMLESS = 16L << 20;

    private static final int MOST_TIMES_LARGER = 250;

    private final long packed;
    private final long most;
    private final Refusals refusals;
    private long unpacked;

    /** The words for what can be wrong. */
    public interface Refusals {
        /** It holds more than this many bytes. */
        Problem tooLarge(long most);

        /** It becomes more than this many times larger. */
        Problem tooTight(int times);

        /** It cannot be unpacked. */
        Problem damaged(IOException why);
    }

    /**
     * The unpacking of one file.
     *
     * @param packed its size in bytes
     * @param most how many bytes it may hold unpacked
     */
    public Unpacking(long packed, long most, Refusals refusals) {
        this.packed = packed;
        this.most = most;
        this.refusals = Objects.requireNonNull(refusals, "refusals");
    }

    /** What a stream unpacks, which its own format checks against damage. */
    public InputStream of(InputStream in) {
        return new Counting(in);
    }

    /** What an entry holds. */
    public InputStream of(ZipFile zip, ZipEntry entry) throws IOException {
        try {
            return new Checking(zip.getInputStream(entry), entry.getCrc());
        } catch (ZipException e) {
            throw refusals.damaged(e).exception(e);
        }
    }

    private void add(long bytes) {
        unpacked += bytes;
        if (unpacked > most) {
            throw refusals.tooLarge(most).exception();
        }
        if (unpacked > HARMLESS && unpacked / MOST_TIMES_LARGER > packed) {
            throw refusals.tooTight(MOST_TIMES_LARGER).exception();
        }
    }

    private class Counting extends FilterInputStream {
        Counting(InputStream in) {
            super(in);
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
                add(Math.max(0, count));
                return count;
            } catch (ZipException | EOFException e) {
                throw refusals.damaged(e).exception(e);
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

    /** Entries of zip files bear a checksum that nobody compares on the way of {@link ZipFile}. */
    private final class Checking extends Counting {
        private final CRC32 crc = new CRC32();
        private final long expected;

        Checking(InputStream in, long expected) {
            super(in);
            this.expected = expected;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            if (count > 0) {
                crc.update(bytes, offset, count);
            } else if (count < 0 && expected >= 0 && crc.getValue() != expected) {
                ZipException why = new ZipException(
                        "checksum " + Long.toHexString(crc.getValue()) + ", expected " + Long.toHexString(expected));
                throw refusals.damaged(why).exception(why);
            }
            return count;
        }
    }
}
