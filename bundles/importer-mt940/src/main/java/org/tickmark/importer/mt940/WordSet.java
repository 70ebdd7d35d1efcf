package org.tickmark.importer.mt940;

/** Words that are looked for in texts, millions of times: whether a part of a text is one of them is told without making a string of it. Immutable. */
final class WordSet {
    private final String[] table;

    private WordSet(String[] table) {
        this.table = table;
    }

    /** A set of words, none of them empty. */
    static WordSet of(String... words) {
        String[] table = new String[Integer.highestOneBit(words.length) * 8];
        for (String word : words) {
            int slot = slot(word, 0, word.length(), table.length);
            while (table[slot] != null) {
                slot = (slot + 1) & (table.length - 1);
            }
            table[slot] = word;
        }
        return new WordSet(table);
    }

    /** Whether the characters from an index, included, to another one, excluded, are one of the words. */
    boolean contains(String text, int from, int to) {
        int slot = slot(text, from, to, table.length);
        while (table[slot] != null) {
            if (table[slot].length() == to - from && text.startsWith(table[slot], from)) {
                return true;
            }
            slot = (slot + 1) & (table.length - 1);
        }
        return false;
    }

    private static int slot(String text, int from, int to, int size) {
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return (hash ^ hash >>> 7) & (size - 1);
    }
}
