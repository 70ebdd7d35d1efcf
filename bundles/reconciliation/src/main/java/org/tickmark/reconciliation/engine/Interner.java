package org.tickmark.reconciliation.engine;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Gives equal texts equal numbers, from 0 upwards in the order of their first coming. The texts lie in one byte array, so
 * that millions of them cost little more than their letters. For one thread while it fills, safe for reading afterwards.
 */
final class Interner {
    private static final int FREE = -1;

    private byte[] bytes = new byte[1 << 14];
    /** Where each text begins; one more than there are texts. */
    private int[] starts = new int[1 << 10];

    private int[] hashes = new int[1 << 10];
    private int[] slots = newSlots(1 << 11);
    private int size;

    private static int[] newSlots(int length) {
        int[] slots = new int[length];
        Arrays.fill(slots, FREE);
        return slots;
    }

    /** The number of a text, given anew if it has none. */
    int intern(CharSequence text) {
        int start = starts[size];
        int end = append(text, start);
        int hash = hash(start, end);
        int slot = slot(hash, start, end);
        if (slots[slot] != FREE) {
            return slots[slot];
        }
        slots[slot] = size;
        hashes[size] = hash;
        size++;
        makeRoom();
        starts[size] = end;
        return size - 1;
    }

    /** The slot that holds the bytes {@code start..end}, or the free one where they belong. */
    private int slot(int hash, int start, int end) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != FREE && !is(slots[slot], hash, start, end)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** How many texts there are. */
    int size() {
        return size;
    }

    /** The text of a number. */
    String text(int id) {
        return new String(bytes, starts[id], starts[id + 1] - starts[id], StandardCharsets.UTF_8);
    }

    private int append(CharSequence text, int start) {
        int needed = start + text.length() * 3;
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, bytes.length + (bytes.length >> 1)));
        }
        int end = start;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                byte[] encoded = text.toString().getBytes(StandardCharsets.UTF_8);
                System.arraycopy(encoded, 0, bytes, start, encoded.length);
                return start + encoded.length;
            }
            bytes[end++] = (byte) c;
        }
        return end;
    }

    private int hash(int start, int end) {
        long hash = 0xcbf29ce484222325L;
        for (int i = start; i < end; i++) {
            hash = (hash ^ bytes[i]) * 0x100000001b3L;
        }
        return (int) Hashes.mix(hash);
    }

    private boolean is(int id, int hash, int start, int end) {
        return hashes[id] == hash && Arrays.equals(bytes, starts[id], starts[id + 1], bytes, start, end);
    }

    private void makeRoom() {
        if (size + 1 == starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2);
            hashes = Arrays.copyOf(hashes, hashes.length * 2);
        }
        if (size * 2 > slots.length) {
            int[] wider = newSlots(slots.length * 2);
            int mask = wider.length - 1;
            for (int id = 0; id < size; id++) {
                int slot = hashes[id] & mask;
                while (wider[slot] != FREE) {
                    slot = (slot + 1) & mask;
                }
                wider[slot] = id;
            }
            slots = wider;
        }
    }
}
