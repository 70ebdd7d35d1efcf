/**
 * Mail: an outbox that is written in the transaction of what it reports, a courier that hands mails to a server until each is delivered or given
 * up, and the rendering of what bundles and plugins have to say.
 */
package org.tickmark.mail;
