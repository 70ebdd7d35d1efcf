package org.tickmark.script.crmscript.run;

import java.util.List;
import org.tickmark.api.script.ScriptPosition;
import org.tickmark.api.script.ScriptSource;

/**
 * A script that can run.
 *
 * @param sources what it was compiled from
 * @param main what runs first
 * @param globals the variables of the whole program
 * @param numbers how many slots for numbers those need
 * @param objects how many slots for objects
 * @param stops where its statements begin
 */
public record Program(
        List<ScriptSource> sources,
        Function main,
        List<Variable> globals,
        int numbers,
        int objects,
        List<ScriptPosition> stops) {}
