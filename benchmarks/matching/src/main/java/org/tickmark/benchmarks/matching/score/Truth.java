package org.tickmark.benchmarks.matching.score;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.benchmarks.matching.workload.Group.Expected;

/**
 * What belongs together. Rows are numbered from 0 within their side, groups from 0. Rows of a side with the same content cannot be told
 * from one another. Immutable once filled; safe for reading from many threads.
 */
public final class Truth {
    private final List<String> types = new ArrayList<>();
    private final List<Expected> expected = new ArrayList<>();
    private final SideRows bank = new SideRows();
    private final SideRows ledger = new SideRows();

    private static final class SideRows {
        private int[] groups = new int[1024];
        private long[] contents = new long[1024];
        private long[] amounts = new long[1024];
        private int size;

        void add(int group, long content, long amount) {
            if (size == groups.length) {
                groups = Arrays.copyOf(groups, size * 2);
                contents = Arrays.copyOf(contents, size * 2);
                amounts = Arrays.copyOf(amounts, size * 2);
            }
            groups[size] = group;
            contents[size] = content;
            amounts[size++] = amount;
        }
    }

    /** Adds a group; its number is how many there were. */
    public void addGroup(String type, Expected result) {
        types.add(type.intern());
        expected.add(result);
    }

    /**
     * Adds a row; its number is how many its side had.
     *
     * @param content the same for rows that look the same, see {@link #content}
     * @param minor amount in hundredths
     */
    public void addRow(Side side, int group, long content, long minor) {
        of(side).add(group, content, minor);
    }

    /** Stands for what can be seen of a row: the first eight bytes of its SHA-256. */
    public static long content(String visible) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(visible.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** The same for sets of rows that look the same, whatever their order and names. */
    public long key(List<Integer> bankRows, List<Integer> ledgerRows) {
        return new Contents(this).key(bankRows, ledgerRows);
    }

    private SideRows of(Side side) {
        return side == Side.BANK ? bank : ledger;
    }

    int groups() {
        return types.size();
    }

    String type(int group) {
        return types.get(group);
    }

    Expected expected(int group) {
        return expected.get(group);
    }

    /** How many rows a side has. */
    public int rows(Side side) {
        return of(side).size;
    }

    int group(Side side, int row) {
        return of(side).groups[row];
    }

    long content(Side side, int row) {
        return of(side).contents[row];
    }

    long minor(Side side, int row) {
        return of(side).amounts[row];
    }
}
