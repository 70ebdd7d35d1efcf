package org.tickmark.calendar.ics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tickmark.api.TickmarkException;
import org.tickmark.calendar.ics.IcsReader.ReadCalendar;
import org.tickmark.calendar.ics.IcsReader.ReadItem;
import org.tickmark.calendar.series.Dial;
import org.tickmark.calendar.series.RandomEdits;

/** Damaged files are read as far as they can be, or refused with a problem; nothing else comes. */
class IcsFuzzTest {
    private static final int TEXTS = Integer.getInteger("tickmark.calendar.damaged", 500);
    private static final String CHARACTERS = ":;,=\\\"\r\n 0123456789TZPDHM-+/ABCRULEFQÅ\0";

    @Test
    void refusesOrReadsDamagedFiles() {
        for (int i = 0; i < TEXTS; i++) {
            Random random = new Random(i);
            String text = damaged(IcsTest.written(RandomEdits.edited(i % 50, new Dial("Europe/Oslo", false))), random);
            try {
                ReadCalendar read = IcsReader.read(text, "file.ics", "kari");
                for (ReadItem item : read.items()) {
                    assertThat(item.item().content().occurrences().limit(3).map(one -> one.end()))
                            .hasSizeLessThan(4);
                }
            } catch (TickmarkException refused) {
                assertThat(refused.problem().code()).isEqualTo("calendar.invalid");
            } catch (RuntimeException e) {
                fail("Text " + i + ":\n" + text, e);
            }
        }
    }

    private static String damaged(String text, Random random) {
        StringBuilder damaged = new StringBuilder(text);
        for (int i = 0; i < 1 + random.nextInt(6); i++) {
            int at = random.nextInt(damaged.length());
            char one = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
            switch (random.nextInt(4)) {
                case 0 -> damaged.setCharAt(at, one);
                case 1 -> damaged.insert(at, one);
                case 2 -> damaged.deleteCharAt(at);
                default ->
                    damaged.insert(at, damaged.substring(at, Math.min(damaged.length(), at + random.nextInt(40))));
            }
        }
        return damaged.toString();
    }
}
