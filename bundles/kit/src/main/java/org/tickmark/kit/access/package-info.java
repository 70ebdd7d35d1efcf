/**
 * Who stands behind a name that a definition was saved under: {@link org.tickmark.kit.access.Owners}.
 */
package org.tickmark.kit.access;
