package org.tickmark.reconciliation.engine;

import java.util.List;
import org.tickmark.api.message.Message;
import org.tickmark.api.rule.RuleParameter;

/** The parameters of the kinds that come with Tickmark: one name means the same in all of them. */
final class Parameters {
    private Parameters() {}

    static RuleParameter number(String name, int standard, int lowest, int highest) {
        return RuleParameter.number(name, standard, lowest, highest, help(name));
    }

    static RuleParameter amount(String name, int standard, int lowest, int highest) {
        return RuleParameter.amount(name, standard, lowest, highest, help(name));
    }

    static RuleParameter word(String name, String standard, String... words) {
        return RuleParameter.word(name, standard, List.of(words), help(name));
    }

    static RuleParameter text(String name, int longest) {
        return RuleParameter.text(name, "", longest, help(name));
    }

    private static Message help(String name) {
        return Wording.message("parameter." + name);
    }
}
