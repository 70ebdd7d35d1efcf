/**
 * The demo company: the story of one month, and writers that turn it into a bank statement, a ledger and an expectation.
 */
package org.tickmark.example.demo;
