package org.tickmark.recurrence.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tickmark.recurrence.form.RandomForms;
import org.tickmark.recurrence.form.RandomRrules;
import org.tickmark.recurrence.form.Rrule;
import org.tickmark.recurrence.form.RuleForm;

/**
 * Random rules and forms, written and read back in each language. How many is said by the system property
 * {@code tickmark.recurrence.sentences}.
 */
class WordsRoundTripTest {
    private static final int RULES = Integer.getInteger("tickmark.recurrence.sentences", 1000);
    private static final long SEED = Long.getLong("tickmark.recurrence.seed", 2445);

    @ParameterizedTest
    @EnumSource(Language.class)
    void readsBackEveryRuleThatItWrites(Language language) {
        for (int i = 0; i < RULES; i++) {
            check(Words.in(language), new Rrule(new RandomRrules(SEED + i).rule()));
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void readsBackEveryFormThatItWrites(Language language) {
        for (int i = 0; i < RULES / 4; i++) {
            check(Words.in(language), new RandomForms(SEED + i).form());
        }
    }

    private static void check(Words words, RuleForm form) {
        String sentence = words.write(form);
        Reading reading = words.read(sentence);
        RuleForm expected = SameRule.as(form);
        if (!reading.equals(new Reading.Understood(expected))) {
            String read = reading instanceof Reading.Understood understood
                    ? understood.form().text()
                    : reading.toString();
            assertThat(read).as(form.text() + "\n" + sentence).isEqualTo(expected.text());
        }
    }
}
