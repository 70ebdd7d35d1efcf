package org.tickmark.importer.csv.xlsx;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tickmark.api.importer.ErrorClass;

/**
 * The texts of a workbook, which its cells tell by number. A workbook may hold millions of them, so they lie in a file of their own, each behind its length;
 * what is held is where every sixteenth begins, and those asked for last. For one thread, first to add and then to get.
 */
final class SharedStrings implements Closeable {
    /** Twenty texts for each row of the largest sheet; where they begin takes 10 MB. */
    private static final int MOST = 20_000_000;

    private static final int STEP = 16;
    private static final int KEPT = 4096;
    private static final int LONGEST_KEPT = 256;
    private static final int BUFFER = 64 * 1024;
    private static final int WINDOW = 4096;

    private final FileChannel file;
    private final ByteBuffer unwritten = ByteBuffer.allocate(BUFFER);
    private final Map<Integer, String> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, String> eldest) {
            return size() > KEPT;
        }
    };
    private long[] starts = new long[64];
    private int count;
    private long length;
    private ByteBuffer window = ByteBuffer.allocate(0);
    private long windowStart;

    SharedStrings() throws IOException {
        Path path = Files.createTempFile("tickmark-texts-", ".tmp");
        file = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    /** How many there are. */
    int size() {
        return count;
    }

    /** Adds the next text. */
    void add(String text) throws IOException {
        if (count == MOST) {
            throw Problems.refusal(ErrorClass.E3, "texts", MOST)
                    .where("sharedStrings")
                    .exception();
        }
        if (count % STEP == 0) {
            int step = count / STEP;
            starts = step == starts.length ? Arrays.copyOf(starts, 2 * step) : starts;
            starts[step] = length;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (Integer.BYTES + bytes.length > unwritten.remaining()) {
            flush();
        }
        unwritten.putInt(bytes.length);
        if (bytes.length > unwritten.remaining()) {
            flush();
            write(ByteBuffer.wrap(bytes));
        } else {
            unwritten.put(bytes);
        }
        length += Integer.BYTES + bytes.length;
        count++;
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }

    /** Ends the adding. */
    void flush() throws IOException {
        write(unwritten.flip());
        unwritten.clear();
    }

    /** The text of this number, from 0. */
    String get(int number) throws IOException {
        String known = kept.get(number);
        if (known != null) {
            return known;
        }
        String text = find(number);
        if (text.length() <= LONGEST_KEPT) {
            kept.put(number, text);
        }
        return text;
    }

    private String find(int number) throws IOException {
        long at = starts[number / STEP];
        for (int before = number % STEP; before > 0; before--) {
            at += Integer.BYTES + lengthAt(at);
        }
        int bytes = lengthAt(at);
        int offset = look(at + Integer.BYTES, bytes);
        return new String(window.array(), offset, bytes, StandardCharsets.UTF_8);
    }

    private int lengthAt(long at) throws IOException {
        int offset = look(at, Integer.BYTES);
        return window.getInt(offset);
    }

    /** Brings a part of the file into the window; returns where in it. */
    private int look(long start, int bytes) throws IOException {
        if (start < windowStart || start + bytes > windowStart + window.limit()) {
            window = ByteBuffer.allocate((int) Math.min(Math.max(bytes, WINDOW), length - start));
            windowStart = start;
            while (window.hasRemaining() && file.read(window, start + window.position()) >= 0) {
                // reads on
            }
            window.flip();
        }
        return (int) (start - windowStart);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
