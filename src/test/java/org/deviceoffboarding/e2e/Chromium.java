package org.deviceoffboarding.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The Chromium of this machine, driven through Playwright. Nothing is downloaded, and it calls nobody by itself. */
final class Chromium implements AutoCloseable {

    /** Whoever looks at every frame, as is usual, has the browser paint frames that nobody needs. */
    static final int MILLIS_BETWEEN_LOOKS = 50;

    private static final int PATIENCE_MILLIS = 90_000;

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /**
     * Returns the program: what the environment variable {@code CHROMIUM} names, else the one that is installed; rather the one without
     * windows, which is the same engine and takes two thirds of the processor's time.
     */
    static Optional<Path> find() {
        String named = System.getenv("CHROMIUM");
        Stream<Path> candidates = named != null
                ? Stream.of(Path.of(named))
                : Stream.of("chromium-headless-shell", "chromium")
                        .flatMap(program -> Stream.concat(Stream.of(Path.of("/usr/bin", program)), onPath(program)));
        return candidates.filter(Files::isExecutable).findFirst();
    }

    static Chromium launch(Path program) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Chromium(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(program)
                                .setArgs(ARGUMENTS)));
    }

    /** Opens a window that shares nothing with any other, as if on another computer. */
    Visitor visit(Portal portal) {
        Visitor visitor = new Visitor(
                portal,
                browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(1440, 1000)
                        .setLocale("en-GB")
                        .setTimezoneId("Europe/Berlin")
                        .setReducedMotion(ReducedMotion.REDUCE)));
        visitor.page().setDefaultTimeout(PATIENCE_MILLIS);
        return visitor;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Stream<Path> onPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program));
    }
}
