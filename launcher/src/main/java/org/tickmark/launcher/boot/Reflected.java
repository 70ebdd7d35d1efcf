package org.tickmark.launcher.boot;

import java.lang.reflect.Method;
import java.util.stream.Stream;

/** Calls what belongs to a class loader that the launcher does not share. */
final class Reflected {
    private Reflected() {}

    /** Calls the method of this name that a public interface of the object declares. */
    static Object call(Object target, String interfaceName, String method, Object... arguments) {
        try {
            Class<?> type = target.getClass().getClassLoader().loadClass(interfaceName);
            Method found = Stream.of(type.getMethods())
                    .filter(candidate -> candidate.getName().equals(method))
                    .findFirst()
                    .orElseThrow(() -> new NoSuchMethodException(interfaceName + "." + method));
            return found.invoke(target, arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(interfaceName + "." + method + " cannot be called", e);
        }
    }

    /** The public field of a data transfer object. */
    static Object field(Object dto, String name) {
        try {
            return dto.getClass().getField(name).get(dto);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(dto.getClass().getName() + "." + name + " cannot be read", e);
        }
    }
}
