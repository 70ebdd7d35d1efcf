package org.tickmark.recurrence.words;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickmark.recurrence.form.Fuzz;
import org.tickmark.recurrence.form.RandomForms;
import org.tickmark.recurrence.form.RandomRrules;
import org.tickmark.recurrence.form.Rrule;

/**
 * Sentences with characters and words lost, doubled, swapped and strewn in. How many is said by the system property
 * {@code tickmark.recurrence.texts}.
 */
class WordsFuzzTest {
    @Test
    void neverThrowsAndNeverTakesLong() {
        Fuzz.run(seeds(), text -> {
            for (Language language : Language.values()) {
                Words.in(language).read(text);
            }
        });
    }

    private static List<String> seeds() {
        List<String> seeds = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            for (Language language : Language.values()) {
                seeds.add(Words.in(language).write(new Rrule(new RandomRrules(i).rule())));
                seeds.add(Words.in(language).write(new RandomForms(i).form()));
            }
        }
        return seeds;
    }
}
