package org.tickmark.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The documents of the project against what they tell of. */
class DocumentsTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern COORDINATES = Pattern.compile("`([a-z][\\w.-]*:[\\w.-]+)`");
    private static final Pattern FIGURE = Pattern.compile("\\btickmark_[a-z_]+");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)(#[^)]*)?\\)");

    @Test
    void a40_everyDependencyStandsInTheTableAndNothingElseDoes() throws Exception {
        Set<String> declared = new TreeSet<>();
        for (String path :
                List.of("//dependencyManagement/dependencies/dependency", "//annotationProcessorPaths/path")) {
            declared.addAll(coordinates(path));
        }
        Set<String> plugins = coordinates("//plugin");
        Set<String> told = found(COORDINATES, Files.readString(ROOT.resolve("CONTRIBUTING.md")))
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(told).containsAll(declared);
        declared.addAll(plugins);
        assertThat(declared).containsAll(told);
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        for (Path document : documents()) {
            found(LINK, Files.readString(document))
                    .map(match -> match.group(1))
                    .filter(link -> !link.contains("://"))
                    .forEach(link -> assertThat(document.resolveSibling(link))
                            .as("link in %s", document)
                            .exists());
        }
    }

    @Test
    void alertsAndDashboardAskForFiguresThatAreTold() throws IOException {
        String code = sources();
        for (String file : List.of("alerts.yaml", "dashboard.json")) {
            Set<String> figures = found(FIGURE, Files.readString(ROOT.resolve("examples/monitoring/" + file)))
                    .map(match -> match.group().replaceFirst("_bucket$", ""))
                    .collect(Collectors.toSet());

            assertThat(figures)
                    .as("figures in %s", file)
                    .isNotEmpty()
                    .allMatch(name -> code.contains('"' + name + '"'));
        }
    }

    private static Set<String> coordinates(String path) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        Document pom =
                factory.newDocumentBuilder().parse(ROOT.resolve("pom.xml").toFile());
        XPath xpath = XPathFactory.newInstance().newXPath();
        NodeList nodes = (NodeList) xpath.evaluate(path, pom, XPathConstants.NODESET);
        Set<String> coordinates = new TreeSet<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            Node node = nodes.item(i);
            String group = xpath.evaluate("groupId", node);
            if (!group.equals("org.tickmark")) {
                coordinates.add(group + ":" + xpath.evaluate("artifactId", node));
            }
        }
        return coordinates;
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> root = Files.list(ROOT);
                Stream<Path> bundles = Files.walk(ROOT.resolve("bundles"), 2);
                Stream<Path> examples = Files.walk(ROOT.resolve("examples"), 2)) {
            return Stream.of(root, bundles, examples)
                    .flatMap(paths -> paths)
                    .filter(path -> path.toString().endsWith(".md"))
                    .toList();
        }
    }

    /** What the bundles are made of, as one text. */
    private static String sources() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> bundles = Files.walk(ROOT.resolve("bundles"))) {
            for (Path path : (Iterable<Path>) bundles.filter(DocumentsTest::isSource)::iterator) {
                text.append(Files.readString(path));
            }
        }
        return text.toString();
    }

    private static boolean isSource(Path path) {
        return path.toString().endsWith(".java")
                && path.toString().contains("src/main/java".replace('/', File.separatorChar));
    }

    private static Stream<MatchResult> found(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }
}
