/**
 * Payment references and what free text holds of them. {@link org.tickmark.kit.reference.References} finds typed references,
 * {@link org.tickmark.kit.reference.Tokens} plain ones, {@link org.tickmark.kit.reference.Normal} brings texts into a form in which they
 * compare. All are pure functions of their arguments, made for millions of rows; callers keep the raw text beside the result.
 */
package org.tickmark.kit.reference;
