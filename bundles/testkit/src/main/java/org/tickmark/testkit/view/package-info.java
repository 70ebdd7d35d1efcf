/**
 * For those who write a view of the web workbench: {@link org.tickmark.testkit.view.WorkbenchViewContract} checks its rules by number, over a
 * {@link org.tickmark.testkit.view.FakeViewCall} that answers commands as the test says.
 */
@Export
@Version("1.0.0")
package org.tickmark.testkit.view;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
