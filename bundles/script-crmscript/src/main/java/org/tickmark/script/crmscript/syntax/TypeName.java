package org.tickmark.script.crmscript.syntax;

import java.util.List;
import java.util.Optional;
import org.tickmark.api.script.ScriptPosition;

/**
 * A type as it is written.
 *
 * @param at where
 * @param name the name before the brackets
 * @param dimensions for each pair of brackets the size in it, if there is one
 */
public record TypeName(ScriptPosition at, String name, List<Optional<Expression>> dimensions) {}
