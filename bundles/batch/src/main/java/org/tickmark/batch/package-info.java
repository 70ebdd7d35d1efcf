/**
 * The night run: {@link org.tickmark.api.host.batch.Batch} on the services of the other bundles, and what it leaves behind.
 */
package org.tickmark.batch;
