/**
 * What every test of a plugin may need: a clock that stands until it is moved ({@link ManualClock}), a check that the
 * texts of a package are complete in every language ({@link MessageFiles}), and a look at what is still held in memory
 * ({@link HeapProbe}). Contracts of single extension points lie in
 * packages of their own.
 */
@Export
@Version("1.0.0")
package org.tickmark.testkit;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
