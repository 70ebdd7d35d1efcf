package org.tickmark.platform.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.Random;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.h2.store.fs.async.FilePathAsync;

/**
 * The disk as a killed process leaves it: from one moment on nothing is written any more, and of the write at that moment
 * perhaps the first pages. H2 opens its files through it between {@link #install} and {@link #remove}. For one database at a time.
 */
final class CutDisk {
    private static final int PAGE = 4096;

    private static volatile CutDisk current = endless();

    private final Random random;
    private long writesLeft;
    private boolean cut;

    private CutDisk(long writesLeft, Random random) {
        this.writesLeft = writesLeft;
        this.random = random;
    }

    static void install() {
        FilePath.register(new CutPath());
    }

    static void remove() {
        FilePath.register(new FilePathAsync());
    }

    /** Files opened from now on are on a disk that is never cut off. */
    static CutDisk endless() {
        return use(new CutDisk(Long.MAX_VALUE, new Random(0)));
    }

    /** Files opened from now on are on a disk that is cut off after this number of writes. */
    static CutDisk after(long writes, Random random) {
        return use(new CutDisk(writes, random));
    }

    private static CutDisk use(CutDisk disk) {
        current = disk;
        return disk;
    }

    synchronized boolean isCut() {
        return cut;
    }

    private synchronized void requireWhole() throws IOException {
        if (cut) {
            throw new IOException("the process was killed");
        }
    }

    /** How many of some bytes reach the disk. */
    private synchronized int reaching(int bytes) throws IOException {
        requireWhole();
        writesLeft--;
        cut = writesLeft < 0;
        return cut ? random.nextInt(bytes / PAGE + 1) * PAGE : bytes;
    }

    /** Takes the place of the scheme through which the store opens its files; public, since H2 makes more of it. */
    public static final class CutPath extends FilePathWrapper {
        @Override
        public String getScheme() {
            return "async";
        }

        @Override
        public FileChannel open(String mode) throws IOException {
            return new CutFile(super.open(mode), current);
        }
    }

    private static final class CutFile extends FileBase {
        private final FileChannel file;
        private final CutDisk disk;

        CutFile(FileChannel file, CutDisk disk) {
            this.file = file;
            this.disk = disk;
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            disk.requireWhole();
            return file.read(target);
        }

        @Override
        public synchronized int read(ByteBuffer target, long position) throws IOException {
            disk.requireWhole();
            return file.read(target, position);
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            int written = write(source, file.position());
            file.position(file.position() + written);
            return written;
        }

        @Override
        public synchronized int write(ByteBuffer source, long position) throws IOException {
            int bytes = source.remaining();
            int reaching = disk.reaching(bytes);
            ByteBuffer part = source.slice();
            part.limit(reaching);
            int written = file.write(part, position);
            disk.requireWhole();
            source.position(source.position() + written);
            return written;
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            if (disk.reaching(1) > 0) {
                file.truncate(size);
            }
            disk.requireWhole();
            return this;
        }

        @Override
        public void force(boolean metaData) throws IOException {
            disk.requireWhole();
        }

        @Override
        public long position() throws IOException {
            return file.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            file.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
