package org.tickmark.console.commands;

import org.tickmark.api.command.CommandCall;

/** Why something is undone: the audit log keeps it, so it must be told. */
final class Reasons {
    private Reasons() {}

    static String given(CommandCall call) {
        return call.option("reason").filter(reason -> !reason.isBlank()).orElseThrow(() -> Texts.problem("usage.reason")
                .advice(Texts.text("usage.reason.advice"))
                .exception());
    }
}
