package org.tickmark.batch;

import java.util.List;
import org.tickmark.api.message.Message;
import org.tickmark.batch.Recipients.Digest;

/**
 * Nights that are told in one mail.
 *
 * @param span the week or month, such as {@code 2026-W22} or {@code 2026-05}
 * @param runs its runs, the newest first
 */
record Nights(Digest digest, String span, List<EndedRun> runs) {
    Nights {
        runs = List.copyOf(runs);
    }

    /** What they are called. */
    Message subject() {
        long notWell = runs.stream().filter(run -> !run.isWell()).count();
        return Texts.message(
                "mail.subject.digest",
                Texts.message("mail.span." + digest, span),
                Texts.message("nights", runs.size()),
                Texts.message("not-well", notWell),
                Texts.message("open", runs.get(0).openItems()));
    }

    boolean changedSomething() {
        return runs.stream().anyMatch(EndedRun::changedSomething);
    }
}
