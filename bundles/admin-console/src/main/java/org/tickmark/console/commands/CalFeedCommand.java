package org.tickmark.console.commands;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.Permission;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.command.Argument.Cardinality;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.host.calendar.Feed;
import org.tickmark.api.host.calendar.FeedText;
import org.tickmark.api.host.calendar.Feeds;
import org.tickmark.api.host.calendar.Feeds.Issued;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;

/** {@code cal feed}: what other programs may read along, each under a secret of its own. */
final class CalFeedCommand {
    private static final String ACTION = "ACTION";
    private static final String FEED = "FEED";
    private static final String LIST = "list";
    private static final String ADD = "add";
    private static final String SHOW = "show";
    private static final String RENEW = "renew";

    /** Where the web workbench has feeds, which the secret follows. */
    private static final String ADDRESS = "/feed.ics?key=";

    private static final int USUAL_BACK = 31;
    private static final int USUAL_AHEAD = 366;
    private static final List<Column> COLUMNS = List.of(
            Column.integer("id"),
            Column.text("purpose"),
            Column.text("owner"),
            Column.integer("days_back"),
            Column.integer("days_ahead"),
            Column.text("made_by"),
            Column.instant("created_at"),
            Column.instant("expires_at"),
            Column.instant("last_used"));

    private final Feeds feeds;
    private final ZoneId zone;

    private CalFeedCommand(Feeds feeds, ZoneId zone) {
        this.feeds = feeds;
        this.zone = zone;
    }

    /** @param zone whose clock people read */
    static Command of(Feeds feeds, ZoneId zone) {
        CalFeedCommand command = new CalFeedCommand(feeds, zone);
        return Command.named("cal", "feed", Permission.CALENDAR_READ)
                .argument(ACTION, "cal.feed-action", ValueKind.choice(LIST, ADD, SHOW, RENEW, "revoke"))
                .argument(FEED, "cal.feed", ValueKind.TEXT, Cardinality.OPTIONAL)
                .option("owner", "cal.owner", ValueKind.TEXT)
                .option("back", "cal.feed-back", ValueKind.INTEGER)
                .option("ahead", "cal.feed-ahead", ValueKind.INTEGER)
                .option("lasts", "cal.feed-lasts", ValueKind.DURATION)
                .option(CalFileCommand.FORMAT, "cal.format", CalFileCommand.FORMATS)
                .columns(COLUMNS)
                .example("cal feed list")
                .example("cal feed add \"Kari on the phone\" --owner os:kari --ahead 90")
                .example("cal feed show 1 --format jcal")
                .example("cal feed renew 1")
                .example("cal feed revoke 1")
                .does(command::run);
    }

    private CommandResult run(CommandCall call) {
        return switch (call.argument(ACTION)) {
            case LIST -> list(call);
            case ADD -> add(call);
            case SHOW -> show(call);
            case RENEW -> renew(call);
            default -> revoke(call);
        };
    }

    private CommandResult list(CommandCall call) {
        Table.Builder table = Table.under(COLUMNS);
        for (Feed feed : feeds.feeds(call.caller())) {
            table.row(
                    feed.id(),
                    feed.label(),
                    feed.owner().orElse(null),
                    (long) feed.daysBack(),
                    (long) feed.daysAhead(),
                    feed.madeBy(),
                    feed.createdAt(),
                    feed.expiresAt(),
                    feed.lastUsed().orElse(null));
        }
        return CommandResult.of(table.build());
    }

    private CommandResult add(CommandCall call) {
        Issued issued = feeds.add(
                call.caller(),
                named(call),
                call.option("owner"),
                call.option("back").map(Integer::valueOf).orElse(USUAL_BACK),
                call.option("ahead").map(Integer::valueOf).orElse(USUAL_AHEAD),
                lasts(call));
        return issued(call, issued);
    }

    private static Duration lasts(CommandCall call) {
        return call.option("lasts").map(Duration::parse).orElse(Feeds.USUAL);
    }

    /** What is shown once. */
    private CommandResult issued(CommandCall call, Issued issued) {
        return new Details(call.caller().locale())
                .add("id", issued.feed().id())
                .moment("expires_at", Optional.of(issued.feed().expiresAt()), zone)
                .add("token", issued.secret())
                .add("address", ADDRESS + issued.secret())
                .result()
                .summary(Texts.text("cal.feed-added"));
    }

    /** The same feed under a new secret; the old one is good for nothing any more. */
    private CommandResult renew(CommandCall call) {
        long id = id(call);
        Feed old = feeds.feeds(call.caller()).stream()
                .filter(feed -> feed.id() == id)
                .findFirst()
                .orElseThrow(() -> unknown(Long.toString(id)));
        Issued issued =
                feeds.add(call.caller(), old.label(), old.owner(), old.daysBack(), old.daysAhead(), lasts(call));
        feeds.revoke(call.caller(), id);
        return issued(call, issued);
    }

    private CommandResult show(CommandCall call) {
        long id = id(call);
        FeedText text = feeds.show(call.caller(), id, CalFileCommand.format(call))
                .orElseThrow(() -> unknown(Long.toString(id)));
        return CommandResult.of(text.text());
    }

    private CommandResult revoke(CommandCall call) {
        long id = id(call);
        if (!feeds.revoke(call.caller(), id)) {
            throw unknown(Long.toString(id));
        }
        return CommandResult.done(Texts.text("cal.feed-revoked", Long.toString(id)));
    }

    private static String named(CommandCall call) {
        return call.arguments(FEED).stream()
                .findFirst()
                .orElseThrow(() -> Texts.problem("usage.cal-feed").where(FEED).exception());
    }

    private static long id(CommandCall call) {
        String given = named(call);
        try {
            return Long.parseLong(given);
        } catch (NumberFormatException e) {
            throw unknown(given);
        }
    }

    private static TickmarkException unknown(String given) {
        return Texts.problem("usage.cal-unknown-feed")
                .found(given)
                .advice(Texts.text("usage.cal-unknown-feed.advice"))
                .exception();
    }
}
