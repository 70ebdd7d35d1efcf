package org.tickmark.importers.pipeline;

import java.math.BigDecimal;
import java.math.BigInteger;
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
    private static final ImportedEntry.Status[] STATUSES = ImportedEntry.Status.values();
    private static final Reference.Type[] REFERENCE_TYPES = Reference.Type.values();

    private EntryCodec() {}

    static void write(ImportedEntry entry, SpoolOutput out) {
        write(entry.amount(), out);
        out.text(entry.position());
        out.text(entry.id());
        out.choice(entry.status());
        write(entry.bookingDate(), out);
        write(entry.valueDate(), out);
        out.text(entry.currency());
        out.flag(entry.originalAmount().isPresent());
        if (entry.originalAmount().isPresent()) {
            write(entry.originalAmount().get(), out);
            out.text(entry.originalCurrency());
        }
        out.flag(entry.reversal());
        out.text(entry.bankReference());
        writeReferences(entry.references(), out);
        write(entry.party(), out);
        writeTexts(entry.text(), out);
        out.text(entry.transactionCode());
        out.text(entry.voucher());
        out.count(entry.details().size());
        for (EntryDetail detail : entry.details()) {
            write(detail.amount(), out);
            writeReferences(detail.references(), out);
            write(detail.party(), out);
            writeTexts(detail.text(), out);
        }
    }

    static ImportedEntry read(SpoolInput in) {
        ImportedEntry.Builder entry = ImportedEntry.of(readAmount(in), in.text());
        entry.id(in.text());
        entry.status(in.choice(STATUSES));
        readDate(in).ifPresent(entry::bookingDate);
        readDate(in).ifPresent(entry::valueDate);
        entry.currency(in.text());
        if (in.flag()) {
            entry.original(readAmount(in), in.text());
        }
        entry.reversal(in.flag());
        entry.bankReference(in.text());
        int references = in.count();
        for (int i = 0; i < references; i++) {
            entry.reference(in.choice(REFERENCE_TYPES), in.text());
        }
        entry.party(readParty(in));
        int texts = in.count();
        for (int i = 0; i < texts; i++) {
            entry.text(in.text());
        }
        entry.transactionCode(in.text());
        entry.voucher(in.text());
        int details = in.count();
        for (int i = 0; i < details; i++) {
            entry.detail(new EntryDetail(readAmount(in), readReferences(in), readParty(in), readTexts(in)));
        }
        return entry.build();
    }

    /** Most amounts fit into a long. */
    private static void write(BigDecimal amount, SpoolOutput out) {
        BigInteger unscaled = amount.unscaledValue();
        boolean fits = unscaled.bitLength() < Long.SIZE;
        out.count(amount.scale());
        out.flag(fits);
        if (fits) {
            out.number(unscaled.longValue());
        } else {
            out.bytes(unscaled.toByteArray());
        }
    }

    private static BigDecimal readAmount(SpoolInput in) {
        int scale = in.count();
        return in.flag() ? BigDecimal.valueOf(in.number(), scale) : new BigDecimal(new BigInteger(in.bytes()), scale);
    }

    private static void write(Optional<LocalDate> date, SpoolOutput out) {
        out.number(date.map(LocalDate::toEpochDay).orElse(NO_DATE));
    }

    private static Optional<LocalDate> readDate(SpoolInput in) {
        long day = in.number();
        return day == NO_DATE ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day));
    }

    private static void writeTexts(List<String> texts, SpoolOutput out) {
        out.count(texts.size());
        texts.forEach(out::text);
    }

    private static List<String> readTexts(SpoolInput in) {
        String[] texts = new String[in.count()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = in.text();
        }
        return List.of(texts);
    }

    private static void writeReferences(List<Reference> references, SpoolOutput out) {
        out.count(references.size());
        for (Reference reference : references) {
            out.choice(reference.type());
            out.text(reference.value());
        }
    }

    private static List<Reference> readReferences(SpoolInput in) {
        Reference[] references = new Reference[in.count()];
        for (int i = 0; i < references.length; i++) {
            references[i] = new Reference(in.choice(REFERENCE_TYPES), in.text());
        }
        return List.of(references);
    }

    private static void write(Party party, SpoolOutput out) {
        out.text(party.name());
        out.text(party.account());
        out.text(party.bic());
        out.text(party.organisation());
    }

    private static Party readParty(SpoolInput in) {
        return new Party(in.text(), in.text(), in.text(), in.text());
    }
}
