package org.tickmark.calendar;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.tickmark.api.Caller;
import org.tickmark.api.host.Tx;
import org.tickmark.api.host.calendar.Fields;
import org.tickmark.api.host.mail.Letter;
import org.tickmark.api.host.mail.Outbox;
import org.tickmark.api.mail.MailContent;
import org.tickmark.api.mail.MailFile;
import org.tickmark.api.message.Message;
import org.tickmark.calendar.ics.ItipReader.Reply;
import org.tickmark.calendar.ics.ItipWriter;
import org.tickmark.calendar.ics.ItipWriter.Attendee;
import org.tickmark.calendar.ics.ItipWriter.Clocks;
import org.tickmark.calendar.ics.ItipWriter.Sender;
import org.tickmark.calendar.people.News;
import org.tickmark.calendar.people.News.Kind;
import org.tickmark.calendar.people.People;
import org.tickmark.calendar.series.CalendarTexts;
import org.tickmark.calendar.series.Item;
import org.tickmark.calendar.series.Labels;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.series.Occurrence;
import org.tickmark.recurrence.series.Series;

/** Writes to those who take part, in the transaction of what they are told of. For one transaction. */
final class Letters {
    private static final String FILE = "invitation.ics";

    private final Outbox outbox;
    private final Directory directory;
    private final Tx tx;
    private final Caller caller;
    private final Instant now;
    private final ZoneId home;

    Letters(Outbox outbox, Directory directory, Tx tx, Caller caller, Instant now, ZoneId home) {
        this.outbox = outbox;
        this.directory = directory;
        this.tx = tx;
        this.caller = caller;
        this.now = now;
        this.home = home;
    }

    /** Tells of what became of an item, where people are to be told. */
    void tell(Optional<StoredItem> before, Optional<StoredItem> after) throws SQLException {
        Optional<Item> then = before.map(StoredItem::item).filter(People::writes);
        Optional<Item> item = after.map(StoredItem::item).filter(People::writes);
        int sequence = item.map(People::sequence)
                .orElseGet(() -> before.map(StoredItem::revision).orElse(0) + 1);
        String about = after.or(() -> before).orElseThrow().ref().subject();
        for (News news : News.of(then, item)) {
            List<String> to = news.to().stream()
                    .flatMap(who -> directory.address(who).stream())
                    .distinct()
                    .toList();
            if (!to.isEmpty()) {
                send(about, news, to, sequence);
            }
        }
    }

    private void send(String about, News news, List<String> to, int sequence) throws SQLException {
        String method = news.kind() == Kind.CALLED_OFF ? "CANCEL" : "REQUEST";
        String text = writer(method, news.item(), sequence).text(news.item(), news.dates());
        String kind = news.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        enqueue(about, to, content("mail." + kind, news.item(), news.dates(), List.of()), method, text);
    }

    /**
     * Thanks for the proposal of another time, and says that the appointment stays.
     *
     * @param original the start that the rule gives for the date that it is about, where it is about one
     */
    void decline(StoredItem stored, Reply proposal, LocalDateTime original) throws SQLException {
        Item item = stored.item();
        SortedSet<LocalDateTime> dates = new TreeSet<>();
        proposal.date().ifPresent(date -> dates.add(original));
        String text = writer("DECLINECOUNTER", item, People.sequence(item)).text(item, dates);
        MailContent.Builder content =
                content("mail.countered", item, dates, List.of(CalendarTexts.message("mail.countered.text")));
        enqueue(stored.ref().subject(), List.of(proposal.address()), content, "DECLINECOUNTER", text);
    }

    private void enqueue(String about, List<String> to, MailContent.Builder content, String method, String text)
            throws SQLException {
        outbox.enqueue(
                tx,
                caller,
                Letter.of(
                        about,
                        to,
                        content.file(MailFile.calendar(FILE, method, text)).build()));
    }

    private ItipWriter writer(String method, Item item, int sequence) {
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        return new ItipWriter(
                method,
                new Sender(organizer(item), sequence),
                new Clocks(second, Writing.horizon(now, home), home),
                this::attendees);
    }

    private List<Attendee> attendees(Map<String, String> fields, LocalDateTime original) {
        return People.of(fields, original).stream()
                .map(one -> new Attendee(one, directory.address(one.who())))
                .toList();
    }

    private String organizer(Item item) {
        return Optional.ofNullable(People.fields(item).get(Fields.ORGANIZER))
                .filter(address -> !address.isEmpty())
                .or(() -> directory.address(item.owner()))
                .orElseThrow(() -> CalendarTexts.invalid(Fields.ORGANIZER, "organizer")
                        .found(item.owner())
                        .exception());
    }

    private MailContent.Builder content(
            String kind, Item item, SortedSet<LocalDateTime> dates, List<Message> paragraphs) {
        String title = People.fields(item).getOrDefault(Fields.TITLE, "");
        MailContent.Builder content = MailContent.about(CalendarTexts.message(kind, title));
        paragraphs.forEach(content::paragraph);
        String place = People.fields(item).getOrDefault(Fields.LOCATION, "");
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of(CalendarTexts.message("mail.what"), title));
        when(item, dates).forEach(when -> rows.add(List.of(CalendarTexts.message("mail.when"), when)));
        if (!place.isEmpty()) {
            rows.add(List.of(CalendarTexts.message("mail.where"), place));
        }
        rows.add(List.of(CalendarTexts.message("mail.from"), organizer(item)));
        return content.table(List.of(), rows);
    }

    /** The rule and its first date, or the dates that it is about. */
    private List<String> when(Item item, SortedSet<LocalDateTime> dates) {
        if (!dates.isEmpty()) {
            return dates.stream()
                    .flatMap(date -> item.content().occurrence(item.dial().at(date)).stream())
                    .map(Letters::text)
                    .toList();
        }
        String first =
                item.content().occurrences().findFirst().map(Letters::text).orElse("");
        return item.content() instanceof Series series
                ? List.of(first, Labels.sentence(series, outbox.language()))
                : List.of(first);
    }

    private static String text(Occurrence one) {
        LocalDateTime start = one.start().wallClock();
        LocalDateTime end = one.end().wallClock();
        if (one.start() instanceof Moment.DateOnly) {
            return start.toLocalDate().toString();
        }
        boolean sameDay = start.toLocalDate().equals(end.toLocalDate());
        String zone =
                one.start() instanceof Moment.Zoned zoned ? " (" + zoned.zone().getId() + ")" : "";
        return start.toLocalDate() + " " + start.toLocalTime() + "–"
                + (sameDay ? end.toLocalTime() : end.toLocalDate() + " " + end.toLocalTime()) + zone;
    }
}
