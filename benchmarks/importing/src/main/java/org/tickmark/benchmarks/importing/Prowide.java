package org.tickmark.benchmarks.importing;

import com.prowidesoftware.swift.model.field.Field61;
import com.prowidesoftware.swift.model.mt.mt9xx.MT940;
import com.prowidesoftware.swift.model.mx.MxCamt05300108;
import com.prowidesoftware.swift.model.mx.dic.AccountStatement9;
import com.prowidesoftware.swift.model.mx.dic.CreditDebitCode;
import com.prowidesoftware.swift.model.mx.dic.ReportEntry10;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** The libraries of Prowide: each takes a whole message as a string. */
final class Prowide {
    private static final String ENVELOPE = "{1:F01FJORNOKKAXXX0000000000}{2:I940FJELNOKKXXXXN}{4:\r\n";

    private Prowide() {}

    static Tally camt(byte[] file) {
        MxCamt05300108 message = MxCamt05300108.parse(new String(file, StandardCharsets.UTF_8));
        long entries = 0;
        BigDecimal sum = BigDecimal.ZERO;
        for (AccountStatement9 statement : message.getBkToCstmrStmt().getStmt()) {
            for (ReportEntry10 entry : statement.getNtry()) {
                BigDecimal amount = entry.getAmt().getValue();
                entries++;
                sum = entry.getCdtDbtInd() == CreditDebitCode.CRDT ? sum.add(amount) : sum.subtract(amount);
            }
        }
        return new Tally(entries, sum);
    }

    /** In the envelope that the library wants and that files of banks often lack. */
    static Tally mt940(byte[] file) throws IOException {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        MT940 message = MT940.parse(ENVELOPE + text.substring(0, text.length() - 2) + "}");
        long entries = 0;
        BigDecimal sum = BigDecimal.ZERO;
        for (Field61 entry : message.getField61()) {
            if (entry.getValueDateAsCalendar() == null) {
                throw new IOException("no value date: " + entry.getValue());
            }
            BigDecimal amount = entry.getAmountAsBigDecimal();
            entries++;
            sum = entry.getDebitCreditMark().equals("C") ? sum.add(amount) : sum.subtract(amount);
        }
        return new Tally(entries, sum);
    }
}
