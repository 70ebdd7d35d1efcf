package org.tickmark.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class BarChartTest {
    private static final int BAR = 0xff2b5c8a;
    private static final int TEXT = 0xff1a1a1a;

    @Test
    void aBarIsAsHighAsItsValueIsLarge() throws IOException {
        BufferedImage picture = read(new BarChart(List.of("0-7", ">90", "1"), List.of(40L, 10L, 0L)));
        assertThat(dots(picture, 0, BAR)).isEqualTo(4 * dots(picture, 1, BAR)).isPositive();
        assertThat(dots(picture, 2, BAR)).isZero();
    }

    @Test
    void valuesAndLabelsAreWrittenEvenIfTheyAreLong() throws IOException {
        BufferedImage picture = read(new BarChart(List.of("05-31", "06-01"), List.of(9_999_999_999L, 1L)));
        assertThat(dots(picture, 0, TEXT)).isPositive();
        assertThat(dots(picture, 1, TEXT)).isPositive();
    }

    @Test
    void theSameValuesGiveTheSamePicture() {
        BarChart chart = new BarChart(List.of("0-7"), List.of(3L));
        assertThat(chart.png()).isEqualTo(new BarChart(List.of("0-7"), List.of(3L)).png());
        assertThat(chart.png().length).isLessThan(2_000);
    }

    @Test
    void refusesWhatItCannotDraw() {
        assertThatThrownBy(() -> new BarChart(List.of("1"), List.of(-1L))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BarChart(List.of("1"), List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static BufferedImage read(BarChart chart) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(chart.png()));
    }

    /** How many dots of a colour there are at the place of a bar. */
    private static int dots(BufferedImage picture, int bar, int colour) {
        int dots = 0;
        for (int x = 8 + bar * 68; x < 8 + (bar + 1) * 68; x++) {
            for (int y = 0; y < picture.getHeight(); y++) {
                dots += picture.getRGB(x, y) == colour ? 1 : 0;
            }
        }
        return dots;
    }
}
