package org.tickmark.recurrence.form;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickmark.recurrence.RuleSyntaxException;

/** Canonical texts, cron expressions above all, mutated. How many: see {@link Fuzz}. */
class RulesFuzzTest {
    @Test
    void throwsNothingButTheDocumentedExceptionAndNeverTakesLong() {
        Fuzz.run(seeds(), text -> {
            try {
                Rules.parse(text);
            } catch (RuleSyntaxException documented) {
                requirePosition(documented);
            }
        });
    }

    private static void requirePosition(RuleSyntaxException refused) {
        if (refused.position() < 0 || refused.position() > refused.text().length()) {
            throw new IllegalStateException("position " + refused.position() + " of " + refused.text());
        }
    }

    private static List<String> seeds() {
        List<String> seeds = new ArrayList<>();
        Rows.of(RulesFuzzTest.class, "texts.tsv").forEach(row -> seeds.add(row.get("text")));
        for (int i = 0; i < 300; i++) {
            RandomForms forms = new RandomForms(i);
            seeds.add(forms.unix().text());
            seeds.add(forms.quartz().text());
            seeds.add(forms.form().text());
        }
        return seeds;
    }
}
