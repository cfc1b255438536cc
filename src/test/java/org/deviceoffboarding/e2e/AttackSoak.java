package org.deviceoffboarding.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.deviceoffboarding.attack.Attack;
import org.deviceoffboarding.attack.AttackAnswer;
import org.deviceoffboarding.attack.Sender;
import org.deviceoffboarding.demotenant.identity.Visit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The list of attacks on the packaged portal, in little memory: {@code ./portal soak attacks}. */
class AttackSoak {

    private static final long MOST_LOG = 256 * 1024;
    private static final int MANY = 400;

    private static Portal portal;
    private static Visit owner;
    private static Sender sender;

    @BeforeAll
    static void start() {
        portal = Portal.start(Portal.freePort(), Map.of("JAVA_TOOL_OPTIONS", "-Xmx256m -XX:+ExitOnOutOfMemoryError"));
        owner = new Visit(URI.create(portal.url()), "owner");
        owner.signIn();
        sender = new Sender(URI.create(portal.url()), owner.cookies());
    }

    @AfterAll
    static void end() {
        portal.close();
    }

    @Test
    void everyAttackHasItsAnswer() throws Exception {
        long before = Files.size(portal.logFile());
        Map<String, Set<String>> faults = new TreeMap<>();
        for (Attack attack : Attack.all()) {
            Set<String> found = sender.send(attack).faults(attack);
            if (!found.isEmpty()) {
                faults.put(attack.name(), found);
            }
        }

        assertThat(faults).isEmpty();
        assertLogGrewLittle(before);
        assertThat(owner.open("/devices")).isEqualTo("/devices");
    }

    @Test
    void aThousandMegabytesAreRefusedWithoutBeingHeld() throws Exception {
        long before = Files.size(portal.logFile());
        for (String address : new String[] {
            "/VAADIN/dynamic/resource/0/00000000-0000-0000-0000-000000000000/upload", "/?v-r=uidl&v-uiId=0", "/devices"
        }) {
            AttackAnswer answer = sender.stream(address, 400);

            assertThat(answer.status()).as(address).isIn(0, 400, 403, 404, 413);
        }

        assertLogGrewLittle(before);
        assertThat(owner.open("/devices")).isEqualTo("/devices");
    }

    @Test
    void whatIsRepeatedFillsNoLog() throws Exception {
        long before = Files.size(portal.logFile());
        for (int i = 0; i < MANY; i++) {
            for (Attack attack : Attack.all()) {
                if (attack.name().equals("nobody: a code that was never asked for")
                        || attack.name().equals("nobody: a percent sign with nothing behind it")
                        || attack.name().equals("nobody: a form in parts without a boundary")) {
                    sender.send(attack);
                }
            }
        }

        assertLogGrewLittle(before);
    }

    private static void assertLogGrewLittle(long before) throws Exception {
        assertThat(Files.size(portal.logFile()) - before).isLessThan(MOST_LOG);
        assertThat(Files.readAllLines(portal.logFile()))
                .noneMatch(line -> line.startsWith("\tat ") || line.chars().anyMatch(c -> c < ' ' && c != '\t'));
    }
}
