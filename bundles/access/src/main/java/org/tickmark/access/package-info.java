/** The audit log: records appended in the caller's transaction, chained by hashes after the commit. */
package org.tickmark.access;
