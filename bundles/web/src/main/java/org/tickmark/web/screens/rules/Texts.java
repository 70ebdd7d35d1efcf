package org.tickmark.web.screens.rules;

import org.tickmark.api.message.Message;
import org.tickmark.api.message.MessageCatalog;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.ViewCall;
import org.tickmark.web.screens.Page;

/** The texts of this package. */
final class Texts {
    private static final MessageCatalog CATALOG = MessageCatalog.of(Texts.class);

    private Texts() {}

    static Page page(ViewCall call, Html html) {
        return new Page(call, html, CATALOG);
    }

    static Message text(String id, Object... arguments) {
        return CATALOG.message(id, arguments);
    }
}
