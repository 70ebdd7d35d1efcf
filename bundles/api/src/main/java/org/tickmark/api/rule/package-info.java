/**
 * What a plugin adds as a way to match: a {@link RuleKind} describes its parameters, is handed the open entries of one group as a
 * {@link RuleRun}, and says which of them belong together. Groups, order of rules, windows of time, the books, the proof and every
 * write are the host's.
 */
@Export(substitution = Export.Substitution.NOIMPORT)
@Version("1.0.0")
package org.tickmark.api.rule;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
