package org.tickmark.kit.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistanceTest {
    @ParameterizedTest
    @CsvSource({
        "'', '', 0",
        "'', abc, 3",
        "abc, '', 3",
        "same, same, 0",
        "kitten, sitting, 3",
        "list, lsit, 1",
        "folder, fodler, 1",
        "archive, archiv, 1",
        "ab, ba, 1",
        "abc, cab, 2"
    })
    void countsEdits(String left, String right, int distance) {
        assertThat(Distance.bounded(left, right, 10)).isEqualTo(distance);
        assertThat(Distance.bounded(right, left, 10)).isEqualTo(distance);
        assertThat(Distance.bounded(left, right, distance)).isEqualTo(distance);
    }

    @Test
    void stopsAtTheBound() {
        assertThat(Distance.bounded("kitten", "sitting", 2)).isEqualTo(3);
        assertThat(Distance.bounded("a", "abcdefgh", 2)).isEqualTo(3);
        assertThat(Distance.bounded("abcdefgh", "zyxwvuts", 3)).isEqualTo(4);
        assertThat(Distance.bounded("a", "b", 0)).isEqualTo(1);
    }

    @Test
    void suggestsTheNearestWord() {
        List<String> known = List.of("format", "folder", "archive", "unit");

        assertThat(Distance.nearest("foldr", known)).contains("folder");
        assertThat(Distance.nearest("FORMAT", known)).contains("format");
        assertThat(Distance.nearest("unti", known)).contains("unit");
        assertThat(Distance.nearest("zzz", known)).isEmpty();
        assertThat(Distance.nearest("x", List.of())).isEmpty();
    }

    @Test
    void prefersTheAlphabeticallyFirstOfEquals() {
        assertThat(Distance.nearest("cat", List.of("hat", "bat"))).contains("bat");
    }
}
