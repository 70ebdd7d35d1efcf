package org.tickmark.script.crmscript.syntax;

/** What a token is. */
enum TokenKind {
    /** A name; keywords too. */
    WORD,
    /** A whole number of 32 bits. */
    INTEGER,
    /** A whole number of 64 bits. */
    LONG,
    /** A number with a fraction. */
    FLOAT,
    /** A text in quotes. */
    STRING,
    /** An operator or a bracket. */
    SYMBOL,
    /** {@code #include} or {@code #setLanguageLevel}. */
    DIRECTIVE,
    /** A comment; only whoever puts a source in form sees it. */
    COMMENT,
    /** Text of a template, to be written as it is. */
    TEXT,
    /** {@code %name%} in a template. */
    VARIABLE,
    /** The end of the source. */
    END
}
