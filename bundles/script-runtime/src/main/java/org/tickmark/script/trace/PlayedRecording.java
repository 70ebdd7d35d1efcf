package org.tickmark.script.trace;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.tickmark.api.host.script.Recording;
import org.tickmark.api.host.script.TraceMoment;
import org.tickmark.api.host.script.TraceSearch;
import org.tickmark.api.host.script.TraceValue;
import org.tickmark.api.script.ScriptPosition;
import org.tickmark.api.script.ScriptSource;

/** A trace that is played from the beginning of the segment that is asked for; a step backward costs no more than a segment. */
public final class PlayedRecording implements Recording {
    private final TraceFile file;
    private Player player;
    private int playing = -1;

    /** Plays a trace. */
    public PlayedRecording(TraceFile file) {
        this.file = file;
    }

    @Override
    public List<ScriptSource> sources() {
        return file.sources();
    }

    @Override
    public long first() {
        return file.segments().get(0).first();
    }

    @Override
    public long last() {
        return file.statements();
    }

    @Override
    public synchronized TraceMoment at(long step) {
        long wanted = Math.max(first(), Math.min(step, last()));
        int segment = segmentOf(wanted);
        if (segment != playing || player.step() > wanted) {
            player = new Player(file.segments().get(segment));
            playing = segment;
        }
        while (player.step() < wanted && player.next()) {
            // On to the moment.
        }
        return moment(player, player.values());
    }

    private int segmentOf(long step) {
        List<Segment> all = file.segments();
        int found = all.size() - 1;
        while (found > 0 && all.get(found).first() > step) {
            found--;
        }
        return found;
    }

    private TraceMoment moment(Player at, List<TraceValue> values) {
        return new TraceMoment(
                at.step(),
                position(at),
                at.depth(),
                Duration.of(at.micros(), ChronoUnit.MICROS),
                at.bytesTaken(),
                values);
    }

    private ScriptPosition position(Player at) {
        return file.stops().isEmpty()
                ? new ScriptPosition(file.sources().get(0).name(), 1, 1)
                : file.stops().get(at.stop());
    }

    // ---------------------------------------------------------------- looking for something

    @Override
    public Optional<TraceMoment> find(long from, TraceSearch search, Direction direction) {
        Predicate<Player> wanted = wanted(search);
        long found = direction == Direction.FORWARD ? after(from, wanted) : before(from, wanted);
        return found < 0 ? Optional.empty() : Optional.of(at(found));
    }

    private long after(long from, Predicate<Player> wanted) {
        for (int i = segmentOf(Math.max(from, first())); i < file.segments().size(); i++) {
            Player search = player(i);
            while (advance(search, i)) {
                if (search.step() > from && wanted.test(search)) {
                    return search.step();
                }
            }
        }
        return -1;
    }

    private long before(long from, Predicate<Player> wanted) {
        for (int i = segmentOf(Math.min(from, last())); i >= 0; i--) {
            long found = -1;
            Player search = player(i);
            while (advance(search, i) && search.step() < from) {
                found = wanted.test(search) ? search.step() : found;
            }
            if (found >= 0) {
                return found;
            }
        }
        return -1;
    }

    private Player player(int segment) {
        return new Player(file.segments().get(segment));
    }

    /** Plays on; what is behind the last statement of a segment is the first of the next, but in the last segment. */
    private boolean advance(Player search, int segment) {
        return search.next()
                && (segment == file.segments().size() - 1
                        || search.step() < file.segments().get(segment + 1).first());
    }

    private Predicate<Player> wanted(TraceSearch search) {
        String text = search.text();
        return switch (search.kind()) {
            case CHANGE -> at -> at.changes().stream().anyMatch(value -> isOf(value.path(), text));
            case VALUE ->
                at -> at.changes().stream().anyMatch(value -> value.text().contains(text));
            case LINE -> {
                int colon = text.lastIndexOf(':');
                String source = colon < 0 ? file.sources().get(0).name() : text.substring(0, colon);
                String line = text.substring(colon + 1).strip();
                yield at -> position(at).source().equals(source)
                        && String.valueOf(position(at).line()).equals(line)
                        && at.step() < last();
            }
        };
    }

    private static boolean isOf(String path, String name) {
        return path.startsWith(name)
                && (path.length() == name.length()
                        || path.charAt(name.length()) == '.'
                        || path.charAt(name.length()) == '[');
    }

    // ---------------------------------------------------------------- all of it

    @Override
    public void forEach(Consumer<TraceMoment> reader) {
        for (int i = 0; i < file.segments().size(); i++) {
            Player all = player(i);
            while (advance(all, i)) {
                reader.accept(moment(all, all.changes()));
            }
        }
    }

    @Override
    public List<Difference> compare(Recording other, int most) {
        List<Difference> differences = new ArrayList<>();
        long step = Math.max(first(), other.first());
        long end = Math.min(last(), other.last());
        Walk mine = new Walk(step);
        Walk others = ((PlayedRecording) other).new Walk(step);
        for (; step <= end && differences.size() < most; step++) {
            TraceMoment here = mine.next();
            TraceMoment there = others.next();
            boolean sameWay = here.position().equals(there.position()) && here.depth() == there.depth();
            if (!sameWay || !changes(here).equals(changes(there))) {
                differences.add(new Difference(here, there));
            }
            if (!sameWay) {
                return differences;
            }
        }
        if (differences.size() < most && last() != other.last()) {
            differences.add(new Difference(at(end), other.at(end)));
        }
        return differences;
    }

    private static String changes(TraceMoment moment) {
        return moment.values().stream()
                .map(value -> value.depth() + " " + value.path() + "=" + value.text())
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    /** Plays the whole, moment by moment, with what has changed only. */
    private final class Walk {
        private int segment;
        private Player walking;

        Walk(long from) {
            segment = segmentOf(from);
            walking = player(segment);
            while (walking.step() < from - 1 && walking.next()) {
                // To the moment before.
            }
        }

        TraceMoment next() {
            if (!advance(walking, segment) && segment < file.segments().size() - 1) {
                segment++;
                walking = player(segment);
                walking.next();
            }
            return moment(walking, walking.changes());
        }
    }
}
