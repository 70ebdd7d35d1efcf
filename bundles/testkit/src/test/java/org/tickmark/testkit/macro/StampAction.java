package org.tickmark.testkit.macro;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.tickmark.api.Permission;
import org.tickmark.api.macro.ActionCall;
import org.tickmark.api.macro.MacroAction;
import org.tickmark.api.message.Message;
import org.tickmark.api.task.TaskParameter;

/** A good action that stamps papers in an office, which takes each key once. */
class StampAction implements MacroAction {
    private final Map<String, String> stamped = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();

    /** The papers with stamps, by what they are known by. */
    Map<String, String> stamped() {
        return Map.copyOf(stamped);
    }

    @Override
    public Message summary() {
        return Message.verbatim("Stamps a paper");
    }

    @Override
    public Permission permission() {
        return Permission.TASK_RUN;
    }

    @Override
    public List<TaskParameter> parameters() {
        return List.of(
                TaskParameter.required("paper", TaskParameter.Type.TEXT, Message.verbatim("What is stamped")),
                TaskParameter.choice("colour", List.of("red", "blue"), Message.verbatim("Of the stamp")));
    }

    @Override
    public List<String> results() {
        return List.of("colour");
    }

    @Override
    public Map<String, String> run(ActionCall call) throws Exception {
        call.cancel().throwIfCancelled();
        String paper = call.parameters().get("paper");
        if (paper.isEmpty()) {
            throw new IllegalStateException("There is no paper");
        }
        if (!call.isDryRun()) {
            stamp(call, paper);
        }
        return Map.of("colour", call.parameters().get("colour"));
    }

    void stamp(ActionCall call, String paper) {
        stamped.put(call.once().orElseGet(() -> "paper " + numbers.incrementAndGet()), paper);
    }
}
