package org.tickmark.launcher.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The Chromium of this machine, driven as a person drives it. */
final class Chromium implements AutoCloseable {
    private static final Path PICTURES = Path.of(System.getProperty("tickmark.screens"));
    private static final String AXE = resource("/axe.min.js");

    /** All that WCAG 2.2 asks for up to AA, and what is held to be good practice beside it. */
    private static final String FIND = """
        const told = arguments[0];
        const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
        axe.run(document, { runOnly: tags, resultTypes: ['violations'] }).then(
          found => told(found.violations.flatMap(rule => rule.nodes.map(
            node => rule.id + ' at ' + node.target.join(' ') + ': ' + node.html + '\\n  ' + node.failureSummary))),
          error => told([String(error)]));
        """;

    private final ChromeDriver driver;

    private Chromium(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts it; without one the test is skipped, and fails where {@code CI=true}. */
    static Chromium start() {
        Optional<Path> browser = onPath("chromium");
        Optional<Path> itsDriver = onPath("chromedriver");
        if (browser.isEmpty() || itsDriver.isEmpty()) {
            String missing =
                    "No chromium and chromedriver on the path: on Debian, apt-get install chromium chromium-driver";
            assertThat(System.getenv("CI")).as(missing).isNotEqualTo("true");
            Assumptions.abort(missing);
        }
        LoggingPreferences logging = new LoggingPreferences();
        logging.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser.get().toFile());
        options.addArguments(
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1360,960");
        options.setCapability("goog:loggingPrefs", logging);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(itsDriver.get().toFile())
                .usingAnyFreePort()
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.manage().timeouts().scriptTimeout(Duration.ofMinutes(1));
        return new Chromium(driver);
    }

    private static Optional<Path> onPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static String resource(String name) {
        try (InputStream in = Chromium.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    void open(URI address) {
        driver.get(address.toString());
    }

    String path() {
        URI address = URI.create(driver.getCurrentUrl());
        return address.getRawQuery() == null ? address.getPath() : address.getPath() + "?" + address.getRawQuery();
    }

    /** Shows pages in this language and theme from now on. */
    void look(String language, String theme) {
        driver.manage()
                .addCookie(new Cookie.Builder("tm-look", language + "." + theme)
                        .path("/")
                        .build());
    }

    /** Is as wide as this, in CSS pixels; 0 as it was. */
    void wide(int pixels) {
        if (pixels == 0) {
            driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
            return;
        }
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", 800, "deviceScaleFactor", 0, "mobile", false));
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    WebElement one(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    /** Waits until there is one. */
    WebElement await(String selector) throws Exception {
        Waiting.until(() -> selector + " on " + text(), () -> !all(selector).isEmpty());
        return one(selector);
    }

    void type(String selector, String text) {
        one(selector).sendKeys(text);
    }

    /** Goes to a field, as somebody does who steps there. */
    void focus(String selector) {
        driver.executeScript("arguments[0].focus()", one(selector));
    }

    /** Presses keys where the focus is. */
    void press(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    String text() {
        return one("body").getText();
    }

    Object script(String source) {
        return driver.executeScript(source);
    }

    /** Takes a picture of what is to be seen. */
    void picture(String name) throws IOException {
        Files.createDirectories(PICTURES);
        Files.write(PICTURES.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    }

    /**
     * What the browser has complained of since this was asked: errors of scripts, files that are missing, and what the policy of the page forbids. What it remarks
     * beside that, such as on memory, is none.
     */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() > Level.INFO.intValue())
                .map(LogEntry::toString)
                .toList();
    }

    /** What keeps some people from using the page that is shown. */
    List<String> barriers() {
        driver.executeScript(AXE);
        List<String> found = new ArrayList<>();
        ((List<?>) driver.executeAsyncScript(FIND)).forEach(one -> found.add(String.valueOf(one)));
        return found;
    }

    @Override
    public void close() {
        driver.quit();
    }
}
