package org.tickmark.web.page;

import org.tickmark.api.Problem;
import org.tickmark.api.message.Message;
import org.tickmark.api.message.MessageCatalog;

/** The texts of the workbench. */
public final class Texts {
    private static final MessageCatalog CATALOG = MessageCatalog.of(Texts.class);

    private Texts() {}

    /** A text. */
    public static Message text(String id, Object... arguments) {
        return CATALOG.message(id, arguments);
    }

    /** Starts a problem whose code is its text. */
    public static Problem.Builder problem(String code, Object... arguments) {
        return Problem.error(code, text(code, arguments));
    }
}
