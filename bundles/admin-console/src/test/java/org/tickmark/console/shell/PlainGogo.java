package org.tickmark.console.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.apache.felix.gogo.runtime.CommandProcessorImpl;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.command.Process;
import org.tickmark.console.engine.CommandRegistry.Name;
import org.tickmark.console.engine.Workbench;

/** Gogo without OSGi: the functions of a workbench, and two of the kind that a shell brings. */
public final class PlainGogo {
    private PlainGogo() {}

    public static CommandProcessor over(Workbench workbench) {
        CommandProcessorImpl gogo = new CommandProcessorImpl();
        for (Name name : workbench.registry().names()) {
            gogo.addCommand("tickmark", new GogoFunction(workbench.runner(), List.of(name.scope())), name.scope());
            if (!name.verb().isEmpty()) {
                Function function = new GogoFunction(workbench.runner(), List.of(name.scope(), name.verb()));
                gogo.addCommand(name.scope(), function, name.verb());
            }
        }
        TextFunctions.byName().forEach((name, function) -> gogo.addCommand("tickmark", function, name));
        gogo.addCommand("felix", new BuiltIns(), "shout");
        gogo.addCommand("felix", new BuiltIns(), "fail");
        return gogo;
    }

    /** Functions that read and write the standard streams, as those of Felix do. */
    public static final class BuiltIns {
        /** Writes what it reads in capital letters. */
        public void shout() throws IOException {
            Process process = Process.Utils.current();
            String text = new String(process.in().readAllBytes(), StandardCharsets.UTF_8);
            byte[] loud = text.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
            process.out().write(loud, 0, loud.length);
        }

        /** Fails as a function with a defect does. */
        public void fail() {
            throw new IllegalStateException("the drawer is stuck");
        }
    }
}
