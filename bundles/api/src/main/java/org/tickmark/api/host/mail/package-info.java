/**
 * Mail inside Tickmark: {@link Outbox} takes mails in the transaction of what they report; {@link Mails} is for people who look after them.
 */
@Export(substitution = Export.Substitution.NOIMPORT)
@Version("1.0.0")
package org.tickmark.api.host.mail;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
