package org.tickmark.reconciliation.engine;

import java.util.List;
import java.util.Map;
import org.tickmark.api.rule.RuleKind;
import org.tickmark.api.rule.RuleParameter;

/**
 * A kind that a plugin adds.
 *
 * @param kind the plugin's part
 */
record AddedKind(RuleKind kind) implements Kind {
    @Override
    public List<RuleParameter> parameters() {
        return kind.parameters();
    }

    @Override
    public boolean readsContents() {
        return true;
    }

    @Override
    public Pass pass(Map<String, String> settings) {
        return new AddedPass(kind, settings);
    }
}
