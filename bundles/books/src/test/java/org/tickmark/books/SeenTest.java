package org.tickmark.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickmark.kit.hash.Sha256;

class SeenTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 1000, 20_000})
    void knowsAllThatWasAddedAndHardlyAnythingElse(int count) {
        Seen seen = new Seen(count);
        IntStream.range(0, count).forEach(number -> seen.add(identity(number)));

        assertThat(IntStream.range(0, count)).allMatch(number -> seen.mayHold(identity(number)));
        assertThat(IntStream.range(count, count + 10_000)
                        .filter(number -> seen.mayHold(identity(number)))
                        .count())
                .isLessThan(300);
    }

    @Test
    void takesMoreThanItHasRoomFor() {
        Seen seen = new Seen(1);
        IntStream.range(0, 5000).forEach(number -> seen.add(identity(number)));

        assertThat(IntStream.range(0, 5000)).allMatch(number -> seen.mayHold(identity(number)));
    }

    private static String identity(int number) {
        return "20261104-" + Sha256.hex(Integer.toString(number));
    }
}
