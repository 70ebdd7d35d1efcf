package org.tickmark.testkit.host;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;

/** A service of which a test implements only the methods that are called; it keeps working when the service gets another one. */
public final class Partly {
    private Partly() {}

    /** The service whose calls go to the methods of the same signature; a call of any other method fails. */
    public static <T> T implemented(Class<T> service, Object methods) {
        Object proxy = Proxy.newProxyInstance(
                service.getClassLoader(),
                new Class<?>[] {service},
                (self, method, arguments) -> call(methods, method, arguments));
        return service.cast(proxy);
    }

    /** The service of which one method gives this answer; a call of any other method fails. */
    public static <T> T answering(Class<T> service, String name, Supplier<?> answer) {
        Object proxy = Proxy.newProxyInstance(
                service.getClassLoader(), new Class<?>[] {service}, (self, method, arguments) -> {
                    if (!method.getName().equals(name)) {
                        throw new UnsupportedOperationException(method.toString());
                    }
                    return answer.get();
                });
        return service.cast(proxy);
    }

    private static Object call(Object target, Method method, Object... arguments) throws Throwable {
        Method own;
        try {
            own = target.getClass().getDeclaredMethod(method.getName(), method.getParameterTypes());
            own.setAccessible(true);
        } catch (NoSuchMethodException e) {
            throw new UnsupportedOperationException(method.toString(), e);
        }
        try {
            return own.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
