/**
 * Text formats of lines, read from bytes under limits: {@link org.tickmark.kit.lines.LineReader} cuts a file into lines and decides its character
 * encoding by an {@link org.tickmark.kit.lines.EncodingRule}, {@link org.tickmark.kit.lines.Ascii} reads numbers and amounts out of a line,
 * {@link org.tickmark.kit.lines.ShortWords} words that come again and again,
 * {@link org.tickmark.kit.lines.LineProblems} words what is wrong with a file that a bank delivers, and
 * {@link org.tickmark.kit.lines.RepeatedWarnings} keeps a warning from being told a thousand times.
 */
package org.tickmark.kit.lines;
