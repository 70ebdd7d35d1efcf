/**
 * Workbooks as spreadsheets save them (Office Open XML, ECMA-376), as far as it takes to see their sheets as rows of cells: a
 * {@link org.tickmark.importer.csv.xlsx.Workbook} has sheets, and shows the rows of each one after the other in bounded memory.
 */
package org.tickmark.importer.csv.xlsx;
