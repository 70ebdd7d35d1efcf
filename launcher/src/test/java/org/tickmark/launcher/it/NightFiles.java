package org.tickmark.launcher.it;

import static org.tickmark.launcher.it.NightCompany.FIRST_DAY;
import static org.tickmark.launcher.it.NightCompany.LAST_DAY;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The twenty files of one night for three invented companies, the same at each time for the same size: statements and
 * ledgers, of which one does not add up, one comes twice and some overlap.
 */
final class NightFiles implements FileSet {
    private static final BigDecimal WRONG = new BigDecimal("0.01");

    private final List<NightCompany> companies;
    private final Map<Path, byte[]> files = new TreeMap<>();

    /** @param size how many payments the smallest company has; the largest has six times as many */
    NightFiles(int size) {
        NightCompany north = NightCompany.of("north", "Nordan Fantasi AB", 1, 6 * size);
        NightCompany south = NightCompany.of("south", "Sunnan Fantasi AB", 2, 2 * size);
        NightCompany west = NightCompany.of("west", "Vastan Fantasi AB", 3, size);
        companies = List.of(north, south, west);
        statements(north, 1);
        add(north, "bank/07-once-more.xml", files.get(path(north, "bank/02.xml")));
        add(north, "bank/08-overlap.xml", north.statement("O", LocalDate.of(2026, 5, 15), LAST_DAY, BigDecimal.ZERO));
        add(north, "bank/09-wrong.xml", north.statement("W", LocalDate.of(2026, 6, 1), LAST_DAY, WRONG));
        add(north, "ledger/1-april.se", north.ledger(LocalDate.of(2026, 4, 30)));
        add(north, "ledger/2-june.se", north.ledger(LAST_DAY));
        statements(south, 2);
        add(south, "ledger/1-march.se", south.ledger(LocalDate.of(2026, 3, 31)));
        add(south, "ledger/2-june.se", south.ledger(LAST_DAY));
        statements(west, 2);
        add(west, "ledger/june.se", west.ledger(LAST_DAY));
    }

    /** A statement for every so many months. */
    private void statements(NightCompany company, int months) {
        LocalDate first = FIRST_DAY;
        for (int number = 1; first.isBefore(LAST_DAY); number++) {
            LocalDate next = first.plusMonths(months);
            String id = "S" + number;
            add(company, "bank/0" + number + ".xml", company.statement(id, first, next.minusDays(1), BigDecimal.ZERO));
            first = next;
        }
    }

    private void add(NightCompany company, String name, byte[] bytes) {
        files.put(path(company, name), bytes);
    }

    private static Path path(NightCompany company, String name) {
        return Path.of("in", company.code(), name);
    }

    @Override
    public Map<Path, byte[]> bytes() {
        return files;
    }

    @Override
    public String definitions(String archive) {
        return "units:\n" + each(NightFiles::unit) + "imports:\n" + each(company -> imports(company, archive))
                + "groups:\n" + each(NightFiles::group);
    }

    private String each(Function<NightCompany, String> text) {
        return companies.stream().map(text).collect(Collectors.joining());
    }

    private static String unit(NightCompany company) {
        return """
                  - code: %s
                    name: %s
                    currency: SEK
                    accounts:
                      - {code: bank, side: bank, iban: %s}
                      - {code: "1930", side: ledger}
                """.formatted(company.code(), company.name(), company.iban());
    }

    private static String imports(NightCompany company, String archive) {
        return """
                  - name: %1$s-bank
                    unit: %1$s
                    source: in/%1$s/bank
                    pattern: "*.xml"
                    archive: %2$s/%1$s/bank
                    background: true
                  - name: %1$s-ledger
                    unit: %1$s
                    accounts: ["1930"]
                    source: in/%1$s/ledger
                    pattern: "*.se"
                    archive: %2$s/%1$s/ledger
                    background: true
                """.formatted(company.code(), archive);
    }

    private static String group(NightCompany company) {
        return """
                  - name: %1$s-1930
                    unit: %1$s
                    bank: [bank]
                    ledger: ["1930"]
                    background: true
                """.formatted(company.code());
    }
}
