package org.tickmark.batch;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tickmark.api.Problem;
import org.tickmark.api.setting.Settings;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.Recurrence;
import org.tickmark.recurrence.form.RuleForm;
import org.tickmark.recurrence.form.Rules;
import org.tickmark.recurrence.words.Language;
import org.tickmark.recurrence.words.Reading;
import org.tickmark.recurrence.words.Words;

/** When a run must have begun, as the setting says: in words, or as a cron expression. */
final class Expected {
    private static final Pattern CRON = Pattern.compile("([-\\d*?/,]+\\s+){2}.*");

    private final Settings settings;
    private final ZoneId zone;

    /** @param zone whose clocks are meant */
    Expected(Settings settings, ZoneId zone) {
        this.settings = settings;
        this.zone = zone;
    }

    /**
     * The time in which a run must have begun.
     *
     * @param after its beginning, exclusive
     * @param by its end, inclusive
     */
    record Time(Instant after, Instant by) {}

    /**
     * The newest time that is over at a moment; empty if no run is expected.
     *
     * @throws org.tickmark.api.TickmarkException with code {@code config.invalid} if the setting cannot be understood
     */
    Optional<Time> last(Instant nowInclusive) {
        String text = settings.get(BatchSettings.EXPECTED);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Recurrence moments = Recurrence.of(Moment.of(Instant.EPOCH, zone), rule(text));
        return moments.previous(nowInclusive.plusNanos(1))
                .map(by -> new Time(moments.previous(by).orElse(Instant.EPOCH), by));
    }

    private static RuleForm rule(String text) {
        if (CRON.matcher(text).matches()) {
            try {
                return Rules.parse("cron:" + text);
            } catch (IllegalArgumentException | DateTimeException e) {
                throw invalid(text, String.valueOf(e.getMessage())).exception(e);
            }
        }
        return Arrays.stream(Language.values())
                .map(language -> Words.in(language).read(text))
                .filter(Reading.Understood.class::isInstance)
                .map(reading -> ((Reading.Understood) reading).form())
                .findFirst()
                .orElseThrow(
                        () -> invalid(text, "weekdays at 07:00; 0 7 * * 1-5").exception());
    }

    private static Problem.Builder invalid(String text, String expected) {
        return Problem.error("config.invalid", Texts.message("expected"))
                .where(BatchSettings.EXPECTED.key())
                .found(text)
                .expected(expected)
                .advice(Texts.message("expected.advice"));
    }
}
