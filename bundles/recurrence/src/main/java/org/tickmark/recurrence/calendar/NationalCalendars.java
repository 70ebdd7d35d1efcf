package org.tickmark.recurrence.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The calendars of Norway (NO), Sweden (SE), Denmark (DK) and Finland (FI), each with a layer {@code bank} of days that
 * are no public holidays but on which banks are closed or terms are extended. Their texts name the laws they come from.
 */
public final class NationalCalendars {
    private static final List<String> COUNTRIES = List.of("DK", "FI", "NO", "SE");

    private NationalCalendars() {}

    /** The two-letter codes of the countries, in order. */
    public static List<String> countries() {
        return COUNTRIES;
    }

    /**
     * Finds a calendar by its id: a country's code, and layers with a plus sign before each, such as {@code NO} or
     * {@code SE+bank}. Empty where there is none.
     */
    public static Optional<WorkCalendar> find(String id) {
        String[] parts = id.split("\\+", -1);
        WorkCalendar calendar = Loaded.CALENDARS.get(parts[0]);
        for (int layer = 1; layer < parts.length && calendar != null; layer++) {
            calendar = calendar.layers().contains(parts[layer]) ? calendar.with(parts[layer]) : null;
        }
        return Optional.ofNullable(calendar);
    }

    private static final class Loaded {
        private static final Map<String, WorkCalendar> CALENDARS = new LinkedHashMap<>();

        static {
            COUNTRIES.forEach(
                    country -> CALENDARS.put(country, WorkCalendar.parse(text(country), id -> Optional.empty())));
        }

        private static String text(String country) {
            try (InputStream in = NationalCalendars.class.getResourceAsStream(country + ".calendar")) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException("The calendar of " + country + " in this jar cannot be read", e);
            }
        }
    }
}
