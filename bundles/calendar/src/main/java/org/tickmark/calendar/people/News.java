package org.tickmark.calendar.people;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tickmark.calendar.series.HandChanges;
import org.tickmark.calendar.series.Item;
import org.tickmark.calendar.series.SeriesRules;
import org.tickmark.calendar.series.Who;
import org.tickmark.recurrence.series.Deviation;
import org.tickmark.recurrence.series.Occurrence;
import org.tickmark.recurrence.series.Series;
import org.tickmark.recurrence.series.Single;

/**
 * What people are to be told of a change, each only what concerns them.
 *
 * <p>Source: RFC 5546 sections 3.2.2 and 3.2.5.
 *
 * @param kind what they are told
 * @param to who
 * @param item what it is about, as it is or, where it is called off, as it was
 * @param dates original starts of the dates that it is about; none for all of it
 */
public record News(Kind kind, SortedSet<String> to, Item item, SortedSet<LocalDateTime> dates) {
    /** What news say. */
    public enum Kind {
        /** They are asked to come. */
        INVITED,
        /** What they are asked to is different. */
        CHANGED,
        /** It does not take place, or without them. */
        CALLED_OFF
    }

    /** The news of a change, those who are told the same together. */
    public static List<News> of(Optional<Item> before, Optional<Item> after) {
        SortedSet<String> everybody = new TreeSet<>();
        before.ifPresent(item -> everybody.addAll(People.in(item)));
        after.ifPresent(item -> everybody.addAll(People.in(item)));
        Map<List<Object>, News> news = new LinkedHashMap<>();
        for (String who : everybody) {
            for (News one : new ForOne(who, before, after).news()) {
                news.merge(List.of(one.kind(), one.item(), one.dates()), one, News::together);
            }
        }
        return List.copyOf(news.values());
    }

    private static News together(News one, News other) {
        SortedSet<String> both = new TreeSet<>(one.to());
        both.addAll(other.to());
        return new News(one.kind(), both, one.item(), one.dates());
    }

    /** What one person sees of an item: of the whole, and of single dates; empty texts stand for dates without them. */
    private record View(Optional<String> whole, Map<LocalDateTime, String> dates) {
        static final View NOTHING = new View(Optional.empty(), Map.of());

        static View of(Item item, String who) {
            if (item.content() instanceof Single single) {
                Occurrence one = single.occurrence();
                return asked(one, who) ? new View(Optional.of(text(one)), Map.of()) : NOTHING;
            }
            Series series = (Series) item.content();
            boolean inAll = Who.in(series.fields()).contains(who);
            Map<LocalDateTime, String> dates = new TreeMap<>();
            for (Deviation deviation : series.deviations()) {
                Optional<Occurrence> there =
                        series.occurrence(deviation.original()).filter(one -> asked(one, who));
                boolean concerned = inAll || there.isPresent();
                if (concerned && (there.isEmpty() || tells(deviation, inAll))) {
                    dates.put(
                            deviation.original().wallClock(),
                            there.map(View::text).orElse(""));
                }
            }
            String whole = series.start() + "\n" + series.length() + "\n" + SeriesRules.text(series) + "\n"
                    + People.told(series.fields());
            return new View(inAll ? Optional.of(whole) : Optional.empty(), dates);
        }

        private static boolean asked(Occurrence one, String who) {
            return Who.in(one.fields()).contains(who);
        }

        /** Whether a date differs for somebody who takes part in all. */
        private static boolean tells(Deviation deviation, boolean inAll) {
            var changes = HandChanges.of(deviation);
            return !inAll
                    || deviation instanceof Deviation.Added
                    || changes.start().isPresent()
                    || changes.length().isPresent()
                    || !People.told(changes.fields()).isEmpty();
        }

        private static String text(Occurrence one) {
            return one.start() + "\n" + one.length() + "\n" + People.told(one.fields());
        }

        boolean isNothing() {
            return whole.isEmpty() && dates.values().stream().allMatch(String::isEmpty);
        }
    }

    /** The news for one person. */
    private static final class ForOne {
        private final String who;
        private final Optional<Item> before;
        private final Optional<Item> after;
        private final View then;
        private final View now;

        ForOne(String who, Optional<Item> before, Optional<Item> after) {
            this.who = who;
            this.before = before;
            this.after = after;
            this.then = before.map(item -> View.of(item, who)).orElse(View.NOTHING);
            this.now = after.map(item -> View.of(item, who)).orElse(View.NOTHING);
        }

        List<News> news() {
            if (now.isNothing()) {
                return then.isNothing() ? List.of() : List.of(news(Kind.CALLED_OFF, before.orElseThrow(), List.of()));
            }
            if (now.whole().isPresent() && !now.whole().equals(then.whole())) {
                return List.of(news(kind(), after.orElseThrow(), List.of()));
            }
            if (now.whole().isEmpty() && then.whole().isPresent()) {
                return List.of(
                        news(Kind.CALLED_OFF, before.orElseThrow(), List.of()),
                        news(Kind.INVITED, after.orElseThrow(), there(now.dates())));
            }
            return ofDates();
        }

        private Kind kind() {
            return then.isNothing() ? Kind.INVITED : Kind.CHANGED;
        }

        private static List<LocalDateTime> there(Map<LocalDateTime, String> dates) {
            return dates.keySet().stream()
                    .filter(date -> !dates.get(date).isEmpty())
                    .toList();
        }

        private List<News> ofDates() {
            List<LocalDateTime> different = new ArrayList<>();
            List<LocalDateTime> off = new ArrayList<>();
            SortedSet<LocalDateTime> all = new TreeSet<>(then.dates().keySet());
            all.addAll(now.dates().keySet());
            for (LocalDateTime date : all) {
                String earlier = then.dates().get(date);
                String later = now.dates().get(date);
                boolean takesPart = later == null ? now.whole().isPresent() : !later.isEmpty();
                if (!Objects.equals(earlier, later)) {
                    (takesPart ? different : off).add(date);
                }
            }
            List<News> news = new ArrayList<>();
            if (!different.isEmpty()) {
                news.add(news(kind(), after.orElseThrow(), different));
            }
            off.removeIf(date -> before.isEmpty() || !existed(before.get(), date));
            if (!off.isEmpty()) {
                news.add(news(Kind.CALLED_OFF, before.orElseThrow(), off));
            }
            return news;
        }

        private static boolean existed(Item item, LocalDateTime date) {
            return item.content().occurrence(item.dial().at(date)).isPresent();
        }

        private News news(Kind kind, Item item, List<LocalDateTime> dates) {
            return new News(kind, new TreeSet<>(List.of(who)), item, new TreeSet<>(dates));
        }
    }
}
