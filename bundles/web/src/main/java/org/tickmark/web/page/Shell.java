package org.tickmark.web.page;

import java.util.Locale;
import org.tickmark.api.workbench.Html;

/** The document around every page. It alone writes what {@link Html} does not: head and scripts. */
public final class Shell {
    /** No code from texts, nothing from elsewhere, nothing of a page kept in the browser; answers that are errors are shown too. */
    private static final String HTMX =
            "{\"allowEval\":false,\"allowScriptTags\":false,\"includeIndicatorStyles\":false,"
                    + "\"selfRequestsOnly\":true,\"historyCacheSize\":0,\"refreshOnHistoryMiss\":true,\"scrollIntoViewOnBoost\":false,"
                    + "\"responseHandling\":[{\"code\":\"204\",\"swap\":false},{\"code\":\"...\",\"swap\":true}]}";

    private static final int ROOM = 1_000_000;

    private final Assets assets;

    public Shell(Assets assets) {
        this.assets = assets;
    }

    /** Room for the body of a page. */
    public static Html body() {
        return new Html(ROOM);
    }

    /** A page of the workbench, where links and forms change the page in its place if there is JavaScript. */
    public String workbench(Locale locale, String theme, String title, Html body) {
        String scripts = "<meta name=\"htmx-config\" content=\"" + escaped(HTMX) + "\">\n<script src=\""
                + assets.address("htmx.js") + "\" defer></script>\n<script type=\"module\" src=\""
                + assets.address("tickmark.js") + "\"></script>\n";
        return document(locale, theme, title, scripts, "<body hx-boost=\"true\">\n", body);
    }

    /** A page for who is not signed in: without any script. */
    public String plain(Locale locale, String theme, String title, Html body) {
        return document(locale, theme, title, "", "<body class=\"plain\">\n", body);
    }

    private String document(Locale locale, String theme, String title, String scripts, String bodyTag, Html body) {
        return "<!DOCTYPE html>\n<html lang=\"" + escaped(locale.toLanguageTag()) + "\" data-theme=\"" + escaped(theme)
                + "\">\n<head>\n<meta charset=\"utf-8\">\n<title>" + escaped(title) + "</title>\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta name=\"color-scheme\" content=\"light dark\">\n"
                + "<link rel=\"icon\" href=\"" + assets.address("icon.svg") + "\">\n"
                + "<link rel=\"stylesheet\" href=\"" + assets.address("tickmark.css") + "\">\n" + scripts + "</head>\n"
                + bodyTag + body.written() + "\n</body>\n</html>\n";
    }

    private static String escaped(String text) {
        return new Html().text(text).written();
    }
}
