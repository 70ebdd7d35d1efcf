/**
 * Rules as sentences in English, Norwegian (bokmål) and Swedish, written and read.
 *
 * <p>{@link Words} is the door. One grammar in the code is shared by the languages; what a language says is data, and the same
 * templates write and read. A rule that has no idiom becomes an exact, longer sentence; reading what was written gives the rule back.
 * What a person types is read tolerantly, and what is not understood is a {@link Reading.NotUnderstood} that names the word and
 * offers phrases.
 *
 * <p>All types are immutable and safe for use from many threads. Nothing is null.
 */
@Export
@Version("1.0.0")
package org.tickmark.recurrence.words;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
