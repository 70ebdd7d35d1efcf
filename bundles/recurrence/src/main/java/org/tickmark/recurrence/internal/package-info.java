/** How rules are evaluated: sequences of seconds by arithmetic. Shared by the packages of this bundle, not exported. */
package org.tickmark.recurrence.internal;
