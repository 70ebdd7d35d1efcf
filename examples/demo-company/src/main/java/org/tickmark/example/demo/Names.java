package org.tickmark.example.demo;

/** Names of parties that do not exist, in towns that do not exist. */
final class Names {
    private static final String[] TOWNS = {
        "Exempelköping",
        "Låtsasvik",
        "Påhittinge",
        "Sagolunda",
        "Fantasifors",
        "Hittepåhult",
        "Drömbro",
        "Testlösa",
        "Ingenmansö"
    };
    private static final String[] CUSTOMERS = {
        "Bostäder AB", "Förskola", "Café HB", "Hotell AB", "Tandvård AB", "Kontor AB", "Bibliotek", "Vårdhem AB"
    };
    private static final String[] SUPPLIERS = {
        "Virke AB", "Beslag AB", "Frakt AB", "Lack & Färg AB", "Verktyg HB", "Tyg & Läder AB", "Emballage AB"
    };

    private Names() {}

    static String customer(int number) {
        return TOWNS[number % TOWNS.length] + " " + CUSTOMERS[number % CUSTOMERS.length];
    }

    static String supplier(int number) {
        return TOWNS[number % TOWNS.length] + " " + SUPPLIERS[number % SUPPLIERS.length];
    }
}
