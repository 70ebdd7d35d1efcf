package org.tickmark.books;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.ImportedEntry.Status;
import org.tickmark.api.importer.Reference;
import org.tickmark.kit.hash.Sha256;

/**
 * What makes two entries of an account the same: the bank's reference or the voucher where there is one, else all that
 * was told of it; booking date, amount and currency in any case, because references are used again. Entries that are
 * equal in this are told apart by their ordinal. For one thread.
 */
final class EntryIdentity {
    /** Which rule made an identity; stored with each entry, so that a later rule does not import history again. */
    static final int VERSION = 1;

    /** References that say that there is none. */
    private static final Set<String> NO_REFERENCE = Set.of("NONREF", "NOTPROVIDED");

    private static final int DIGEST_BYTES = 16;
    private static final char SEPARATOR = '\u001f';
    private static final String UNDATED = "00000000";
    private static final int FIRST_YEAR = 1000;
    private static final int LAST_YEAR = 9999;
    private static final int ASCII = 128;

    private final MessageDigest sha256 = Sha256.digest();
    private final String currency;

    /** Identities of entries on an account in this currency. */
    EntryIdentity(String currency) {
        this.currency = currency;
    }

    /**
     * The identity: the day as {@code 20261104}, a hyphen, and half of a SHA-256 in hexadecimal digits.
     *
     * @param status how the entry will stand in the books: one that is only announced is never the booked one
     */
    String of(ImportedEntry entry, Status status) {
        String day = entry.bookingDate()
                .or(entry::valueDate)
                .map(EntryIdentity::digits)
                .orElse(UNDATED);
        byte[] digest = sha256.digest(material(entry, status).getBytes(StandardCharsets.UTF_8));
        return day + '-' + HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
    }

    private String material(ImportedEntry entry, Status status) {
        StringBuilder material = new StringBuilder(160);
        add(material, status.name());
        add(material, text(entry.bookingDate()));
        add(material, plain(entry.amount()));
        add(material, currency);
        Optional<String> reference = strongReference(entry);
        if (reference.isPresent()) {
            add(material, reference.get());
        } else {
            addDescription(material, entry);
        }
        return material.toString();
    }

    private static Optional<String> strongReference(ImportedEntry entry) {
        String bank = entry.bankReference().strip();
        if (!bank.isEmpty() && !NO_REFERENCE.contains(bank)) {
            return Optional.of("bank " + bank);
        }
        return entry.voucher().isBlank()
                ? Optional.empty()
                : Optional.of("voucher " + entry.voucher().strip());
    }

    private static void addDescription(StringBuilder material, ImportedEntry entry) {
        add(material, "described");
        add(material, text(entry.valueDate()));
        add(material, normal(String.join("", entry.text())));
        add(material, normal(entry.party().name()));
        add(material, entry.party().account());
        entry.references().stream().map(EntryIdentity::text).sorted().forEach(reference -> add(material, reference));
    }

    private static void add(StringBuilder material, String part) {
        material.append(part).append(SEPARATOR);
    }

    private static String text(Optional<LocalDate> date) {
        return date.map(LocalDate::toString).orElse("");
    }

    private static String text(Reference reference) {
        return reference.type() + ":" + reference.value();
    }

    /** An amount as written without needless zeros: 8.850 and 8.85 are the same amount. */
    static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }

    /** The day in eight digits; more, behind a sign, where the year has more than four. */
    private static String digits(LocalDate day) {
        int year = day.getYear();
        return year < FIRST_YEAR || year > LAST_YEAR
                ? day.toString().replace("-", "")
                : Integer.toString((year * 100 + day.getMonthValue()) * 100 + day.getDayOfMonth());
    }

    /** Text without what differs between exports of the same: case, width, and white space, since lines break anywhere. */
    private static String normal(String text) {
        StringBuilder normal = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ASCII) {
                return normalOfOthers(text);
            } else if (c >= 'A' && c <= 'Z') {
                normal.append((char) (c + 'a' - 'A'));
            } else if (c != ' ' && (c < '\t' || c > '\r')) {
                normal.append(c);
            }
        }
        return normal.toString();
    }

    private static String normalOfOthers(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\s+", "")
                .toLowerCase(Locale.ROOT);
    }

    /** References as the books keep them: one {@code TYPE:value} a line. */
    static String lines(List<Reference> references) {
        if (references.isEmpty()) {
            return "";
        }
        StringJoiner lines = new StringJoiner("\n");
        for (Reference reference : references) {
            lines.add(text(reference));
        }
        return lines.toString();
    }
}
