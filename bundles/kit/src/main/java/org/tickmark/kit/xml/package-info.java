/**
 * XML documents of other people, read in bounded memory: {@link org.tickmark.kit.xml.XmlCursor} walks them from element to element by local
 * names, {@link org.tickmark.kit.xml.DocumentKind} is what a reader expects of them. No document type declarations, no entities, limits for
 * depth and length; a document that cannot be read on is a {@link org.tickmark.api.TickmarkException} with its place.
 */
package org.tickmark.kit.xml;
