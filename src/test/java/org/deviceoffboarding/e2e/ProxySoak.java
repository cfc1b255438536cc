package org.deviceoffboarding.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The portal behind the proxies of {@code src/docs/proxy.md}, as they stand there: {@code ./portal soak proxies}. Those that
 * are not installed are left out, with a sentence.
 */
class ProxySoak {

    private static Chromium chromium;

    @BeforeAll
    static void start() {
        chromium = Chromium.launch(Chromium.find().orElseThrow());
    }

    @AfterAll
    static void end() {
        chromium.close();
    }

    @ParameterizedTest
    @CsvSource({
        "nginx, true, ''",
        "nginx, true, /devices-portal",
        "nginx, false, ''",
        "nginx, false, /devices-portal",
        "haproxy, true, ''",
        "haproxy, true, /devices-portal",
        "haproxy, false, ''",
        "haproxy, false, /devices-portal"
    })
    void openPagesFollowARun(String program, boolean upgrades, String path) throws IOException {
        assumeTrue(
                isInstalled(program),
                "There is no " + program + ": install it with 'sudo apt-get install " + program + "'");
        int port = Portal.freePort();
        int inside = Portal.freePort();
        Map<String, String> settings = Map.of("PORTAL_PUBLIC_URL", "https://localhost:" + port + path);
        try (Portal portal = Portal.start(inside, settings);
                Proxy proxy = program.equals("nginx")
                        ? Proxy.nginx(port, inside, upgrades)
                        : Proxy.haproxy(port, inside, upgrades, path)) {
            follow(new Visitors(chromium, portal));
        }
    }

    private static void follow(Visitors visitors) {
        visitors.portal().faults().holdFirstRun();
        Visitor reader = visitors.signIn(Person.READER);
        reader.open("/devices");
        Visitor owner = visitors.signIn(Person.OWNER);

        AgentSteps.startFrom(owner);

        assertThat(reader.page().getByText("Run 1: Read devices:")).isVisible();
        visitors.portal().faults().letGo();
        assertThat(reader.page().getByText("Run 1: Read devices:")).isHidden();
        AgentSteps.mustShowResult(owner);
        visitors.close();
    }

    private static boolean isInstalled(String program) {
        return Stream.concat(
                        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)),
                        Stream.of("/usr/sbin"))
                .map(folder -> Path.of(folder, program))
                .anyMatch(Files::isExecutable);
    }
}
