package org.tickmark.testkit.importer;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Damaged copies of files without end, the same ones each time. A copy that makes who reads it do something that none before it did is kept and damaged
 * further: so damage goes deeper than any single one would.
 *
 * <p>How many files to read is said by the system property {@code tickmark.fuzz}, else by the caller; where the copies start, by
 * {@code tickmark.fuzz.seed}. For one thread.
 */
public final class DamagedFiles {
    private static final long SEED = 20_261_122;
    private static final int MOST_DAMAGES = 8;
    private static final int LONGEST_CUT = 40;
    private static final int LONGEST_COPY = 200;
    private static final int MOST_KEPT = 500;
    private static final int LARGEST_KEPT = 16 * 1024;

    private final Random random = new Random(Long.getLong("tickmark.fuzz.seed", SEED));
    private final List<byte[]> files;
    private final List<byte[]> pieces;
    private final Set<String> conduct = new HashSet<>();

    private DamagedFiles(List<byte[]> files, List<byte[]> pieces) {
        this.files = new ArrayList<>(files);
        this.pieces = List.copyOf(pieces);
    }

    /**
     * Copies of files.
     *
     * @param files valid files, at most some kilobytes each; one at least
     * @param pieces what is put into them, such as separators and words of the format; one at least
     */
    public static DamagedFiles of(List<byte[]> files, List<String> pieces) {
        if (files.isEmpty() || pieces.isEmpty()) {
            throw new IllegalArgumentException("no file to damage, or nothing to put into it");
        }
        return new DamagedFiles(
                files,
                pieces.stream()
                        .map(piece -> piece.getBytes(StandardCharsets.UTF_8))
                        .toList());
    }

    /**
     * How many files to read.
     *
     * @param usual how many, when the system property does not say
     */
    public static int count(int usual) {
        return Integer.getInteger("tickmark.fuzz", usual);
    }

    /** The next copy. */
    public byte[] next() {
        byte[] file = files.get(random.nextInt(files.size()));
        for (int i = random.nextInt(MOST_DAMAGES); i >= 0; i--) {
            file = damage(file);
        }
        return random.nextInt(8) == 0 ? Arrays.copyOf(file, random.nextInt(file.length + 1)) : file;
    }

    /**
     * Says what became of a copy.
     *
     * @param did what who read it did, told so that the same conduct is the same text
     */
    public void learn(byte[] file, String did) {
        boolean isNew = conduct.add(did);
        if (isNew && files.size() < MOST_KEPT && file.length <= LARGEST_KEPT) {
            files.add(file);
        }
    }

    private byte[] damage(byte[] file) {
        int at = random.nextInt(file.length + 1);
        int cut = Math.min(file.length, at + random.nextInt(LONGEST_CUT));
        return switch (random.nextInt(4)) {
            case 0 -> joined(file, at, pieces.get(random.nextInt(pieces.size())), at);
            case 1 -> joined(file, at, new byte[0], cut);
            case 2 -> joined(file, at, new byte[] {(byte) random.nextInt()}, Math.min(file.length, at + 1));
            default -> {
                byte[] other = files.get(random.nextInt(files.size()));
                int from = random.nextInt(other.length + 1);
                int to = Math.min(other.length, from + random.nextInt(LONGEST_COPY));
                yield joined(file, at, Arrays.copyOfRange(other, from, to), at);
            }
        };
    }

    private static byte[] joined(byte[] file, int firstEnd, byte[] piece, int secondStart) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.write(file, 0, firstEnd);
        joined.writeBytes(piece);
        joined.write(file, secondStart, file.length - secondStart);
        return joined.toByteArray();
    }
}
