/**
 * What is installed, what it contributes, and why something in the plugin folder does not run: computed anew from the
 * folder and the bundles each time it is asked for.
 */
package org.tickmark.platform.plugin;
