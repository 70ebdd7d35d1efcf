/**
 * The way of a file: recognised ({@link Formats}), read and proved ({@link FileReader}), and either shown
 * ({@link Previews}) or carried into the books and the archive ({@link Pipeline}).
 */
package org.tickmark.importers.pipeline;
