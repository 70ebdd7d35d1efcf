package org.tickmark.kit.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearMissTest {
    @ParameterizedTest
    @CsvSource({
        "1234574, 1234584, SUBSTITUTION",
        "1234574, 9234574, SUBSTITUTION",
        "1234574, 1234575, SUBSTITUTION",
        "1234574, 2134574, SWAP",
        "1234574, 1234547, SWAP",
        "1234574, 123457, CUT_TAIL",
        "1234574, 12345, CUT_TAIL"
    })
    void tellsWhichSlipItWas(String left, String right, NearMiss slip) {
        assertThat(NearMiss.between(left, right)).contains(slip);
        assertThat(NearMiss.between(right, left)).contains(slip);
    }

    @ParameterizedTest
    @CsvSource({
        "1234574, 1234574",
        "1234574, 1234",
        "1234574, 234574",
        "1234574, 1334584",
        "1234574, 1432574",
        "12, 34",
        "'', 1",
        "'', ''"
    })
    void findsNoSlipElsewhere(String left, String right) {
        assertThat(NearMiss.between(left, right)).isEmpty();
        assertThat(NearMiss.between(right, left)).isEmpty();
    }

    @Test
    void knowsASwapFromTwoSubstitutions() {
        assertThat(NearMiss.between("1122", "1212")).contains(NearMiss.SWAP);
        assertThat(NearMiss.between("1122", "1331")).isEmpty();
    }
}
