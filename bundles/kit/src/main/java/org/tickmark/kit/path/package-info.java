/** Folders that others gave: whether they can be worked with. */
package org.tickmark.kit.path;
