/** Packed files of other people, unpacked within limits. */
package org.tickmark.kit.zip;
