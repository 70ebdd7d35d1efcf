package org.tickmark.testkit.macro;

import java.util.Map;
import org.tickmark.api.macro.MacroAction;

/** The good action keeps the contract. */
class StampActionContractTest extends MacroActionContract {
    private final StampAction action = new StampAction();

    @Override
    protected MacroAction action() {
        return action;
    }

    @Override
    protected FakeActionCall goodCall() {
        return FakeActionCall.of(action, Map.of("paper", "bill"));
    }

    @Override
    protected FakeActionCall failingCall() {
        return FakeActionCall.of(action, Map.of("paper", ""));
    }

    @Override
    protected Object outside() {
        return action.stamped();
    }
}
