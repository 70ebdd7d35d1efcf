package org.tickmark.kit.xml;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.tickmark.api.Problem;
import org.tickmark.api.message.Message;

/**
 * What a reader expects of its documents.
 *
 * @param numbered elements whose number is part of their place even when there is but one
 * @param stranger starts the problem (class E2) of a document of another kind; without a place
 * @param largeRecordAdvice what to do about a record that takes too much memory, if there is something to do
 */
public record DocumentKind(
        Set<String> numbered, Supplier<Problem.Builder> stranger, Optional<Message> largeRecordAdvice) {
    public DocumentKind {
        numbered = Set.copyOf(numbered);
        Objects.requireNonNull(stranger, "stranger");
        Objects.requireNonNull(largeRecordAdvice, "largeRecordAdvice");
    }
}
