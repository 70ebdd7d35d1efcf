package org.tickmark.kit.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class Bytes8Test {
    private static final byte[] LETTERS = {'a', 0, '\n', '\r', 0x0B, 0x0C, 0x0E, (byte) 0x8A, (byte) 0x8D, (byte) 0xFF};

    @Test
    void findsWhatALoopFinds() {
        Random random = new Random(20_261_126);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[random.nextInt(40)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = random.nextInt(4) == 0 ? LETTERS[random.nextInt(LETTERS.length)] : (byte) 'x';
            }
            int from = random.nextInt(bytes.length + 1);
            int to = from + random.nextInt(bytes.length - from + 1);

            assertThat(Bytes8.lineEnd(bytes, from, to)).isEqualTo(lineEnd(bytes, from, to));
            assertThat(Bytes8.holdsOther(bytes, from, to)).isEqualTo(holdsOther(bytes, from, to));
        }
    }

    private static int lineEnd(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && bytes[i] != '\n' && bytes[i] != '\r') {
            i++;
        }
        return i;
    }

    private static boolean holdsOther(byte[] bytes, int from, int to) {
        boolean other = false;
        for (int i = from; i < to; i++) {
            other |= bytes[i] < 0;
        }
        return other;
    }
}
