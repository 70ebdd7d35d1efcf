package org.tickmark.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tickmark.api.Caller;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.calendar.CalendarFormat;
import org.tickmark.api.host.calendar.Feed;
import org.tickmark.api.host.calendar.FeedText;
import org.tickmark.api.host.calendar.Feeds;

/** Registers {@link Feeds}. */
@Component(name = "org.tickmark.calendar.feeds")
public final class FeedsComponent implements Feeds {
    private final Feeds feeds;

    @Activate
    public FeedsComponent(
            @Reference(target = "(tickmark.schema=org.tickmark.calendar)") Transactions transactions,
            @Reference Audit audit,
            @Reference Clock clock) {
        this.feeds = new StoredFeeds(transactions, audit, clock.withZone(ZoneId.systemDefault()));
    }

    @Override
    public Issued add(
            Caller caller, String label, Optional<String> owner, int daysBack, int daysAhead, Duration lasts) {
        return feeds.add(caller, label, owner, daysBack, daysAhead, lasts);
    }

    @Override
    public List<Feed> feeds(Caller caller) {
        return feeds.feeds(caller);
    }

    @Override
    public boolean revoke(Caller caller, long id) {
        return feeds.revoke(caller, id);
    }

    @Override
    public Optional<FeedText> show(Caller caller, long id, CalendarFormat format) {
        return feeds.show(caller, id, format);
    }

    @Override
    public Optional<FeedText> read(String secret, CalendarFormat format) {
        return feeds.read(secret, format);
    }
}
