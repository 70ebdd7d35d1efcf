package org.tickmark.importers.pipeline;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.importer.EntryDetail;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.Party;
import org.tickmark.api.importer.Reference;

/** Writes entries to a spool and reads them back as they were. The form lives only as long as one file is read. */
final class EntryCodec {
    private static final long NO_DATE = Long.MIN_VALUE;

    private EntryCodec() {}

    static void write(ImportedEntry entry, DataOutput out) throws IOException {
        write(entry.amount(), out);
        write(entry.position(), out);
        write(entry.id(), out);
        write(entry.status().name(), out);
        write(entry.bookingDate(), out);
        write(entry.valueDate(), out);
        write(entry.currency(), out);
        out.writeBoolean(entry.originalAmount().isPresent());
        if (entry.originalAmount().isPresent()) {
            write(entry.originalAmount().get(), out);
            write(entry.originalCurrency(), out);
        }
        out.writeBoolean(entry.reversal());
        write(entry.bankReference(), out);
        writeReferences(entry.references(), out);
        write(entry.party(), out);
        writeTexts(entry.text(), out);
        write(entry.transactionCode(), out);
        write(entry.voucher(), out);
        out.writeInt(entry.details().size());
        for (EntryDetail detail : entry.details()) {
            write(detail.amount(), out);
            writeReferences(detail.references(), out);
            write(detail.party(), out);
            writeTexts(detail.text(), out);
        }
    }

    static ImportedEntry read(DataInput in) throws IOException {
        ImportedEntry.Builder entry = ImportedEntry.of(readAmount(in), readText(in));
        entry.id(readText(in));
        entry.status(ImportedEntry.Status.valueOf(readText(in)));
        readDate(in).ifPresent(entry::bookingDate);
        readDate(in).ifPresent(entry::valueDate);
        entry.currency(readText(in));
        if (in.readBoolean()) {
            entry.original(readAmount(in), readText(in));
        }
        entry.reversal(in.readBoolean());
        entry.bankReference(readText(in));
        for (Reference reference : readReferences(in)) {
            entry.reference(reference.type(), reference.value());
        }
        entry.party(readParty(in));
        readTexts(in).forEach(entry::text);
        entry.transactionCode(readText(in));
        entry.voucher(readText(in));
        int details = in.readInt();
        for (int i = 0; i < details; i++) {
            entry.detail(new EntryDetail(readAmount(in), readReferences(in), readParty(in), readTexts(in)));
        }
        return entry.build();
    }

    private static void write(BigDecimal amount, DataOutput out) throws IOException {
        byte[] unscaled = amount.unscaledValue().toByteArray();
        out.writeInt(amount.scale());
        out.writeInt(unscaled.length);
        out.write(unscaled);
    }

    private static BigDecimal readAmount(DataInput in) throws IOException {
        int scale = in.readInt();
        return new BigDecimal(new BigInteger(readBytes(in)), scale);
    }

    private static void write(Optional<LocalDate> date, DataOutput out) throws IOException {
        out.writeLong(date.map(LocalDate::toEpochDay).orElse(NO_DATE));
    }

    private static Optional<LocalDate> readDate(DataInput in) throws IOException {
        long day = in.readLong();
        return day == NO_DATE ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day));
    }

    /** As length and bytes: {@link DataOutput#writeUTF} holds 65,535 bytes at most, a text may hold more. */
    private static void write(String text, DataOutput out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String readText(DataInput in) throws IOException {
        return new String(readBytes(in), StandardCharsets.UTF_8);
    }

    private static byte[] readBytes(DataInput in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return bytes;
    }

    private static void writeTexts(List<String> texts, DataOutput out) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            write(text, out);
        }
    }

    private static List<String> readTexts(DataInput in) throws IOException {
        String[] texts = new String[in.readInt()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = readText(in);
        }
        return List.of(texts);
    }

    private static void writeReferences(List<Reference> references, DataOutput out) throws IOException {
        out.writeInt(references.size());
        for (Reference reference : references) {
            write(reference.type().name(), out);
            write(reference.value(), out);
        }
    }

    private static List<Reference> readReferences(DataInput in) throws IOException {
        Reference[] references = new Reference[in.readInt()];
        for (int i = 0; i < references.length; i++) {
            references[i] = new Reference(Reference.Type.valueOf(readText(in)), readText(in));
        }
        return List.of(references);
    }

    private static void write(Party party, DataOutput out) throws IOException {
        write(party.name(), out);
        write(party.account(), out);
        write(party.bic(), out);
        write(party.organisation(), out);
    }

    private static Party readParty(DataInput in) throws IOException {
        return new Party(readText(in), readText(in), readText(in), readText(in));
    }
}
