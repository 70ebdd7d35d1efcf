package org.tickmark.web.sign;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickmark.web.http.Parameters;

/** Somebody signed in at a browser. Safe for use from many threads. */
public final class Session {
    private static final int MOST_TABS = 8;
    private static final int MOST_NOTICES = 5;

    private final String id;
    private final String user;
    private final long version;
    private final Instant openedAt;
    private final String address;
    private final String browser;
    private final Map<String, Tab> tabs = new LinkedHashMap<>();
    private final Deque<Notice> notices = new ArrayDeque<>();
    private volatile Instant usedAt;
    private volatile String formKey = "";
    private String typedAt = "";
    private Parameters typed = Parameters.NONE;

    Session(String id, String user, long version, Instant openedAt, String address, String browser) {
        this.id = id;
        this.user = user;
        this.version = version;
        this.openedAt = openedAt;
        this.usedAt = openedAt;
        this.address = address;
        this.browser = browser;
    }

    /**
     * Something to tell on the next page.
     *
     * @param kind what kind of thing: {@code done}, {@code warning} or {@code error}
     * @param text in the language of the page
     */
    public record Notice(String kind, String text) {}

    /** What it is called in lists; no secret. */
    public String id() {
        return id;
    }

    /** Name of the user. */
    public String user() {
        return user;
    }

    /** The user's version at sign-in: another one ends the session. */
    public long version() {
        return version;
    }

    /** Notes what the browser holds: the key of its forms follows from it, and is the same after a restart. */
    void shown(String secret) {
        formKey = Randoms.hash("form " + secret);
    }

    /** What every form of this session carries, so that no other site can send one; empty until the browser has come. */
    public String formKey() {
        return formKey;
    }

    /** Whether a form carries the key of this session. */
    public boolean isFormKey(String given) {
        return !formKey.isEmpty() && Randoms.equal(formKey, given);
    }

    /** Since when. */
    public Instant openedAt() {
        return openedAt;
    }

    /** When it was used last. */
    public Instant usedAt() {
        return usedAt;
    }

    void use(Instant now) {
        usedAt = now;
    }

    /** From where it was opened. */
    public String address() {
        return address;
    }

    /** What the browser calls itself. */
    public String browser() {
        return browser;
    }

    /**
     * A page to come back to.
     *
     * @param address its path and query
     * @param view the id of the view that it shows
     * @param opened what is opened in the view, or empty
     */
    public record Tab(String address, String view, String opened) {}

    /** Keeps a page among the tabs, in the place of the one of this id; the one opened first makes room. */
    public synchronized void visit(String tab, Tab page) {
        tabs.put(tab, page);
        while (tabs.size() > MOST_TABS) {
            tabs.remove(tabs.keySet().iterator().next());
        }
    }

    /** Takes a page from the tabs. */
    public synchronized void leave(String tab) {
        tabs.remove(tab);
    }

    /** The tabs by id, in the order opened. */
    public synchronized Map<String, Tab> tabs() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(tabs));
    }

    /** Keeps something to tell. */
    public synchronized void tell(Notice notice) {
        notices.add(notice);
        while (notices.size() > MOST_NOTICES) {
            notices.remove();
        }
    }

    /** What there is to tell; it is told once. */
    public synchronized List<Notice> told() {
        List<Notice> told = new ArrayList<>(notices);
        notices.clear();
        return told;
    }

    /** Keeps what was typed on a page whose command has failed, so that nobody types it twice. */
    public synchronized void keepTyped(String page, Parameters fields) {
        typedAt = page;
        typed = fields;
    }

    /** What was typed on a page that comes again; once. */
    public synchronized Optional<Parameters> typed(String page) {
        if (!page.equals(typedAt)) {
            return Optional.empty();
        }
        typedAt = "";
        return Optional.of(typed);
    }
}
