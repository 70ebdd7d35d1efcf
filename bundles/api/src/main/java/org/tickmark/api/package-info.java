/**
 * What every contract of Tickmark shares: who calls ({@link Caller}), what went wrong ({@link Problem},
 * {@link TickmarkException}), and how long work is followed and stopped ({@link Progress}, {@link CancelToken}).
 *
 * <p>In every package of the API nothing is null: a parameter is not null unless its Javadoc says so, a method that may
 * have no answer returns an {@link java.util.Optional}, and a method that may have none of many returns an empty list.
 */
@Export(substitution = Export.Substitution.NOIMPORT)
@Version("1.0.0")
package org.tickmark.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
