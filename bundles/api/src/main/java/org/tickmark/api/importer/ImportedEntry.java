package org.tickmark.api.importer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** An entry as a file gives it. Immutable; made by {@link #of}. */
public final class ImportedEntry {
    private static final int MOST_DOCUMENTS = 500;
    private static final Set<Reference.Type> DOCUMENTS = Set.of(Reference.Type.CREDITOR, Reference.Type.INVOICE);

    private final Status status;
    private final BigDecimal amount;
    private final LocalDate bookingDate;
    private final LocalDate valueDate;
    private final String currency;
    private final BigDecimal originalAmount;
    private final String originalCurrency;
    private final boolean reversal;
    private final String bankReference;
    private final List<Reference> references;
    private final Party party;
    private final List<String> text;
    private final String transactionCode;
    private final String voucher;
    private final List<EntryDetail> details;
    private final String id;
    private final String position;

    private ImportedEntry(Builder builder) {
        this.status = builder.status;
        this.amount = builder.amount;
        this.bookingDate = builder.bookingDate;
        this.valueDate = builder.valueDate;
        this.currency = builder.currency;
        this.originalAmount = builder.originalAmount;
        this.originalCurrency = builder.originalCurrency;
        this.reversal = builder.reversal;
        this.bankReference = builder.bankReference;
        this.references = List.copyOf(builder.references);
        this.party = builder.party;
        this.text = List.copyOf(builder.text);
        this.transactionCode = builder.transactionCode;
        this.voucher = builder.voucher;
        this.details = List.copyOf(builder.details);
        this.id = builder.id;
        this.position = builder.position;
    }

    /** Whether an entry stands. Only booked entries move a balance. */
    public enum Status {
        /** Booked. */
        BOOKED,
        /** Expected, not yet booked. */
        PENDING,
        /** For information only. */
        INFO
    }

    /**
     * Starts an entry.
     *
     * @param amount signed: positive is into the account (bank) or debit (ledger); the scale given is kept
     * @param position where in the file it is, such as {@code line 118} or {@code Stmt[1]/Ntry[3]}
     */
    public static Builder of(BigDecimal amount, String position) {
        return new Builder(amount, position);
    }

    /** Whether it stands. */
    public Status status() {
        return status;
    }

    /** Signed amount in the account's currency. */
    public BigDecimal amount() {
        return amount;
    }

    /** When it was booked; empty when the file does not say, and then the statement's date holds, with a warning. */
    public Optional<LocalDate> bookingDate() {
        return Optional.ofNullable(bookingDate);
    }

    /** From when it bears interest. */
    public Optional<LocalDate> valueDate() {
        return Optional.ofNullable(valueDate);
    }

    /** ISO 4217 code of the amount; empty for the statement's. */
    public String currency() {
        return currency;
    }

    /** Signed amount in the currency it was instructed in, when that is another. */
    public Optional<BigDecimal> originalAmount() {
        return Optional.ofNullable(originalAmount);
    }

    /** ISO 4217 code of {@link #originalAmount}; empty when there is none. */
    public String originalCurrency() {
        return originalCurrency;
    }

    /** Whether the file marks it as a reversal; the sign of the amount already says which way the money went. */
    public boolean reversal() {
        return reversal;
    }

    /** The bank's own reference for the entry; empty when there is none. It may repeat. */
    public String bankReference() {
        return bankReference;
    }

    /** References given in fields of their own. */
    public List<Reference> references() {
        return references;
    }

    /** The other side. */
    public Party party() {
        return party;
    }

    /** Lines of free text as given, never joined. */
    public List<String> text() {
        return text;
    }

    /** Bank transaction code, such as {@code PMNT/RCDT/ESCT} or a proprietary one; empty when there is none. */
    public String transactionCode() {
        return transactionCode;
    }

    /** Series and number of the voucher in a ledger, such as {@code A 118}; empty elsewhere. */
    public String voucher() {
        return voucher;
    }

    /** The payments it consists of, when the file tells them. */
    public List<EntryDetail> details() {
        return details;
    }

    /** The documents that its payments name, each once, in their order; none where there are more than {@value #MOST_DOCUMENTS}. */
    public List<Reference> documents() {
        List<Reference> documents = details.stream()
                .flatMap(detail -> detail.references().stream())
                .filter(reference -> DOCUMENTS.contains(reference.type()))
                .distinct()
                .limit(MOST_DOCUMENTS + 1L)
                .toList();
        return documents.size() > MOST_DOCUMENTS ? List.of() : documents;
    }

    /**
     * What the file itself calls the row, such as its number in an export; empty when it has no name of its own. It names the
     * row to people and ties it to no other: two files may number their rows alike.
     */
    public String id() {
        return id;
    }

    /** Where in the file it is. */
    public String position() {
        return position;
    }

    /** The same entry, booked on this day. */
    public ImportedEntry bookedOn(LocalDate day) {
        return new Builder(this).bookingDate(day).build();
    }

    /** Collects the parts of an {@link ImportedEntry}; one thread at a time. */
    public static final class Builder {
        private final BigDecimal amount;
        private final String position;
        private Status status = Status.BOOKED;
        private LocalDate bookingDate;
        private LocalDate valueDate;
        private String currency = "";
        private BigDecimal originalAmount;
        private String originalCurrency = "";
        private boolean reversal;
        private String bankReference = "";
        private List<Reference> references = List.of();
        private Party party = Party.NONE;
        private List<String> text = List.of();
        private String transactionCode = "";
        private String voucher = "";
        private List<EntryDetail> details = List.of();
        private String id = "";

        private Builder(BigDecimal amount, String position) {
            this.amount = Objects.requireNonNull(amount, "amount");
            this.position = Objects.requireNonNull(position, "position");
        }

        private Builder(ImportedEntry entry) {
            this(entry.amount, entry.position);
            status = entry.status;
            bookingDate = entry.bookingDate;
            valueDate = entry.valueDate;
            currency = entry.currency;
            originalAmount = entry.originalAmount;
            originalCurrency = entry.originalCurrency;
            reversal = entry.reversal;
            bankReference = entry.bankReference;
            references = entry.references;
            party = entry.party;
            text = entry.text;
            transactionCode = entry.transactionCode;
            voucher = entry.voucher;
            details = entry.details;
            id = entry.id;
        }

        /** Whether it stands; booked unless said otherwise. */
        public Builder status(Status entryStatus) {
            this.status = Objects.requireNonNull(entryStatus, "entryStatus");
            return this;
        }

        /** When it was booked. */
        public Builder bookingDate(LocalDate date) {
            this.bookingDate = Objects.requireNonNull(date, "date");
            return this;
        }

        /** From when it bears interest. */
        public Builder valueDate(LocalDate date) {
            this.valueDate = Objects.requireNonNull(date, "date");
            return this;
        }

        /** ISO 4217 code of the amount, when it may differ from the statement's. */
        public Builder currency(String code) {
            this.currency = Objects.requireNonNull(code, "code");
            return this;
        }

        /** Signed amount and ISO 4217 code that it was instructed in. */
        public Builder original(BigDecimal instructedAmount, String code) {
            this.originalAmount = Objects.requireNonNull(instructedAmount, "instructedAmount");
            this.originalCurrency = Objects.requireNonNull(code, "code");
            return this;
        }

        /** Whether the file marks it as a reversal. */
        public Builder reversal(boolean marked) {
            this.reversal = marked;
            return this;
        }

        /** The bank's own reference. */
        public Builder bankReference(String reference) {
            this.bankReference = Objects.requireNonNull(reference, "reference").strip();
            return this;
        }

        /** One more reference; one without a value is left out. */
        public Builder reference(Reference.Type type, String value) {
            if (!value.isBlank()) {
                references = with(references, new Reference(type, value));
            }
            return this;
        }

        /** The other side. */
        public Builder party(Party otherSide) {
            this.party = Objects.requireNonNull(otherSide, "otherSide");
            return this;
        }

        /** One more line of free text; a blank one is left out. */
        public Builder text(String line) {
            if (!line.isBlank()) {
                text = with(text, line.strip());
            }
            return this;
        }

        /** Bank transaction code. */
        public Builder transactionCode(String code) {
            this.transactionCode = Objects.requireNonNull(code, "code");
            return this;
        }

        /** Series and number of the voucher. */
        public Builder voucher(String seriesAndNumber) {
            this.voucher = Objects.requireNonNull(seriesAndNumber, "seriesAndNumber");
            return this;
        }

        /** What the file itself calls the row. */
        public Builder id(String name) {
            this.id = Objects.requireNonNull(name, "name").strip();
            return this;
        }

        /** One more payment it consists of. */
        public Builder detail(EntryDetail detail) {
            details = with(details, Objects.requireNonNull(detail, "detail"));
            return this;
        }

        /** The entry. */
        public ImportedEntry build() {
            return new ImportedEntry(this);
        }

        /** The list, which is the builder's own, and one more: most lists of an entry are short, and millions of entries are made. */
        private static <T> List<T> with(List<T> list, T one) {
            return switch (list.size()) {
                case 0 -> List.of(one);
                case 1 -> List.of(list.get(0), one);
                default -> {
                    List<T> longer = list instanceof ArrayList<?> ? list : new ArrayList<>(list);
                    longer.add(one);
                    yield longer;
                }
            };
        }
    }
}
