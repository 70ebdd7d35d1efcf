package org.tickmark.kit.jdbc;

import java.util.List;

/** Several values bound as one SQL array; the type is named so that an empty one has a type too. */
record ArrayValue(String type, List<?> elements) {}
