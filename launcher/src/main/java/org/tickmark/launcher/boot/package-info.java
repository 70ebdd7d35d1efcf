/**
 * Brings the framework up and down: {@link org.tickmark.launcher.boot.FeatureSet} says what belongs to it,
 * {@link org.tickmark.launcher.boot.DataLock} who may, {@link org.tickmark.launcher.boot.Workbench} does it, and
 * {@link org.tickmark.launcher.boot.Readiness} says whether all of it stands.
 */
package org.tickmark.launcher.boot;
