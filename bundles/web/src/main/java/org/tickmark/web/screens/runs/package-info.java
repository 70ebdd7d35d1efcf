/** The screens of runs: the list, one run with what belongs to it, and its log. */
package org.tickmark.web.screens.runs;
