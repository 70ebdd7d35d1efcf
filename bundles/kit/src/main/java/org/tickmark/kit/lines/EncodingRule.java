package org.tickmark.kit.lines;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the character encoding of a format's files is decided: valid UTF-8 with letters outside ASCII is UTF-8; else the candidate wins in which most
 * bytes outside ASCII are letters of Nordic and other western names. Immutable.
 */
public final class EncodingRule {
    /** The letters counted. */
    private static final String LETTERS = "äåöÄÅÖéæÆøØüÜèêàç";

    private static final Charset CODE_PAGE_437 = Charset.forName("IBM437");
    private static final Charset CODE_PAGE_850 = Charset.forName("IBM850");
    private static final int LONGEST_SEQUENCE = 4;
    private static final int BYTE_VALUES = 256;

    private final Optional<Encoding> fixed;
    private final List<Candidate> candidates;

    /** An encoding that a file may have, and which bytes are letters in it. */
    private static final class Candidate {
        private final Charset charset;
        private final boolean[] letters = new boolean[BYTE_VALUES];

        Candidate(Charset charset) {
            this.charset = charset;
            // Programs that said code page 437 wrote the Danish and Norwegian o where code page 850 has it.
            Charset counted = charset.equals(CODE_PAGE_437) ? CODE_PAGE_850 : charset;
            for (byte letter : LETTERS.getBytes(counted)) {
                letters[letter & 0xFF] = letter < 0;
            }
        }

        int count(byte[] bytes, int from, int to) {
            int count = 0;
            for (int i = from; i < to; i++) {
                count += letters[bytes[i] & 0xFF] ? 1 : 0;
            }
            return count;
        }
    }

    private EncodingRule(Optional<Encoding> fixed, List<Candidate> candidates) {
        this.fixed = fixed;
        this.candidates = candidates;
    }

    /**
     * Decides by the bytes.
     *
     * @param usual the encoding of one byte a letter that is taken when the bytes speak for none, uncertainly
     * @param others those that the format's files also come in
     */
    public static EncodingRule byBytes(Charset usual, Charset... others) {
        List<Candidate> candidates = Stream.concat(Stream.of(usual), Arrays.stream(others))
                .map(Candidate::new)
                .toList();
        return new EncodingRule(Optional.empty(), candidates);
    }

    /** Takes an encoding whatever the bytes say. */
    public static EncodingRule fixed(Charset charset) {
        return new EncodingRule(Optional.of(new Encoding(charset, true)), List.of());
    }

    /** The encoding that holds whatever the bytes say, if any. */
    Optional<Encoding> fixed() {
        return fixed;
    }

    /**
     * The encoding of a piece of a file with bytes outside ASCII, without which every encoding reads the same.
     *
     * @param atEnd whether the file ends here; otherwise the last letter may be cut
     */
    Encoding decide(byte[] bytes, int from, int to, boolean atEnd) {
        if (fixed.isPresent()) {
            return fixed.get();
        } else if (isUtf8(bytes, from, to, atEnd)) {
            return new Encoding(StandardCharsets.UTF_8, true);
        }
        Candidate best = candidates.get(0);
        int most = best.count(bytes, from, to);
        boolean certain = most > 0;
        for (Candidate other : candidates.subList(1, candidates.size())) {
            int count = other.count(bytes, from, to);
            if (count > most) {
                best = other;
                most = count;
                certain = true;
            } else if (count == most) {
                certain = false;
            }
        }
        return new Encoding(best.charset, certain);
    }

    private static boolean isUtf8(byte[] bytes, int from, int to, boolean atEnd) {
        int i = from;
        while (i < to) {
            int length = sequenceLength(bytes[i]);
            if (length == 0) {
                return false;
            }
            for (int k = 1; k < length; k++) {
                if (i + k >= to) {
                    return !atEnd;
                }
                if ((bytes[i + k] & 0xC0) != 0x80) {
                    return false;
                }
            }
            i += length;
        }
        return true;
    }

    /** How many bytes a letter takes that begins with this one; 0 when none does. */
    private static int sequenceLength(byte first) {
        int ones = Integer.numberOfLeadingZeros(~(first << 24));
        boolean overlong = (first & 0xFF) == 0xC0 || (first & 0xFF) == 0xC1;
        if (ones == 0) {
            return 1;
        }
        return ones == 1 || ones > LONGEST_SEQUENCE || overlong ? 0 : ones;
    }
}
