/**
 * Mail that bundles and plugins make: a {@link MailContent} says once, in messages, what Tickmark renders as plain text and as HTML in the reader's
 * language; a {@link MailTemplate} makes one about something that is there, such as a run. Addresses, delivery and retries are the host's.
 */
@Export(substitution = Export.Substitution.NOIMPORT)
@Version("1.1.0")
package org.tickmark.api.mail;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
