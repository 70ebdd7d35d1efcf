package org.tickmark.importer.csv;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The profiles that come with this bundle. */
final class Profiles {
    /** Tickmark's own. */
    static final String OWN = "tickmark";

    private static final List<Profile> ALL = List.of(
                    OWN,
                    "danske-dk",
                    "danske-fi",
                    "danske-no",
                    "danske-se",
                    "dnb-no",
                    "handelsbanken-se",
                    "ica-banken-se",
                    "lansforsakringar-se",
                    "nordea-dk",
                    "nordea-fi",
                    "nordea-no",
                    "nordea-se",
                    "nordea-se-old",
                    "op-fi",
                    "s-pankki-fi",
                    "sbanken-no",
                    "seb-se",
                    "skandia-se",
                    "sparebank1-no",
                    "swedbank-se")
            .stream()
            .map(Profile::load)
            .toList();

    private Profiles() {}

    /** Names of all, in order. */
    static List<String> names() {
        return ALL.stream().map(Profile::name).sorted().toList();
    }

    /** The profile of this name. */
    static Optional<Profile> named(String name) {
        return ALL.stream().filter(profile -> profile.name().equals(name)).findFirst();
    }

    /** The profile that knows the most of these columns. */
    static Optional<Profile> recognise(List<Heading> headings) {
        return ALL.stream().filter(profile -> profile.matches(headings)).max(Comparator.comparingInt(Profile::weight));
    }
}
