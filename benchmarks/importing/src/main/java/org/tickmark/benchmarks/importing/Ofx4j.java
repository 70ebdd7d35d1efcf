package org.tickmark.benchmarks.importing;

import com.webcohesion.ofx4j.domain.data.MessageSetType;
import com.webcohesion.ofx4j.domain.data.ResponseEnvelope;
import com.webcohesion.ofx4j.domain.data.banking.BankStatementResponseTransaction;
import com.webcohesion.ofx4j.domain.data.banking.BankingResponseMessageSet;
import com.webcohesion.ofx4j.domain.data.common.Transaction;
import com.webcohesion.ofx4j.io.AggregateUnmarshaller;
import com.webcohesion.ofx4j.io.OFXParseException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.Charset;

/** OFX read by ofx4j, which makes a tree of objects. */
final class Ofx4j {
    private static final Charset ENCODING = Charset.forName("windows-1252");

    private Ofx4j() {}

    static Tally read(byte[] file) throws IOException, OFXParseException {
        ResponseEnvelope envelope = new AggregateUnmarshaller<>(ResponseEnvelope.class)
                .unmarshal(new InputStreamReader(new ByteArrayInputStream(file), ENCODING));
        BankingResponseMessageSet banking = (BankingResponseMessageSet) envelope.getMessageSet(MessageSetType.banking);
        long entries = 0;
        BigDecimal sum = BigDecimal.ZERO;
        for (BankStatementResponseTransaction response : banking.getStatementResponses()) {
            for (Transaction transaction :
                    response.getMessage().getTransactionList().getTransactions()) {
                entries++;
                sum = sum.add(transaction.getBigDecimalAmount());
            }
        }
        return new Tally(entries, sum);
    }
}
