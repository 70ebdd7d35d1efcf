package org.tickmark.api.importer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/** What a statement says of itself before its entries. Immutable; made by {@link #of}. */
public final class StatementHeader {
    private final Kind kind;
    private final AccountId account;
    private final String currency;
    private final String id;
    private final Long sequence;
    private final Integer page;
    private final boolean lastPage;
    private final LocalDate from;
    private final LocalDate to;
    private final Instant createdAt;
    private final String owner;

    private StatementHeader(Builder builder) {
        this.kind = builder.kind;
        this.account = builder.account;
        this.currency = builder.currency;
        this.id = builder.id;
        this.sequence = builder.sequence;
        this.page = builder.page;
        this.lastPage = builder.lastPage;
        this.from = builder.from;
        this.to = builder.to;
        this.createdAt = builder.createdAt;
        this.owner = builder.owner;
    }

    /** What kind of statement it is. */
    public enum Kind {
        /** Booked entries of a bank account between two balances. */
        STATEMENT,
        /** Entries of a day not yet over; moves no balance. */
        INTRADAY,
        /** Notice of entries, such as the details of a batch; moves no balance. */
        NOTIFICATION,
        /** Entries of an account in a ledger. */
        LEDGER
    }

    /**
     * Starts a header.
     *
     * @param currency ISO 4217 code of the account; empty when the file does not say
     */
    public static Builder of(Kind kind, AccountId account, String currency) {
        return new Builder(kind, account, currency);
    }

    /** What kind of statement it is. */
    public Kind kind() {
        return kind;
    }

    /** Which account it is of. */
    public AccountId account() {
        return account;
    }

    /** ISO 4217 code of the account; empty when the file does not say. */
    public String currency() {
        return currency;
    }

    /** Identification by the bank; empty when there is none. Some banks use it again every year. */
    public String id() {
        return id;
    }

    /** Electronic sequence number. */
    public Optional<Long> sequence() {
        return Optional.ofNullable(sequence);
    }

    /** Page number, from 1, of a statement in pages. */
    public Optional<Integer> page() {
        return Optional.ofNullable(page);
    }

    /** Whether this is the last page; true for a statement without pages. */
    public boolean lastPage() {
        return lastPage;
    }

    /** First day, included. */
    public Optional<LocalDate> from() {
        return Optional.ofNullable(from);
    }

    /** Last day, included. */
    public Optional<LocalDate> to() {
        return Optional.ofNullable(to);
    }

    /** When the bank made it. */
    public Optional<Instant> createdAt() {
        return Optional.ofNullable(createdAt);
    }

    /** Organisation number of the account's owner; empty when the file does not say. */
    public String owner() {
        return owner;
    }

    /** Collects the parts of a {@link StatementHeader}; one thread at a time. */
    public static final class Builder {
        private final Kind kind;
        private final AccountId account;
        private final String currency;
        private String id = "";
        private Long sequence;
        private Integer page;
        private boolean lastPage = true;
        private LocalDate from;
        private LocalDate to;
        private Instant createdAt;
        private String owner = "";

        private Builder(Kind kind, AccountId account, String currency) {
            this.kind = Objects.requireNonNull(kind, "kind");
            this.account = Objects.requireNonNull(account, "account");
            this.currency = Objects.requireNonNull(currency, "currency");
        }

        /** Identification by the bank. */
        public Builder id(String statementId) {
            this.id = Objects.requireNonNull(statementId, "statementId");
            return this;
        }

        /** Electronic sequence number. */
        public Builder sequence(long number) {
            this.sequence = number;
            return this;
        }

        /** Page number, from 1, and whether it is the last page. */
        public Builder page(int number, boolean last) {
            this.page = number;
            this.lastPage = last;
            return this;
        }

        /** First and last day, both included. */
        public Builder period(LocalDate firstDay, LocalDate lastDay) {
            this.from = Objects.requireNonNull(firstDay, "firstDay");
            this.to = Objects.requireNonNull(lastDay, "lastDay");
            return this;
        }

        /** When the bank made it. */
        public Builder createdAt(Instant instant) {
            this.createdAt = Objects.requireNonNull(instant, "instant");
            return this;
        }

        /** Organisation number of the account's owner. */
        public Builder owner(String organisation) {
            this.owner = Objects.requireNonNull(organisation, "organisation");
            return this;
        }

        /** The header. */
        public StatementHeader build() {
            return new StatementHeader(this);
        }
    }
}
