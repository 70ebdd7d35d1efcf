package org.tickmark.api.workbench;

import java.util.Objects;
import java.util.regex.Pattern;
import org.tickmark.api.Permission;
import org.tickmark.api.message.Message;

/**
 * A view, declared once.
 *
 * @param id what it is called in addresses: words of a-z joined by hyphens
 * @param perspective where it belongs
 * @param order its place among the views of the perspective; lower first, then by id
 * @param title what it is called for people
 * @param permission the right it takes to see it, which the services it reads from check again
 */
public record ViewSpec(String id, Perspective perspective, int order, Message title, Permission permission) {
    private static final Pattern ID = Pattern.compile("[a-z]+(-[a-z]+)*");

    public ViewSpec {
        Objects.requireNonNull(perspective, "perspective");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(permission, "permission");
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("View '" + id + "': expected words of a-z joined by hyphens");
        }
    }
}
