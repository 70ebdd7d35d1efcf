package org.tickmark.script.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DiffTest {
    @Test
    void theSameTextHasNoDifference() {
        assertThat(Diff.unified("a\nb\n", "a\nb\n", "1", "2")).isEmpty();
    }

    @Test
    void aChangeStandsAmongThreeLinesOnEitherSide() {
        String before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";
        String after = "1\n2\n3\n4\nfive\n6\n7\n8\n9\n";

        assertThat(Diff.unified(before, after, "a", "b")).isEqualTo("""
                --- a
                +++ b
                @@ -2,7 +2,7 @@
                 2
                 3
                 4
                -5
                +five
                 6
                 7
                 8
                """);
    }

    @Test
    void changesFarApartAreHunksOfTheirOwn() {
        StringBuilder before = new StringBuilder("first\n");
        StringBuilder after = new StringBuilder("FIRST\n");
        for (int line = 0; line < 20; line++) {
            before.append(line).append('\n');
            after.append(line).append('\n');
        }
        after.append("last\n");

        assertThat(Diff.unified(before.toString(), after.toString(), "a", "b").lines())
                .filteredOn(line -> line.startsWith("@@"))
                .containsExactly("@@ -1,4 +1,4 @@", "@@ -19,3 +19,4 @@");
    }

    @Test
    void aTextFromNothing() {
        assertThat(Diff.unified("", "a\n", "1", "2")).endsWith("@@ -0,0 +1,1 @@\n+a\n");
    }

    @Test
    void whatIsTakenAwayAndAddedLeadsFromOneTextToTheOther() {
        Random random = new Random(1);
        for (int round = 0; round < 500; round++) {
            String before = text(random);
            String after = text(random);
            List<String> lines = new ArrayList<>(
                    Diff.unified(before, after, "a", "b").lines().skip(2).toList());
            assertThat(applied(before, lines)).isEqualTo(after.lines().toList());
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int lines = random.nextInt(30);
        for (int line = 0; line < lines; line++) {
            text.append((char) ('a' + random.nextInt(4))).append('\n');
        }
        return text.toString();
    }

    /** Does with a text what a diff says. */
    private static List<String> applied(String before, List<String> diff) {
        List<String> old = before.lines().toList();
        List<String> result = new ArrayList<>();
        int next = 0;
        for (String line : diff) {
            if (line.startsWith("@@")) {
                String[] range = line.substring(4, line.indexOf(' ', 4)).split(",", -1);
                int start = Integer.parseInt(range[0]) - (range[1].equals("0") ? 0 : 1);
                result.addAll(old.subList(next, start));
                next = start;
            } else if (line.startsWith("+")) {
                result.add(line.substring(1));
            } else {
                assertThat(old.get(next)).isEqualTo(line.substring(1));
                next++;
                if (line.startsWith(" ")) {
                    result.add(line.substring(1));
                }
            }
        }
        result.addAll(old.subList(next, old.size()));
        return result;
    }
}
