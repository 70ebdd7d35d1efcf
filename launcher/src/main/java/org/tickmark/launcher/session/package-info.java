/**
 * The launcher's end of the socket: {@link org.tickmark.launcher.session.Connection} talks to the server,
 * {@link org.tickmark.launcher.session.Terminal} shows what it says, {@link org.tickmark.launcher.session.Signals} passes on what
 * the user breaks off.
 */
package org.tickmark.launcher.session;
