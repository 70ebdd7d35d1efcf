package org.tickmark.console.commands;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.message.Message;
import org.tickmark.recurrence.ElapsedRule;
import org.tickmark.recurrence.RecurrenceRule;
import org.tickmark.recurrence.Rule;
import org.tickmark.recurrence.RuleSyntaxException;
import org.tickmark.recurrence.form.Rrule;
import org.tickmark.recurrence.form.RuleForm;
import org.tickmark.recurrence.form.Rules;
import org.tickmark.recurrence.words.Language;
import org.tickmark.recurrence.words.Reading;
import org.tickmark.recurrence.words.Words;

/** Reads rules as people write them on a command line. */
final class RuleInput {
    /** The argument for a rule of any kind. */
    static final String ANY = "RULE";

    /** The options for a rule of one kind. */
    static final String RRULE = "rrule";

    static final String CRON = "cron";
    static final String WORDS = "words";

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern LIKE_RRULE = Pattern.compile("[A-Za-z-]+=\\S.*");
    private static final Pattern LIKE_CRON = Pattern.compile("@\\w+|[-\\d*?/,]+\\s+[-\\d*?/,]+(\\s.*)?");
    private static final Pattern ELAPSED = Pattern.compile("(?i)(X-)?EVERY=.*");
    private static final String EXTENSION = "X-";
    private static final String UNIX = "cron:";
    private static final String QUARTZ = "quartz:";
    private static final int UNIX_FIELDS = 5;

    private final Locale locale;

    /**
     * A reader of rules.
     *
     * @param locale whose language sentences are probably in
     */
    RuleInput(Locale locale) {
        this.locale = locale;
    }

    /** All rules that a call gives, in whatever way; each argument is one. */
    List<Rule> rules(CommandCall call) {
        return rules(call, call.arguments(ANY));
    }

    private List<Rule> rules(CommandCall call, List<String> ofAnyKind) {
        List<Rule> rules = new ArrayList<>();
        ofAnyKind.forEach(given -> rules.add(any(ANY, given.strip())));
        call.options(RRULE).forEach(given -> rules.add(rrule("--" + RRULE, given.strip())));
        call.options(CRON).forEach(given -> rules.add(cron("--" + CRON, given.strip())));
        call.options(WORDS).forEach(given -> rules.add(sentence("--" + WORDS, given.strip())));
        return rules;
    }

    /** A rule of any kind, told by its look. */
    Rule any(String where, String text) {
        if (Rules.isKind(text)) {
            return read(where, text, 0, () -> Rules.parse(text));
        }
        if (LIKE_RRULE.matcher(text).matches()) {
            return rrule(where, text);
        }
        return LIKE_CRON.matcher(text).matches() ? cron(where, text) : sentence(where, text);
    }

    private Rule rrule(String where, String text) {
        if (ELAPSED.matcher(text).matches()) {
            int skipped = text.regionMatches(true, 0, EXTENSION, 0, EXTENSION.length()) ? EXTENSION.length() : 0;
            return read(where, text, skipped, () -> ElapsedRule.parse(text.substring(skipped)));
        }
        return read(where, text, 0, () -> new Rrule(RecurrenceRule.read(text).rule()));
    }

    private RuleForm cron(String where, String text) {
        String kind = BLANKS.split(text).length <= UNIX_FIELDS ? UNIX : QUARTZ;
        return read(where, text, -kind.length(), () -> Rules.parse(kind + text));
    }

    /** A sentence in the caller's language, or else in another. */
    private RuleForm sentence(String where, String text) {
        Language own = Language.of(locale).orElse(Language.ENGLISH);
        List<Reading> readings = Stream.concat(Stream.of(own), Stream.of(Language.values()))
                .map(language -> Words.in(language).read(text))
                .toList();
        return readings.stream()
                .filter(Reading.Understood.class::isInstance)
                .map(reading -> ((Reading.Understood) reading).form())
                .findFirst()
                .orElseThrow(() -> notUnderstood(where, readings));
    }

    /** Told in the language in which most was understood; in the caller's, where it is as good as others. */
    private TickmarkException notUnderstood(String where, List<Reading> readings) {
        Reading.NotUnderstood best = readings.stream()
                .map(Reading.NotUnderstood.class::cast)
                .sorted(Comparator.comparingInt(Reading.NotUnderstood::position).reversed())
                .findFirst()
                .orElseThrow();
        return Problem.error("usage.recur-words", Message.verbatim(best.message()))
                .where(place(where, best.position()))
                .exception();
    }

    /**
     * What the library reads.
     *
     * @param offset what is added to a position that it tells, to have one in the text
     */
    private <T> T read(String where, String text, int offset, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (RuleSyntaxException e) {
            int position = Math.min(Math.max(0, e.position() + offset), text.length());
            throw Texts.problem("usage.recur-syntax", e.reason())
                    .where(place(where, position))
                    .advice(Texts.text("usage.recur-rule.advice"))
                    .exception(e);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Texts.problem("usage.recur-syntax", e.getMessage())
                    .where(where)
                    .found(text)
                    .exception(e);
        }
    }

    private String place(String where, int position) {
        return Texts.text("recur.at", where, position + 1).text(locale);
    }

    /** The one rule that a call gives, if it gives one; all arguments are its words, so that it need not stand in quotation marks. */
    Optional<Rule> rule(CommandCall call) {
        List<String> words = call.arguments(ANY);
        List<Rule> rules = rules(call, words.isEmpty() ? List.of() : List.of(String.join(" ", words)));
        if (rules.size() > 1) {
            throw Texts.problem("usage.recur-one-rule")
                    .found(Integer.toString(rules.size()))
                    .expected("1")
                    .exception();
        }
        return rules.stream().findFirst();
    }
}
