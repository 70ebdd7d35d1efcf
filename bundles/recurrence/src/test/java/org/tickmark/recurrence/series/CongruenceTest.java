package org.tickmark.recurrence.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CongruenceTest {
    @Test
    void findsTheFirstCountThatASearchFinds() {
        Random random = new Random(11);
        for (int round = 0; round < 200_000; round++) {
            int modulus = 1 + random.nextInt(60);
            int least = random.nextInt(modulus);
            int most = least + random.nextInt(modulus - least);
            int start = random.nextInt(200) - 100;
            int step = random.nextInt(200) - 100;
            long found = Congruence.firstBetween(start, step, modulus, least, most);
            long searched = searched(start, step, modulus, least, most);
            if (found != searched) {
                throw new AssertionError(start + " + n * " + step + " mod " + modulus + " in " + least + ".." + most
                        + ": " + found + ", expected " + searched);
            }
        }
    }

    @Test
    void solvesLargeOnesWithoutSearching() {
        long modulus = 1_000_000_007L;
        long count = Congruence.firstBetween(5, 999_999_937L, modulus, 123_456_789L, 123_456_789L);
        assertThat(Math.floorMod(5 + count % modulus * 999_999_937L % modulus, modulus))
                .isEqualTo(123_456_789L);
    }

    @Test
    void solvesWhatDoesNotFitIntoALongOnTheWay() {
        long modulus = 4_000_000_000_000_000_000L;
        assertThat(Congruence.firstBetween(0, modulus - 1, modulus, 1, 1)).isEqualTo(modulus - 1);
        long count = Congruence.firstBetween(0, 2_718_281_828_459_045_235L, 3_141_592_653_589_793_239L, 7, 7);
        assertThat(BigInteger.valueOf(count)
                        .multiply(BigInteger.valueOf(2_718_281_828_459_045_235L))
                        .mod(BigInteger.valueOf(3_141_592_653_589_793_239L)))
                .isEqualTo(BigInteger.valueOf(7));
    }

    private static long searched(long start, long step, long modulus, long least, long most) {
        for (long count = 0; count < modulus; count++) {
            long remainder = Math.floorMod(start + count * step, modulus);
            if (remainder >= least && remainder <= most) {
                return count;
            }
        }
        return Congruence.NONE;
    }
}
