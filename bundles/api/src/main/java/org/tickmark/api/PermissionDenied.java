package org.tickmark.api;

import org.tickmark.api.message.MessageCatalog;

/** Thrown where a caller lacks a right. */
public final class PermissionDenied extends TickmarkException {
    private static final long serialVersionUID = 1L;
    private static final MessageCatalog MESSAGES = MessageCatalog.of(PermissionDenied.class);

    private final Permission permission;

    PermissionDenied(Caller caller, Permission permission) {
        super(Problem.error(
                        "permission.denied",
                        MESSAGES.message("permission.denied", caller.identity(), permission.name()))
                .found(caller.identity())
                .expected(permission.name())
                .advice(MESSAGES.message("permission.denied.advice", permission.name()))
                .build());
        this.permission = permission;
    }

    /** The right that was missing. */
    public Permission permission() {
        return permission;
    }
}
