package org.tickmark.script.run;

import java.util.List;
import java.util.Objects;
import org.tickmark.api.Permission;
import org.tickmark.api.message.Message;
import org.tickmark.api.script.GrantedObject;

/**
 * Something of the host's that scripts can be granted. Immutable.
 *
 * @param name what scripts call it
 * @param summary what it is for
 * @param operations what it can do
 */
record Grant(String name, Message summary, List<Operation> operations) {
    /**
     * Something that it can do.
     *
     * @param method what scripts call
     * @param permission what it takes, which is checked before it is done
     * @param effect whether it changes something; a dry run then only says what it would do
     * @param action does it
     */
    record Operation(GrantedObject.Method method, Permission permission, Effect effect, Action action) {
        Operation {
            Objects.requireNonNull(method, "method");
            Objects.requireNonNull(permission, "permission");
            Objects.requireNonNull(effect, "effect");
            Objects.requireNonNull(action, "action");
        }
    }

    /** Whether an operation changes something. */
    enum Effect {
        /** It only reads, or takes care of a dry run itself. */
        READS,
        /** It changes something, also outside. */
        CHANGES
    }

    /** Does something for a session. */
    @FunctionalInterface
    interface Action {
        /** Does it with arguments as the method declares them, and returns what it declares. */
        Object on(Session session, List<Object> arguments);
    }

    Grant {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(summary, "summary");
        operations = List.copyOf(operations);
    }

    /** The object while a script is only checked: it cannot be called. */
    GrantedObject described() {
        return new Described(this);
    }

    List<GrantedObject.Method> methods() {
        return operations.stream().map(Operation::method).toList();
    }

    Operation operation(GrantedObject.Method method) {
        return operations.stream()
                .filter(operation -> operation.method().equals(method))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " has no method " + method));
    }

    private record Described(Grant grant) implements GrantedObject {
        @Override
        public String name() {
            return grant.name();
        }

        @Override
        public List<Method> methods() {
            return grant.methods();
        }

        @Override
        public Object call(Method method, List<Object> arguments) {
            throw new IllegalStateException("A script that is checked calls nothing");
        }
    }
}
