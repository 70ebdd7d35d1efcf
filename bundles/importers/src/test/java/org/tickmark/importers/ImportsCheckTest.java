package org.tickmark.importers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tickmark.api.Caller;
import org.tickmark.api.Problem;
import org.tickmark.api.health.Health;
import org.tickmark.api.host.imports.ImportDefinition;
import org.tickmark.api.host.imports.Imports;
import org.tickmark.api.host.imports.PathCheck;
import org.tickmark.api.message.Message;
import org.tickmark.testkit.host.Partly;

class ImportsCheckTest {
    private List<ImportDefinition> definitions = List.of();
    private List<PathCheck> checks = List.of();

    /** What the check calls of the service. */
    public final class ImportsMethods {
        List<ImportDefinition> definitions(Caller caller) {
            return definitions;
        }

        List<PathCheck> checkPaths(Caller caller, List<String> names) {
            return checks;
        }
    }

    private Health health() {
        return new ImportsCheck(Partly.implemented(Imports.class, new ImportsMethods())).check();
    }

    @Test
    void withoutATickedDefinitionANightImportsNothing() {
        definitions = List.of(definition("by-hand", false));

        assertThat(health().problems()).extracting(Problem::code).containsExactly("imports.none");
    }

    @Test
    void aFolderThatCannotBeUsedIsAPath() {
        definitions = List.of(definition("bank", true));
        checks = List.of(
                new PathCheck("bank", "100", "source.there", true, Message.verbatim("/in")),
                new PathCheck("bank", "100", "archive.there", false, Message.verbatim("/archive is not there.")));

        assertThat(health().problems()).singleElement().satisfies(problem -> assertThat(problem.toString())
                .isEqualTo("imports.path: bank, archive.there: /archive is not there."));
        assertThat(health().found().toString()).isEqualTo("1 definitions, 1 ticked for night runs");
    }

    private static ImportDefinition definition(String name, boolean background) {
        return new ImportDefinition(
                name,
                "100",
                Optional.empty(),
                List.of(),
                "in",
                "*",
                "archive",
                background,
                ImportDefinition.Strictness.USUAL,
                Map.of(),
                List.of(),
                ImportDefinition.Whole.SETTLED);
    }
}
