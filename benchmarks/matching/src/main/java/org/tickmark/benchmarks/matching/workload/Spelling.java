package org.tickmark.benchmarks.matching.workload;

import java.util.Locale;

/** The ways in which banks and people write a name. */
enum Spelling {
    /** As its bearer writes it. */
    PLAIN {
        @Override
        String write(String name, SplitMix random) {
            return name;
        }
    },
    CAPITALS {
        @Override
        String write(String name, SplitMix random) {
            return name.toUpperCase(Locale.ROOT);
        }
    },
    /** Letters outside ASCII lose their marks. */
    WITHOUT_MARKS {
        @Override
        String write(String name, SplitMix random) {
            return replace(name.toUpperCase(Locale.ROOT), "A", "A", "O");
        }
    },
    /** Letters outside ASCII become two. */
    TWO_LETTERS {
        @Override
        String write(String name, SplitMix random) {
            return replace(name.toUpperCase(Locale.ROOT), "AA", "AE", "OE");
        }
    },
    /** Letters outside ASCII were lost on the way. */
    BROKEN {
        @Override
        String write(String name, SplitMix random) {
            return replace(name.toUpperCase(Locale.ROOT), "?", "?", "?");
        }
    },
    CUT {
        @Override
        String write(String name, SplitMix random) {
            return name.toUpperCase(Locale.ROOT)
                    .substring(0, Math.min(name.length(), random.between(10, 14)))
                    .strip();
        }
    },
    WITHOUT_FORM {
        @Override
        String write(String name, SplitMix random) {
            return withoutForm(name);
        }
    },
    /** The last word comes first. */
    REORDERED {
        @Override
        String write(String name, SplitMix random) {
            int last = name.lastIndexOf(' ');
            return last < 0 ? name : name.substring(last + 1) + ' ' + name.substring(0, last);
        }
    },
    SMALL {
        @Override
        String write(String name, SplitMix random) {
            return name.toLowerCase(Locale.ROOT);
        }
    };

    abstract String write(String name, SplitMix random);

    /** Writes a name in one of all ways. */
    static String any(String name, SplitMix random) {
        return random.one(values()).write(name, random);
    }

    /** Writes a name in a way in which the whole of it can still be read. */
    static String whole(String name, SplitMix random) {
        return random.one(PLAIN, CAPITALS, WITHOUT_MARKS, SMALL).write(name, random);
    }

    static String withoutForm(String name) {
        return name.replaceAll(" (AS|AB|ANS|HB|DA)$", "");
    }

    private static String replace(String name, String ring, String ligature, String slash) {
        return name.replace("Å", ring)
                .replace("Æ", ligature)
                .replace("Ä", ligature)
                .replace("Ø", slash)
                .replace("Ö", slash);
    }
}
