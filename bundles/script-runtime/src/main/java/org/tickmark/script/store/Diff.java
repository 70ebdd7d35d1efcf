package org.tickmark.script.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What is different in another text, line by line, as a unified diff. The shortest one, after E. W. Myers, "An O(ND) Difference Algorithm and Its
 * Variations" (1986); beyond {@value #MOST_EDITS} edits all that lies between the first and the last difference is one change.
 */
final class Diff {
    private static final int CONTEXT = 3;
    private static final int MOST_EDITS = 1_000;

    private final List<String> before;
    private final List<String> after;
    private final List<Line> script = new ArrayList<>();

    private Diff(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
    }

    /**
     * One line of the way from one text to the other.
     *
     * @param sign blank, minus or plus
     */
    private record Line(char sign, String text) {}

    /** The differences; empty if there are none. */
    static String unified(String before, String after, String nameBefore, String nameAfter) {
        if (before.equals(after)) {
            return "";
        }
        Diff diff = new Diff(lines(before), lines(after));
        diff.compare();
        return "--- " + nameBefore + "\n+++ " + nameAfter + "\n" + diff.hunks();
    }

    private static List<String> lines(String text) {
        return text.lines().toList();
    }

    private void compare() {
        int start = 0;
        int shorter = Math.min(before.size(), after.size());
        while (start < shorter && before.get(start).equals(after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        add(' ', before.subList(0, start));
        between(before.subList(start, before.size() - end), after.subList(start, after.size() - end));
        add(' ', before.subList(before.size() - end, before.size()));
    }

    private void add(char sign, List<String> lines) {
        lines.forEach(line -> script.add(new Line(sign, line)));
    }

    private void between(List<String> left, List<String> right) {
        List<int[]> rounds = rounds(left, right);
        if (rounds.isEmpty()) {
            add('-', left);
            add('+', right);
            return;
        }
        List<Line> reversed = new ArrayList<>();
        int x = left.size();
        int y = right.size();
        for (int d = rounds.size() - 1; d > 0; d--) {
            int[] reached = rounds.get(d - 1);
            int offset = reached.length / 2;
            int k = x - y;
            boolean down = k == -d || (k != d && reached[offset + k - 1] < reached[offset + k + 1]);
            int fromX = reached[offset + (down ? k + 1 : k - 1)];
            int fromY = fromX - (down ? k + 1 : k - 1);
            while (x > fromX && y > fromY) {
                reversed.add(new Line(' ', left.get(x - 1)));
                x--;
                y--;
            }
            reversed.add(down ? new Line('+', right.get(y - 1)) : new Line('-', left.get(x - 1)));
            x = fromX;
            y = fromY;
        }
        while (x > 0) {
            reversed.add(new Line(' ', left.get(x - 1)));
            x--;
        }
        Collections.reverse(reversed);
        script.addAll(reversed);
    }

    /** How far along each diagonal each number of edits reaches, until the ends are reached; empty if that takes too many. */
    private static List<int[]> rounds(List<String> left, List<String> right) {
        int most = Math.min(left.size() + right.size(), MOST_EDITS);
        List<int[]> rounds = new ArrayList<>();
        int[] reached = new int[2 * most + 3];
        int offset = most + 1;
        for (int d = 0; d <= most; d++) {
            for (int k = -d; k <= d; k += 2) {
                boolean down = k == -d || (k != d && reached[offset + k - 1] < reached[offset + k + 1]);
                int x = down ? reached[offset + k + 1] : reached[offset + k - 1] + 1;
                int y = x - k;
                while (x < left.size() && y < right.size() && left.get(x).equals(right.get(y))) {
                    x++;
                    y++;
                }
                reached[offset + k] = x;
                if (x >= left.size() && y >= right.size()) {
                    rounds.add(reached);
                    return rounds;
                }
            }
            rounds.add(Arrays.copyOf(reached, reached.length));
        }
        return List.of();
    }

    private String hunks() {
        StringBuilder out = new StringBuilder();
        int next = 0;
        while (next < script.size()) {
            int change = next;
            while (change < script.size() && script.get(change).sign() == ' ') {
                change++;
            }
            if (change == script.size()) {
                break;
            }
            int from = Math.max(next, change - CONTEXT);
            int to = end(change);
            hunk(out, from, to);
            next = to;
        }
        return out.toString();
    }

    /** Where the hunk with this change ends: some lines after the last change that is near the one before it. */
    private int end(int change) {
        int last = change;
        for (int i = change; i < script.size() && i - last <= 2 * CONTEXT; i++) {
            if (script.get(i).sign() != ' ') {
                last = i;
            }
        }
        return Math.min(script.size(), last + 1 + CONTEXT);
    }

    private void hunk(StringBuilder out, int from, int to) {
        out.append("@@ -")
                .append(range(from, to, '+'))
                .append(" +")
                .append(range(from, to, '-'))
                .append(" @@\n");
        script.subList(from, to)
                .forEach(line -> out.append(line.sign()).append(line.text()).append('\n'));
    }

    /** First line and number of lines on one side, which lines of the other sign are not on. */
    private String range(int from, int to, char other) {
        long first = script.subList(0, from).stream()
                .filter(line -> line.sign() != other)
                .count();
        long count = script.subList(from, to).stream()
                .filter(line -> line.sign() != other)
                .count();
        return (count == 0 ? first : first + 1) + "," + count;
    }
}
