/**
 * Units, accounts, statements and entries: what has been imported and proved, each once.
 */
package org.tickmark.books;
