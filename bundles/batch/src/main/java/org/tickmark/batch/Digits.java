package org.tickmark.batch;

/** Digits and the few signs that charts need, five dots wide and seven high. */
final class Digits {
    static final int HEIGHT = 7;

    private static final int WIDTH = 5;
    private static final int STEP = WIDTH + 1;
    private static final String SIGNS = "0123456789->";
    /** A line of a sign each, its dots as bits from the left. */
    private static final int[][] DOTS = {
        {0b01110, 0b10001, 0b10011, 0b10101, 0b11001, 0b10001, 0b01110},
        {0b00100, 0b01100, 0b00100, 0b00100, 0b00100, 0b00100, 0b01110},
        {0b01110, 0b10001, 0b00001, 0b00110, 0b01000, 0b10000, 0b11111},
        {0b01110, 0b10001, 0b00001, 0b00110, 0b00001, 0b10001, 0b01110},
        {0b00010, 0b00110, 0b01010, 0b10010, 0b11111, 0b00010, 0b00010},
        {0b11111, 0b10000, 0b11110, 0b00001, 0b00001, 0b10001, 0b01110},
        {0b00110, 0b01000, 0b10000, 0b11110, 0b10001, 0b10001, 0b01110},
        {0b11111, 0b00001, 0b00010, 0b00100, 0b01000, 0b01000, 0b01000},
        {0b01110, 0b10001, 0b10001, 0b01110, 0b10001, 0b10001, 0b01110},
        {0b01110, 0b10001, 0b10001, 0b01111, 0b00001, 0b00010, 0b01100},
        {0b00000, 0b00000, 0b00000, 0b01110, 0b00000, 0b00000, 0b00000},
        {0b01000, 0b00100, 0b00010, 0b00001, 0b00010, 0b00100, 0b01000}
    };

    private Digits() {}

    /** How many dots wide a text is. */
    static int width(String text) {
        return Math.max(0, text.length() * STEP - 1);
    }

    /**
     * Draws a text.
     *
     * @param scale how large each dot is
     */
    static void draw(Canvas canvas, String text, int left, int top, int scale) {
        for (int place = 0; place < text.length(); place++) {
            int[] dots = DOTS[SIGNS.indexOf(text.charAt(place))];
            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    if ((dots[y] >> (WIDTH - 1 - x) & 1) == 1) {
                        int from = left + (place * STEP + x) * scale;
                        canvas.fill(from, top + y * scale, scale, scale, Canvas.Colour.TEXT);
                    }
                }
            }
        }
    }
}
