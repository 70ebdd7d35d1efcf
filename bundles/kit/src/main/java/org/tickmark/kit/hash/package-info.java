/** Digests of content. */
package org.tickmark.kit.hash;
