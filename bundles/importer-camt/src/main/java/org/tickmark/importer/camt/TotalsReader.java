package org.tickmark.importer.camt;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;
import org.tickmark.api.importer.ControlTotals;
import org.tickmark.kit.xml.XmlCursor;

/** Reads {@code TxsSummry}: what the statement itself says of the number and the sums of its entries. */
final class TotalsReader {
    private final XmlCursor xml;
    private final Fields fields;
    private Optional<Long> count = Optional.empty();
    private Optional<BigDecimal> credits = Optional.empty();
    private Optional<BigDecimal> debits = Optional.empty();
    private Optional<BigDecimal> net = Optional.empty();
    private Optional<Direction> netDirection = Optional.empty();

    TotalsReader(XmlCursor xml, Fields fields) {
        this.xml = xml;
        this.fields = fields;
    }

    /** Reads the element that the cursor has just entered, and leaves it. */
    void read() throws IOException {
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "TtlNtries" -> total();
                case "TtlCdtNtries" -> credits = sum();
                case "TtlDbtNtries" -> debits = sum();
                default -> xml.skip();
            }
        }
    }

    /** What was read; empty when it says nothing that can be compared. */
    Optional<ControlTotals> totals() {
        Optional<BigDecimal> signed = net.flatMap(amount -> netDirection.map(direction -> direction.sign(amount)));
        ControlTotals totals = new ControlTotals(count, signed, credits, debits);
        boolean saysNothing = count.isEmpty() && signed.isEmpty() && credits.isEmpty() && debits.isEmpty();
        return saysNothing ? Optional.empty() : Optional.of(totals);
    }

    /** The sum of all entries is one of amounts without sign there; the net one lies beside it, and from version 4 a level down. */
    private void total() throws IOException {
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "NbOfNtries" -> count = fields.number();
                case "TtlNetNtryAmt" -> net = fields.amount();
                case "CdtDbtInd" -> netDirection = fields.direction();
                case "TtlNetNtry" -> netEntry();
                default -> xml.skip();
            }
        }
    }

    private void netEntry() throws IOException {
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "Amt" -> net = fields.amount();
                case "CdtDbtInd" -> netDirection = fields.direction();
                default -> xml.skip();
            }
        }
    }

    private Optional<BigDecimal> sum() throws IOException {
        Optional<BigDecimal> sum = Optional.empty();
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "Sum" -> sum = fields.amount();
                default -> xml.skip();
            }
        }
        return sum;
    }
}
