package org.tickmark.kit.lines;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinePlaceTest {
    @Test
    void countsAsPeopleDo() {
        LinePlace place = new LinePlace();

        for (int number = 1; number <= 10_100; number++) {
            place.next();
            assertThat(place).hasToString("line " + number);
        }
    }
}
