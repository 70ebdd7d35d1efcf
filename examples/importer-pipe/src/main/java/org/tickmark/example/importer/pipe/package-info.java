/** The smallest complete file format: one component, the lines it reads, and its texts in three languages. */
package org.tickmark.example.importer.pipe;
