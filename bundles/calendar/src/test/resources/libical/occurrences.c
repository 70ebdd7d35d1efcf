/*
 * Tells what libical makes of an iCalendar file on the standard input, a line for each occurrence of each event:
 *
 *     <recurrence-id, or -> <start>
 *
 * both in seconds since 1970-01-01T00:00:00Z. Build it with: cc occurrences.c $(pkg-config --cflags --libs libical)
 */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static const char *replaced = "-";
static char buffer[32];

static void tell(icalcomponent *event, struct icaltime_span *span, void *data)
{
    (void) event;
    (void) data;
    printf("%s %lld\n", replaced, (long long) span->start);
}

/* Whether an event leaves a time out. */
static int is_left_out(icalcomponent *event, time_t at)
{
    icalproperty *property;
    for (property = icalcomponent_get_first_property(event, ICAL_EXDATE_PROPERTY); property != NULL;
         property = icalcomponent_get_next_property(event, ICAL_EXDATE_PROPERTY)) {
        struct icaltimetype time = icalproperty_get_datetime_with_component(property, event);
        if (icaltime_as_timet_with_zone(time, time.zone) == at) {
            return 1;
        }
    }
    return 0;
}

/* Takes the single dates (RDATE) of an event out of it and tells them: libical itself reads them in UTC, whatever their TZID. */
static void tell_single_dates(icalcomponent *event)
{
    icalproperty *property;
    while ((property = icalcomponent_get_first_property(event, ICAL_RDATE_PROPERTY)) != NULL) {
        struct icaltimetype time = icalproperty_get_datetime_with_component(property, event);
        time_t at = icaltime_as_timet_with_zone(time, time.zone);
        if (!is_left_out(event, at)) {
            printf("%s %lld\n", replaced, (long long) at);
        }
        icalcomponent_remove_property(event, property);
        icalproperty_free(property);
    }
}

static char *whole_input(void)
{
    size_t size = 1 << 16, used = 0, got;
    char *text = malloc(size);
    while ((got = fread(text + used, 1, size - used - 1, stdin)) > 0) {
        used += got;
        if (used + 1 == size) {
            size *= 2;
            text = realloc(text, size);
        }
    }
    text[used] = 0;
    return text;
}

int main(void)
{
    icalcomponent *calendar = icalparser_parse_string(whole_input());
    struct icaltimetype from = icaltime_from_string("19700101T000000Z");
    struct icaltimetype to = icaltime_from_string("21000101T000000Z");
    icalcomponent *event;
    if (calendar == NULL) {
        return 1;
    }
    for (event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT); event != NULL;
         event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
        icalproperty *named = icalcomponent_get_first_property(event, ICAL_RECURRENCEID_PROPERTY);
        replaced = "-";
        if (named != NULL) {
            struct icaltimetype id = icalproperty_get_datetime_with_component(named, event);
            snprintf(buffer, sizeof buffer, "%lld", (long long) icaltime_as_timet_with_zone(id, id.zone));
            replaced = buffer;
        }
        tell_single_dates(event);
        icalcomponent_foreach_recurrence(event, from, to, tell, NULL);
    }
    return 0;
}
