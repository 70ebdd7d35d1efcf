/** Tasks, runs, leases, chains and dispatch. The packages below are one room each; here are the components that wire them. */
package org.tickmark.scheduler;
