/**
 * For those who write a kind of rule: {@link org.tickmark.testkit.rule.RuleKindContract} checks its rules by number, over a
 * {@link org.tickmark.testkit.rule.FakeRuleRun} that checks matches as the host does.
 */
@Export
@Version("1.0.0")
package org.tickmark.testkit.rule;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
