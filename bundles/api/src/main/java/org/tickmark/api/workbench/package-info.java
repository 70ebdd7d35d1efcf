/**
 * Screens of the web workbench. A bundle registers a {@link WorkbenchView}; the host shows it in the navigator to those who may see it, and
 * calls it for each page with a {@link ViewCall} and an {@link Html} to write to. What a screen lets people do are
 * {@linkplain org.tickmark.api.command.WorkbenchCommand commands}: {@link ViewCall#button} puts them on it.
 */
@Export(substitution = Export.Substitution.NOIMPORT)
@Version("1.0.0")
package org.tickmark.api.workbench;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
