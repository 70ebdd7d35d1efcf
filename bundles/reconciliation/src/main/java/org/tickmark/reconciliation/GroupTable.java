package org.tickmark.reconciliation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.host.books.Account;
import org.tickmark.api.host.reconciliation.Group;
import org.tickmark.api.host.reconciliation.Rule;
import org.tickmark.kit.jdbc.Row;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.kit.json.JsonTexts;

/** The tables {@code recon_group} and {@code recon_rule}. */
final class GroupTable {
    private static final String SELECT = """
            select id, name, unit_code, bank, ledger, background, write_off_match, write_off_month, version from recon_group""";

    private GroupTable() {}

    /**
     * A group as it is kept.
     *
     * @param id its key
     * @param version grows with every change
     * @param group what it is
     */
    record Saved(long id, int version, Group group) {
        String name() {
            return group.name();
        }

        String unit() {
            return group.unit();
        }
    }

    /** All groups, ordered by name. */
    static List<Saved> all(Connection connection) throws SQLException {
        List<Saved> found = Sql.on(connection, SELECT + " order by name").list(GroupTable::read);
        for (int i = 0; i < found.size(); i++) {
            found.set(i, withRules(connection, found.get(i)));
        }
        return found;
    }

    static Optional<Saved> find(Connection connection, String name) throws SQLException {
        Optional<Saved> found =
                Sql.on(connection, SELECT + " where name = ?").with(name).first(GroupTable::read);
        return found.isEmpty() ? found : Optional.of(withRules(connection, found.get()));
    }

    /**
     * Keeps others from changing a group or its matches until the transaction ends.
     *
     * @return whether the group is still there in this version
     */
    static boolean lock(Connection connection, Saved group) throws SQLException {
        return Sql.on(connection, "select version from recon_group where id = ? for update")
                .with(group.id())
                .first(row -> row.number("version"))
                .filter(version -> version == group.version())
                .isPresent();
    }

    /** Keeps others from changing a group and its matches until the transaction ends. */
    static void lock(Connection connection, long id) throws SQLException {
        Sql.on(connection, "select id from recon_group where id = ? for update")
                .with(id)
                .list(row -> row.number("id"));
    }

    /**
     * Counts a change of the matches of a group, of what is left out, or of its lock, while the group is held.
     *
     * @return which change it is; 0 if the group is no more
     */
    static long change(Connection connection, long id) throws SQLException {
        Sql.on(connection, "update recon_group set changes = changes + 1 where id = ?")
                .with(id)
                .update();
        return changes(connection, id);
    }

    /** How many changes there have been of a group. */
    static long changes(Connection connection, long id) throws SQLException {
        return Sql.on(connection, "select changes from recon_group where id = ?")
                .with(id)
                .first(row -> row.number("changes"))
                .orElse(0L);
    }

    /** Keeps others from changing the matches of any group of these units until the transaction ends. */
    static void lockThoseOf(Connection connection, List<String> units) throws SQLException {
        Sql.on(connection, "select id from recon_group where unit_code = any(?) order by id for update")
                .with(Sql.texts(units))
                .list(row -> row.number("id"));
    }

    /** The groups that an account is in, without their rules. */
    static List<Saved> ofAccount(Connection connection, Account account) throws SQLException {
        return Sql.on(connection, SELECT + " where unit_code = ? order by id")
                .with(account.unit())
                .list(GroupTable::read)
                .stream()
                .filter(saved -> saved.group().bank().contains(account.code())
                        || saved.group().ledger().contains(account.code()))
                .toList();
    }

    /** Adds a group, in its version 1; returns its key. */
    static long insert(Connection connection, Group group) throws SQLException {
        long id = Sql.on(connection, """
                        insert into recon_group (name, unit_code, bank, ledger, background, write_off_match, write_off_month, version)
                        values (?, ?, ?, ?, ?, ?, ?, 1)""")
                .with(group.name(), group.unit(), lines(group.bank()), lines(group.ledger()), group.background())
                .with(group.writeOffs().perMatch(), group.writeOffs().perMonth())
                .insert();
        insertRules(connection, id, group.rules());
        LockTable.insert(connection, id);
        return id;
    }

    static void update(Connection connection, long id, Group group) throws SQLException {
        Sql.on(connection, """
                        update recon_group set unit_code = ?, bank = ?, ledger = ?, background = ?, write_off_match = ?,
                          write_off_month = ?, version = version + 1
                        where id = ?""")
                .with(group.unit(), lines(group.bank()), lines(group.ledger()), group.background())
                .with(group.writeOffs().perMatch(), group.writeOffs().perMonth(), id)
                .update();
        deleteRules(connection, id);
        insertRules(connection, id, group.rules());
    }

    static void delete(Connection connection, long id) throws SQLException {
        deleteRules(connection, id);
        LockTable.delete(connection, id);
        LeftTable.delete(connection, id);
        Sql.on(connection, "delete from recon_group where id = ?").with(id).update();
    }

    private static void deleteRules(Connection connection, long id) throws SQLException {
        Sql.on(connection, "delete from recon_rule where group_id = ?").with(id).update();
    }

    private static void insertRules(Connection connection, long id, List<Rule> rules) throws SQLException {
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            Sql.on(connection, """
                            insert into recon_rule (group_id, position, name, kind, state, parameters)
                            values (?, ?, ?, ?, ?, ?)""")
                    .with(id, i, rule.name(), rule.kind(), rule.state(), JsonTexts.write(rule.parameters()))
                    .update();
        }
    }

    private static Saved read(Row row) throws SQLException {
        Group group = new Group(
                row.text("name"),
                row.text("unit_code"),
                row.text("bank").lines().toList(),
                row.text("ledger").lines().toList(),
                row.flag("background"),
                new Group.WriteOffs(row.amount("write_off_match"), row.amount("write_off_month")),
                List.of());
        return new Saved(row.number("id"), Math.toIntExact(row.number("version")), group);
    }

    private static Saved withRules(Connection connection, Saved saved) throws SQLException {
        List<Rule> rules = Sql.on(connection, """
                        select name, kind, state, parameters from recon_rule where group_id = ? order by position""")
                .with(saved.id())
                .list(row -> new Rule(
                        row.text("name"),
                        row.text("kind"),
                        row.choice("state", Rule.State.class),
                        JsonTexts.read(row.text("parameters"))));
        return new Saved(saved.id(), saved.version(), saved.group().withRules(rules));
    }

    private static String lines(List<String> codes) {
        return String.join("\n", codes);
    }
}
