package org.tickmark.api.workbench;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A screen of the web workbench. Registered as a service; no service property is needed, since all is in {@link #spec}. It is there as long as
 * the service is: it appears in browsers that are open, and goes with its bundle.
 *
 * <ul>
 *   <li>WV-01: {@link #spec} returns the same at each call and does no work.
 *   <li>WV-02: {@link #render} is called only for a caller who holds the view's permission, for which the host has checked session, host name and
 *       method; whatever comes in its parameters was typed by somebody.
 *   <li>WV-03: rendering changes nothing. Changes are made by commands, which {@link ViewCall#button} puts on the page.
 *   <li>WV-04: it takes milliseconds. After ten seconds the caller gets an error in the place of the view and the rest of the page; the thread is
 *       not interrupted. A view of which several threads hang is not asked until one comes back.
 *   <li>WV-05: what it throws is shown in its place: a {@link org.tickmark.api.TickmarkException} as what it is, anything else as an error with a
 *       reference to the log.
 *   <li>WV-06: several threads may render one view at the same time.
 *   <li>WV-07: of two views of the same id the one of higher service ranking, then of lower service id, is used.
 *   <li>WV-08: it writes at most {@link Html#LIMIT} characters.
 * </ul>
 */
@ConsumerType
public interface WorkbenchView {
    /** What the view is called, where it belongs and who may see it. */
    ViewSpec spec();

    /** Writes the view as it is now. */
    void render(ViewCall call, Html html);
}
