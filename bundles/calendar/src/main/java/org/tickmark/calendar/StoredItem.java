package org.tickmark.calendar;

import org.tickmark.calendar.series.Item;

/**
 * An item as it stands.
 *
 * @param revision grows with each change
 */
record StoredItem(ItemRef ref, int revision, Item item) {}
