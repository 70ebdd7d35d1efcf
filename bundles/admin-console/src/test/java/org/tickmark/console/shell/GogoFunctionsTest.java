package org.tickmark.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Dictionary;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.felix.service.command.CommandProcessor;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.tickmark.console.engine.CommandRegistry.Name;
import org.tickmark.console.engine.Workbench;
import org.tickmark.testkit.host.Partly;

class GogoFunctionsTest {
    private final SortedMap<String, Integer> registered = new TreeMap<>();
    private final BundleContext context = Partly.implemented(BundleContext.class, new ContextMethods());
    private final GogoFunctions functions = new GogoFunctions(context, new Workbench().runner());

    /** What the functions call of the framework. */
    public final class ContextMethods {
        ServiceRegistration<?> registerService(Class<?> type, Object service, Dictionary<String, ?> properties) {
            String name = properties.get(CommandProcessor.COMMAND_SCOPE) + ":"
                    + properties.get(CommandProcessor.COMMAND_FUNCTION);
            registered.merge(name, 1, Integer::sum);
            return Partly.answering(
                    ServiceRegistration.class, "unregister", () -> registered.merge(name, -1, Integer::sum));
        }
    }

    @Test
    void aCommandIsAFunctionOfItsScopeAndOneOfItsOwn() {
        functions.add(new Name("unit", "list"));
        functions.add(new Name("unit", "add"));
        functions.add(new Name("doctor", ""));

        assertThat(registered)
                .containsEntry("tickmark:unit", 1)
                .containsEntry("unit:list", 1)
                .containsEntry("unit:add", 1)
                .containsEntry("tickmark:doctor", 1)
                .containsEntry("tickmark:help", 1);
    }

    @Test
    void aFunctionGoesWithTheLastCommandThatNeedsIt() {
        functions.add(new Name("unit", "list"));
        functions.add(new Name("unit", "list"));

        functions.remove(new Name("unit", "list"));
        assertThat(registered).containsEntry("tickmark:unit", 1).containsEntry("unit:list", 1);

        functions.remove(new Name("unit", "list"));
        assertThat(registered).containsEntry("tickmark:unit", 0).containsEntry("unit:list", 0);
    }

    @Test
    void nothingIsLeftWhenItIsClosed() {
        functions.add(new Name("unit", "list"));

        functions.close();
        functions.remove(new Name("unit", "list"));
        functions.add(new Name("unit", "add"));

        assertThat(registered.values()).containsOnly(0);
    }
}
