package org.tickmark.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The samples of the README compile and run. */
class ReadmeSamplesTest {
    private static final Pattern SAMPLE = Pattern.compile("(?s)\n```java\n(.*?)```");
    private static final String IMPORTS = """
            import java.time.*;
            import java.util.*;
            import org.tickmark.recurrence.*;
            import org.tickmark.recurrence.calendar.*;
            import org.tickmark.recurrence.form.*;
            import org.tickmark.recurrence.series.*;
            import org.tickmark.recurrence.words.*;
            """;

    @TempDir
    private Path classes;

    @TestFactory
    List<DynamicTest> compilesAndRunsEverySample() throws Exception {
        List<DynamicTest> tests = new ArrayList<>();
        SAMPLE.matcher(Files.readString(Path.of("README.md"))).results().forEach(sample -> {
            String name = "Sample" + (tests.size() + 1);
            tests.add(DynamicTest.dynamicTest(name, () -> run(name, sample.group(1))));
        });
        assertThat(tests).isNotEmpty();
        return tests;
    }

    private void run(String name, String sample) throws Exception {
        String source =
                IMPORTS + "public class " + name + " { public static void main(String[] args) {\n" + sample + "}}";
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter problems = new StringWriter();
        List<String> options =
                List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none");
        boolean compiled = compiler.getTask(problems, null, null, options, null, List.of(new Source(name, source)))
                .call();
        assertThat(compiled).as(problems.toString()).isTrue();
        URL[] path = {classes.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(path, getClass().getClassLoader())) {
            Method main = loader.loadClass(name).getMethod("main", String[].class);
            main.invoke(null, (Object) new String[0]);
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name + JavaFileObject.Kind.SOURCE.extension), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
