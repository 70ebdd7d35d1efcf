package org.tickmark.web.work;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.web.http.Answer;
import org.tickmark.web.http.Ask;

/**
 * A line a request: method, path, status, bytes, milliseconds, who and from where. Of the address only the path, since what stands behind the question mark
 * may be private; nothing of headers and bodies. What pages ask by themselves every few seconds is told only where it fails.
 */
final class AccessLog {
    private static final Logger LOG = LoggerFactory.getLogger("org.tickmark.web.access");
    private static final int LONGEST = 200;
    private static final int NANOS_IN_MILLI = 1_000_000;
    private static final int FIRST_FAILURE = 400;

    private AccessLog() {}

    static void tell(Ask ask, Answer answer, String who, long nanos) {
        if (ask.header(Dispatcher.BY_ITSELF).isPresent() && answer.status() < FIRST_FAILURE) {
            return;
        }
        LOG.info(
                "method={} path={} status={} bytes={} ms={} who={} from={}",
                plain(ask.method()),
                plain(ask.path()),
                answer.status(),
                answer.body().length,
                nanos / NANOS_IN_MILLI,
                plain(who),
                plain(ask.address()));
    }

    /** In one word of printable ASCII, so that no line can be forged. */
    private static String plain(String text) {
        String shortened = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
        return shortened.replaceAll("[^!-~]", "?");
    }
}
