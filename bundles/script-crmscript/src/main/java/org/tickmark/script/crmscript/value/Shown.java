package org.tickmark.script.crmscript.value;

import java.util.Map;

/** A value of a class of the library that can be unfolded. */
public interface Shown {
    /** The first parts of it, by name, in order. */
    Map<String, String> parts(int most);
}
