/**
 * Files of banks and ledgers in every form that Tickmark reads, made by seed and of any size, about accounts that do not exist: a
 * {@link org.tickmark.testkit.file.Told} is what a file has to say, a {@link org.tickmark.testkit.file.FileForm} how it is said.
 */
@Export
@Version("1.0.0")
package org.tickmark.testkit.file;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
