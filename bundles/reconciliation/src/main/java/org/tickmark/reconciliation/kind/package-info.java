/**
 * The kinds of rules that plugins add: which are there just now, and what keeps one that fails, hangs or goes away from harming anything else.
 */
package org.tickmark.reconciliation.kind;
