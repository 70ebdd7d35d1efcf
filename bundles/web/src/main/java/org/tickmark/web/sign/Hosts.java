package org.tickmark.web.sign;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names under which this server is asked. A page from elsewhere whose name is made to lead here (DNS rebinding) asks under its own name and is turned
 * away.
 */
public final class Hosts {
    private static final Pattern HOST = Pattern.compile("(\\[[0-9a-fA-F:.]+]|[^:\\[\\]]+)(?::\\d{1,5})?");
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Set<String> names = new TreeSet<>(THIS_MACHINE);

    /** This machine, and these names without port. */
    public Hosts(Collection<String> others) {
        others.forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
    }

    /** Whether a request may come under this {@code Host}. */
    public boolean allow(String host) {
        Matcher matcher = HOST.matcher(host);
        return matcher.matches() && names.contains(matcher.group(1).toLowerCase(Locale.ROOT));
    }
}
