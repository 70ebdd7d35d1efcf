package org.tickmark.batch;

import java.util.List;

/**
 * Bars with their values above and their labels below, as a picture that is the same on every machine: it is drawn with digits of its own, since
 * servers often have no fonts.
 */
final class BarChart {
    private static final int SLOT = 68;
    private static final int BAR = 44;
    private static final int MARGIN = 8;
    private static final int PLOT = 120;
    private static final int LINE = Digits.HEIGHT * 2 + MARGIN;

    private final List<String> labels;
    private final List<Long> values;

    /**
     * A chart.
     *
     * @param labels of digits, {@code -} and {@code >}
     * @param values one a label, none below zero
     */
    BarChart(List<String> labels, List<Long> values) {
        this.labels = List.copyOf(labels);
        this.values = List.copyOf(values);
        if (labels.size() != values.size() || values.stream().anyMatch(value -> value < 0)) {
            throw new IllegalArgumentException(labels + " " + values + ": expected a value from 0 up for each label");
        }
    }

    /** The picture as PNG. */
    byte[] png() {
        Canvas canvas = new Canvas(MARGIN * 2 + SLOT * values.size(), MARGIN * 2 + LINE + PLOT + LINE);
        int floor = MARGIN + LINE + PLOT;
        canvas.fill(MARGIN, floor, SLOT * values.size(), 1, Canvas.Colour.LINE);
        long most = Math.max(1, values.stream().mapToLong(Long::longValue).max().orElse(1));
        for (int bar = 0; bar < values.size(); bar++) {
            int left = MARGIN + bar * SLOT;
            int height = (int) ((values.get(bar) * PLOT + most - 1) / most);
            canvas.fill(left + (SLOT - BAR) / 2, floor - height, BAR, height, Canvas.Colour.BAR);
            centred(canvas, String.valueOf(values.get(bar)), left, floor - height - LINE + MARGIN / 2);
            centred(canvas, labels.get(bar), left, floor + MARGIN);
        }
        return canvas.png();
    }

    private static void centred(Canvas canvas, String text, int left, int top) {
        int scale = Digits.width(text) * 2 <= SLOT ? 2 : 1;
        Digits.draw(canvas, text, left + (SLOT - Digits.width(text) * scale) / 2, top, scale);
    }
}
