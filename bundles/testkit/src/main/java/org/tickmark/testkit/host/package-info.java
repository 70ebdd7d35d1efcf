/**
 * Fakes of the contracts between Tickmark's own bundles, for their tests.
 */
package org.tickmark.testkit.host;
