package org.tickmark.benchmarks.matching.workload;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tickmark.kit.reference.CheckDigits;

/** The parties of a small company: invented names, numbers that are theirs for good. For one thread. */
final class Cast {
    private static final String[] STEMS = {
        "Nordvik", "Solberg", "Østby", "Åsmund", "Ærfugl", "Kråkenes", "Björkås", "Sjöholm", "Lyngdal", "Havstein",
        "Brattvåg", "Grønnli", "Fjellheim", "Storåker", "Myrvold", "Kvammen", "Rødseth", "Tverrelv", "Lindås",
                "Skarpnes"
    };
    private static final String[] TRADES = {
        "Bygg",
        "Rør",
        "Elektro",
        "Transport",
        "Regnskap",
        "Fisk",
        "Renhold",
        "Eiendom",
        "Maskin",
        "Blomster",
        "Måleri",
        "Trykk"
    };
    private static final String[] FORMS = {"AS", "AB", "ANS", "HB"};
    private static final String[] FIRST_NAMES = {
        "Kari", "Ola", "Ingrid", "Lars", "Anne", "Per", "Sølvi", "Åse", "Björn", "Eva", "Nils", "Marit"
    };
    private static final String[] LAST_NAMES = {
        "Hansen", "Johansen", "Bergström", "Lunde", "Ødegård", "Nygård", "Svensson", "Moen", "Haugen", "Lindqvist"
    };

    private final SplitMix random;
    private final List<String> companies = new ArrayList<>();
    private final List<String> people = new ArrayList<>();

    Cast(SplitMix random) {
        this.random = random;
        for (String stem : STEMS) {
            for (String trade : TRADES) {
                companies.add(stem + ' ' + trade + ' ' + random.one(FORMS));
            }
        }
        for (String first : FIRST_NAMES) {
            for (String last : LAST_NAMES) {
                people.add(first + ' ' + last);
            }
        }
        shuffle(companies);
        shuffle(people);
    }

    private void shuffle(List<String> names) {
        for (int i = names.size() - 1; i > 0; i--) {
            Collections.swap(names, i, random.below(i + 1));
        }
    }

    /** A company that was not cast before. */
    String company() {
        return companies.remove(companies.size() - 1);
    }

    /** A person who was not cast before. */
    String person() {
        return people.remove(people.size() - 1);
    }

    List<String> companies(int count) {
        List<String> cast = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            cast.add(company());
        }
        return cast;
    }

    List<String> people(int count) {
        List<String> cast = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            cast.add(person());
        }
        return cast;
    }

    /** Two names of which one begins the other, but not by having been cut off. */
    String[] alikes() {
        return random.one(
                new String[] {"Granheim Bygg AS", "Granheim Byggeri AS"},
                new String[] {"Anders Bergli", "Anders Berglind"},
                new String[] {"Haukelid Fisk AS", "Haukelid Fiskeri AS"},
                new String[] {"Rognstad Transport AS", "Rognstad Transport Nord AS"},
                new String[] {"Ekelund Måleri AB", "Ekelund Målerigross AB"},
                new String[] {"Marie Kristin", "Marie Kristine"},
                new String[] {"Vestlia Eiendom AS", "Vestlia Eiendom Drift AS"});
    }

    /** A Norwegian bank account number: the last digit is a check digit by the same weights as a KID's. */
    String account() {
        while (true) {
            String base = String.format("%04d%06d", random.between(1000, 9999), random.below(1_000_000));
            char check = CheckDigits.mod11Digit(base);
            if (check != '-') {
                String number = base + check;
                return number.substring(0, 4) + ' ' + number.substring(4, 6) + ' ' + number.substring(6);
            }
        }
    }

    /** A KID or an OCR number without a length digit. */
    String kid(long number) {
        String base = String.format("%07d", number);
        return base + CheckDigits.luhnDigit(base);
    }
}
