package org.tickmark.console.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.tickmark.api.command.Argument;
import org.tickmark.api.command.CommandSpec;
import org.tickmark.api.command.Option;
import org.tickmark.api.command.WorkbenchCommand;

/**
 * The commands that are there just now, by scope and verb. Of two of the same name the one of higher ranking, then of
 * lower service id, is used (WC-05). Safe for use from many threads.
 */
public final class CommandRegistry {
    private static final Pattern WORD = Pattern.compile("[a-z]+(-[a-z]+)*");
    private static final Comparator<Entry> PREFERRED =
            Comparator.comparingInt(Entry::ranking).reversed().thenComparingLong(Entry::serviceId);

    /** A bundle registers its commands one by one; after so long without another it has registered them all. */
    private static final Duration QUIET = Duration.ofMillis(200);

    private final List<Entry> entries = new ArrayList<>();

    /** Null since a command came or went, until somebody asks: at a start they come by hundreds, and nobody asks. */
    private volatile SortedMap<String, SortedMap<String, Registered>> index;

    /** When a command came or went last, by {@link System#nanoTime}. */
    private long changedAt = System.nanoTime() - QUIET.toNanos();

    /**
     * Adds a command; its name.
     *
     * @throws IllegalArgumentException if its spec cannot be used; the message says why
     */
    public synchronized Name add(WorkbenchCommand command, int ranking, long serviceId) {
        CommandSpec spec = Objects.requireNonNull(command.spec(), "spec");
        check(spec);
        entries.add(new Entry(new Registered(command, spec), ranking, serviceId));
        changed();
        return new Name(spec.scope(), spec.verb());
    }

    /** Removes a command; its name, empty if it was not added. */
    public synchronized Optional<Name> remove(WorkbenchCommand command) {
        Optional<Entry> removed = entries.stream()
                .filter(entry -> entry.registered().command() == command)
                .findFirst();
        removed.ifPresent(entry -> {
            entries.remove(entry);
            changed();
        });
        return removed.map(entry -> entry.registered().spec()).map(spec -> new Name(spec.scope(), spec.verb()));
    }

    /** The scopes, in alphabetical order. */
    SortedSet<String> scopes() {
        return new TreeSet<>(index().keySet());
    }

    /** The commands of a scope by verb, in alphabetical order; none for an unknown scope. */
    public SortedMap<String, Registered> verbs(String scope) {
        return Collections.unmodifiableSortedMap(index().getOrDefault(scope, Collections.emptySortedMap()));
    }

    /** The verbs of a scope that begin so. */
    List<String> beginning(String scope, String verb) {
        return verbs(scope).keySet().stream()
                .filter(there -> there.startsWith(verb))
                .toList();
    }

    /** The names of all commands. */
    public List<Name> names() {
        return index().entrySet().stream()
                .flatMap(scope -> scope.getValue().keySet().stream().map(verb -> new Name(scope.getKey(), verb)))
                .toList();
    }

    /**
     * Waits for a command that is not there, as while its provider is being replaced.
     *
     * @param verb its verb or the beginning of it; empty for any command of the scope
     * @param patience how long to wait at most
     */
    synchronized void await(String scope, String verb, Duration patience) {
        long begun = System.nanoTime();
        try {
            for (long left = millisUntil(begun, patience);
                    left > 0 && beginning(scope, verb).isEmpty();
                    left = millisUntil(begun, patience)) {
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until no command has come or gone for a moment; returns at once if none did lately. */
    synchronized void settle() {
        try {
            for (long left = millisUntil(changedAt, QUIET); left > 0; left = millisUntil(changedAt, QUIET)) {
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long millisUntil(long nanos, Duration later) {
        return Duration.ofNanos(nanos - System.nanoTime()).plus(later).toMillis();
    }

    Optional<Registered> find(String scope, String verb) {
        return Optional.ofNullable(verbs(scope).get(verb));
    }

    private void changed() {
        index = null;
        changedAt = System.nanoTime();
        notifyAll();
    }

    private SortedMap<String, SortedMap<String, Registered>> index() {
        SortedMap<String, SortedMap<String, Registered>> made = index;
        return made == null ? newIndex() : made;
    }

    private synchronized SortedMap<String, SortedMap<String, Registered>> newIndex() {
        SortedMap<String, SortedMap<String, Registered>> made = new TreeMap<>();
        entries.stream().sorted(PREFERRED).map(Entry::registered).forEach(registered -> made.computeIfAbsent(
                        registered.spec().scope(), scope -> new TreeMap<>())
                .putIfAbsent(registered.spec().verb(), registered));
        index = made;
        return made;
    }

    private static void check(CommandSpec spec) {
        if (!WORD.matcher(spec.scope()).matches()
                || !(spec.verb().isEmpty() || WORD.matcher(spec.verb()).matches())) {
            throw new IllegalArgumentException(
                    "Command '" + spec.name() + "': expected scope and verb of a-z joined by hyphens");
        }
        for (Option option : spec.options()) {
            if (HostOption.named(option.name()).isPresent()) {
                throw new IllegalArgumentException(
                        "Command '" + spec.name() + "': every command has an option --" + option.name() + " already");
            }
        }
        for (int i = 0; i < spec.arguments().size() - 1; i++) {
            if (spec.arguments().get(i).cardinality() != Argument.Cardinality.ONE) {
                throw new IllegalArgumentException("Command '" + spec.name() + "': only the last argument may be other"
                        + " than exactly one, but "
                        + spec.arguments().get(i).name() + " is not the last");
            }
        }
    }

    /** A command with its spec, asked for once. */
    public record Registered(WorkbenchCommand command, CommandSpec spec) {}

    /** Scope and verb of a command; the verb is empty where the scope alone is the command. */
    public record Name(String scope, String verb) {}

    private record Entry(Registered registered, int ranking, long serviceId) {}
}
