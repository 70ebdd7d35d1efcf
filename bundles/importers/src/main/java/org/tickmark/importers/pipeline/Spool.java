package org.tickmark.importers.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.tickmark.api.host.imports.NumberedEntry;
import org.tickmark.api.importer.ImportedEntry;

/**
 * Entries on disk between reading a file and booking it, so that a file of any size needs little memory. The statements of
 * a ledger come mixed: each gathers its entries in a small block, and full blocks go to the one file. For one thread.
 */
final class Spool implements EntryStore, AutoCloseable {
    private static final int BLOCK = 8 * 1024;

    private final Path file;
    private final FileChannel channel;
    private final Map<Integer, Chain> chains = new HashMap<>();
    private long entries;

    /** A new spool in this folder; it is removed when it is closed. */
    Spool(Path folder) throws IOException {
        file = Files.createTempFile(folder, "spool", ".bin");
        channel = FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    /** Where a full block lies. */
    private record Block(long offset, int length) {}

    /** The blocks of one statement. */
    private static final class Chain {
        private final List<Block> blocks = new ArrayList<>();
        private final SpoolOutput out = new SpoolOutput();
    }

    @Override
    public void add(int statement, ImportedEntry entry) {
        Chain chain = chains.computeIfAbsent(statement, number -> new Chain());
        chain.out.number(++entries);
        EntryCodec.write(entry, chain.out);
        try {
            if (chain.out.size() >= BLOCK) {
                flush(chain);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void flush(Chain chain) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(chain.out.content());
        Block block = new Block(channel.size(), bytes.remaining());
        for (long position = block.offset(); bytes.hasRemaining(); ) {
            position += channel.write(bytes, position);
        }
        chain.blocks.add(block);
        chain.out.clear();
    }

    @Override
    public Iterable<ImportedEntry> of(int statement) {
        Iterable<NumberedEntry> numbered = numbered(statement);
        return () -> entries(numbered.iterator());
    }

    private static Iterator<ImportedEntry> entries(Iterator<NumberedEntry> numbered) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return numbered.hasNext();
            }

            @Override
            public ImportedEntry next() {
                return numbered.next().entry();
            }
        };
    }

    /** The entries of a statement, each with its number in the file, in the order added, the same at each reading. */
    Iterable<NumberedEntry> numbered(int statement) {
        Chain chain = chains.getOrDefault(statement, new Chain());
        return () -> new Entries(chain);
    }

    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads one block after the other, the one not yet written last. */
    private final class Entries implements Iterator<NumberedEntry> {
        private final Chain chain;
        private int next;
        private SpoolInput block = new SpoolInput(new byte[0]);

        Entries(Chain chain) {
            this.chain = chain;
        }

        @Override
        public boolean hasNext() {
            try {
                while (!block.hasMore() && next <= chain.blocks.size()) {
                    block = new SpoolInput(block(next++));
                }
                return block.hasMore();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public NumberedEntry next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return new NumberedEntry(block.number(), EntryCodec.read(block));
        }

        private byte[] block(int number) throws IOException {
            if (number == chain.blocks.size()) {
                return chain.out.content();
            }
            Block found = chain.blocks.get(number);
            ByteBuffer bytes = ByteBuffer.allocate(found.length());
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, found.offset() + bytes.position()) < 0) {
                    throw new IOException("The spool was cut off at " + found);
                }
            }
            return bytes.array();
        }
    }
}
