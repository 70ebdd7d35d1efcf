package org.tickmark.recurrence.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.RecurrenceRule;
import org.tickmark.recurrence.Sequence;

/** Random sequences of edits on random series, beside a model that keeps each occurrence as a row. */
class EditModelTest {
    private static final int ROUNDS = Integer.getInteger("tickmark.series.rounds", 200);
    private static final int EDITS = 8;
    private static final int MOST = 24;

    @Test
    void doesWhatEditingTheRowsDoes() {
        for (int round = 0; round < ROUNDS; round++) {
            new Run(round).play();
        }
    }

    /** A piece and the rows that it should have. */
    private static final class Group {
        private final Piece piece;
        private final RowModel model;

        Group(Piece piece, RowModel model) {
            this.piece = piece;
            this.model = model;
        }
    }

    private static final class Run {
        private final RandomSeries series;
        private final Random random;
        private final StringBuilder story = new StringBuilder();
        private final Moment start;
        private List<Group> groups = new ArrayList<>();

        Run(long seed) {
            series = new RandomSeries(seed);
            random = series.random();
            start = Moment.of(series.start());
            story.append("round ").append(seed);
        }

        void play() {
            RecurrenceRule rule = series.ended(series.plainRule(), start, MOST);
            Map<String, String> fields = series.fields();
            Length length = Length.of(Duration.ofMinutes(30));
            Series first = Series.of(start, rule).lasting(length).withFields(fields);
            RowModel model = new RowModel(length, fields);
            seconds(first).forEach(second -> model.rows.add(new RowModel.Row(second, false)));
            story.append(": ").append(first);
            if (model.rows.size() < 2) {
                return;
            }
            groups = settled(List.of(first), List.of(model));
            for (int edit = 0; edit < EDITS; edit++) {
                step();
            }
        }

        private static List<Long> seconds(Series series) {
            List<Long> seconds = new ArrayList<>();
            Sequence line = series.definition().line();
            for (long second = line.first(); second != Sequence.NONE; second = line.next(second + 1)) {
                seconds.add(second);
            }
            return seconds;
        }

        private void step() {
            List<Group> repeating = groups.stream()
                    .filter(group -> group.piece instanceof Series)
                    .toList();
            if (repeating.isEmpty()) {
                return;
            }
            Group group = series.oneOf(repeating);
            Series before = (Series) group.piece;
            Object untouched = before.occurrences().toList();
            RowModel.Row chosen = series.oneOf(group.model.visible());
            edit(group, before, chosen);
            assertThat(before.occurrences().toList()).as("%s", story).isEqualTo(untouched);
        }

        private void edit(Group group, Series before, RowModel.Row chosen) {
            RowModel model = group.model;
            Moment original = at(chosen.name);
            switch (random.nextInt(10)) {
                case 0, 1 -> changeThis(group, before, chosen);
                case 2 -> changeMany(group, before, chosen, Scope.ALL);
                case 3 -> changeMany(group, before, chosen, Scope.THIS_AND_FOLLOWING);
                case 4 -> delete(group, before, chosen);
                case 5 -> add(group, before, chosen);
                case 6 -> restore(group, before);
                case 7 -> changeRule(group, before, chosen);
                case 8 -> changeStart(group, before, chosen);
                default -> {
                    tell("stop at " + original);
                    RowModel rest = model.part(row -> row.name <= chosen.name);
                    boolean nothingLater =
                            rest.visible().size() == model.visible().size();
                    accept(group, before.edit().stop(original), List.of(nothingLater ? model : rest));
                }
            }
        }

        private void changeThis(Group group, Series before, RowModel.Row chosen) {
            RowModel model = group.model.part(row -> true);
            RowModel.Row row = model.named(chosen.name);
            Long newStart = random.nextBoolean() ? Long.valueOf(around(chosen)) : null;
            Length newLength = length();
            Map<String, String> fields = fields();
            tell("change " + at(chosen.name) + " to " + newStart + " " + newLength + " " + fields);
            EditResult result = before.edit()
                    .change(
                            at(chosen.name),
                            changes(newStart, newLength, fields),
                            Scope.THIS,
                            HandChanged.FIELD_BY_FIELD);
            if (newStart != null && model.isTaken(newStart, row.name)) {
                assertThat(result).as("%s", story).isInstanceOf(EditRefused.class);
                return;
            }
            model.change(row, newStart, newLength, fields);
            accept(group, result, List.of(model));
        }

        private void changeMany(Group group, Series before, RowModel.Row chosen, Scope scope) {
            Long newStart = random.nextBoolean() ? Long.valueOf(sameDay(chosen)) : null;
            Length newLength = length();
            Map<String, String> fields = fields();
            HandChanged handChanged = series.oneOf(List.of(HandChanged.values()));
            tell("change " + scope + " " + handChanged + " " + at(chosen.name) + " to " + newStart + " " + newLength
                    + " " + fields);
            List<RowModel> models = parts(group.model, chosen, scope);
            RowModel part = models.get(models.size() - 1);
            List<RowModel.Look> looks = part.rows.stream().map(part::look).toList();
            List<RowModel.Row> rows = List.copyOf(part.rows);
            part.changeAll(part.named(chosen.name), newStart, newLength, fields, handChanged);
            EditResult result =
                    before.edit().change(at(chosen.name), changes(newStart, newLength, fields), scope, handChanged);
            if (part.rows.size() == rows.size()) {
                long changed = IntStream.range(0, rows.size())
                        .filter(index ->
                                !rows.get(index).excluded && !looks.get(index).looksLike(part.look(rows.get(index))))
                        .count();
                assertThat(result.change().orElseThrow().effect().changed())
                        .as("%s", story)
                        .hasValue(changed);
            }
            accept(group, result, models);
        }

        /** The rows that a scope leaves as they are, if there are any to be seen, and those that it reaches. */
        private static List<RowModel> parts(RowModel model, RowModel.Row chosen, Scope scope) {
            RowModel untouched = model.part(row -> row.name < chosen.name);
            return scope == Scope.ALL || untouched.visible().isEmpty()
                    ? List.of(model.part(row -> true))
                    : List.of(untouched, model.part(row -> row.name >= chosen.name));
        }

        private void delete(Group group, Series before, RowModel.Row chosen) {
            Scope scope = series.oneOf(List.of(Scope.values()));
            tell("delete " + scope + " " + at(chosen.name));
            RowModel rest = group.model.part(row -> scope == Scope.THIS
                    ? !(row.added && row.name == chosen.name)
                    : scope == Scope.THIS_AND_FOLLOWING && row.name < chosen.name);
            if (scope == Scope.THIS && !chosen.added) {
                rest.named(chosen.name).excluded = true;
            }
            List<RowModel.Row> visible = group.model.visible();
            boolean atAnEnd = chosen == visible.get(0) || chosen == visible.get(visible.size() - 1);
            if (scope == Scope.THIS && atAnEnd) {
                trim(rest);
            }
            accept(group, before.edit().delete(at(chosen.name), scope), List.of(rest));
        }

        private static void trim(RowModel model) {
            List<Long> left = model.rows.stream()
                    .filter(row -> !row.added && !row.excluded)
                    .map(row -> row.name)
                    .sorted()
                    .toList();
            if (!left.isEmpty()) {
                long last = left.get(left.size() - 1);
                if (model.rows.stream().noneMatch(row -> row.added && row.name > last)) {
                    model.rows.removeIf(row -> row.name > last);
                }
                if (model.rows.stream().noneMatch(row -> row.added && row.name < left.get(0))) {
                    model.rows.removeIf(row -> row.name < left.get(0));
                }
            }
        }

        private void add(Group group, Series before, RowModel.Row chosen) {
            long second = random.nextInt(4) == 0 ? chosen.name : around(chosen);
            Map<String, String> fields = fields();
            tell("add " + at(second) + " " + fields);
            EditResult result = before.edit().add(at(second), changes(null, null, fields));
            RowModel model = group.model.part(row -> !(row.name == second && row.excluded));
            boolean named = model.rows.stream().anyMatch(row -> row.name == second);
            if (named || model.isTaken(second, second)) {
                assertThat(result).as("%s", story).isInstanceOf(EditRefused.class);
                return;
            }
            RowModel.Row row =
                    new RowModel.Row(second, !before.definition().line().contains(second));
            row.ownFields.putAll(fields);
            model.rows.add(row);
            model.settle();
            accept(group, result, List.of(model));
        }

        private void restore(Group group, Series before) {
            if (before.deviations().isEmpty()) {
                return;
            }
            Deviation deviation = series.oneOf(before.deviations());
            long name = deviation.original().wallClockSecond();
            tell("restore " + deviation);
            EditResult result = before.edit().restore(deviation.original());
            RowModel model = group.model.part(row -> !(row.added && row.name == name));
            boolean added = deviation instanceof Deviation.Added;
            if (!added && model.isTaken(name, name)) {
                assertThat(result).as("%s", story).isInstanceOf(EditRefused.class);
                return;
            }
            if (!added) {
                RowModel.Row row = model.named(name);
                row.excluded = false;
                row.ownStart = null;
                row.ownLength = null;
                row.ownFields.clear();
            }
            accept(group, result, List.of(model));
        }

        private void changeRule(Group group, Series before, RowModel.Row chosen) {
            Scope scope = random.nextBoolean() ? Scope.ALL : Scope.THIS_AND_FOLLOWING;
            RecurrenceRule rule = series.ended(series.plainRule(), before.start(), MOST);
            tell("rule " + scope + " " + at(chosen.name) + " " + rule);
            List<RowModel> models = parts(group.model, chosen, scope);
            RowModel part = models.get(models.size() - 1);
            Moment newStart = scope == Scope.ALL ? before.start() : at(chosen.name);
            part.redefine(seconds(Series.of(newStart, rule)));
            EditResult result = before.edit().changeRule(at(chosen.name), rule, scope);
            if (models.size() == 1 && part.visible().isEmpty()) {
                assertThat(result).as("%s", story).isInstanceOf(EditRefused.class);
                return;
            }
            accept(group, result, models);
        }

        private void changeStart(Group group, Series before, RowModel.Row chosen) {
            StartChange how = series.oneOf(List.of(StartChange.values()));
            if (how == StartChange.REANCHOR && before.rule() instanceof AnchoredRule) {
                return;
            }
            long newStart = chosen.regular + (random.nextInt(21) - 10) * (long) RowModel.DAY + random.nextInt(3) * 900L;
            tell("start " + how + " " + at(chosen.name) + " to " + at(newStart));
            Scope scope = how == StartChange.SPLIT ? Scope.THIS_AND_FOLLOWING : Scope.ALL;
            List<RowModel> models = parts(group.model, chosen, scope);
            RowModel part = models.get(models.size() - 1);
            if (how == StartChange.REANCHOR) {
                part.redefine(seconds(Series.of(at(newStart), before.rule())));
            } else {
                part.shift(part.named(chosen.name), newStart);
            }
            EditResult result = before.edit().changeStart(at(chosen.name), at(newStart), how);
            if (part.visible().isEmpty()) {
                assertThat(result).as("%s", story).isInstanceOf(EditRefused.class);
                return;
            }
            accept(group, result, models);
        }

        private void accept(Group group, EditResult result, List<RowModel> models) {
            assertThat(result.change()).as("%s", story).isPresent();
            List<Group> after = settled(result.change().orElseThrow().pieces(), models);
            groups = new ArrayList<>(groups);
            groups.remove(group);
            groups.addAll(after);
        }

        /** Holds the pieces against the models: rows that do not repeat stand alone. */
        private List<Group> settled(List<Piece> pieces, List<RowModel> models) {
            List<RowModel> expected = new ArrayList<>();
            for (RowModel model : models) {
                boolean repeats = model.rows.stream().anyMatch(row -> !row.added)
                        && model.visible().size() > 1;
                if (repeats) {
                    expected.add(model);
                } else {
                    model.visible().forEach(row -> expected.add(model.part(one -> one.name == row.name)));
                }
            }
            assertThat(pieces).as("%s", story).hasSameSizeAs(expected);
            List<Group> settled = new ArrayList<>();
            for (int index = 0; index < pieces.size(); index++) {
                Piece piece = pieces.get(index);
                RowModel model = expected.get(index);
                assertThat(piece.occurrences().map(Run::look).toList())
                        .as("%s", story)
                        .isEqualTo(model.looks());
                assertThat(piece instanceof Series)
                        .as("%s", story)
                        .isEqualTo(model.visible().size() > 1);
                settled.add(new Group(piece, model));
            }
            return settled;
        }

        private static RowModel.Look look(Occurrence occurrence) {
            return new RowModel.Look(
                    occurrence.original().wallClockSecond(),
                    occurrence.start().wallClockSecond(),
                    occurrence.length(),
                    occurrence.fields());
        }

        private Moment at(long second) {
            return Moments.at(second, start);
        }

        private void tell(String step) {
            story.append("; ").append(step);
        }

        private long around(RowModel.Row row) {
            return row.regular + (random.nextInt(9) - 4) * (long) RowModel.DAY + random.nextInt(2) * 1_800L;
        }

        private long sameDay(RowModel.Row row) {
            return Math.floorDiv(row.regular, RowModel.DAY) * RowModel.DAY + 21_600 + random.nextInt(12) * 1_800L;
        }

        private Length length() {
            return random.nextInt(4) == 0 ? Length.of(Duration.ofMinutes(15L * (1 + random.nextInt(4)))) : null;
        }

        private Map<String, String> fields() {
            return random.nextInt(3) == 0 ? Map.of() : Map.of("place", "room " + random.nextInt(3));
        }

        private Changes changes(Long newStart, Length length, Map<String, String> fields) {
            Changes changes = newStart == null ? Changes.none() : Changes.toStart(at(newStart));
            changes = length == null ? changes : changes.withLength(length);
            for (Map.Entry<String, String> field : fields.entrySet()) {
                changes = changes.withField(field.getKey(), field.getValue());
            }
            return changes;
        }
    }
}
