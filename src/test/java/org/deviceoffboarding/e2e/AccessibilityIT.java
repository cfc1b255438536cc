package org.deviceoffboarding.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every page, scanned in both looks of tests. The pages before the first result are scanned in {@link WatchedRunsIT}. */
@EndToEnd
class AccessibilityIT {

    @BeforeEach
    void aRunHasEnded(Visitors visitors) {
        AgentSteps.mustHaveRun(visitors);
    }

    @Test
    void pagesWithAResultCanBeUsedByEveryone(Visitors visitors) {
        Visitor owner = visitors.signIn(Person.OWNER);
        List<String> wrong = new ArrayList<>();
        List.of(
                        entry("", "overview"),
                        entry("suggestions", "suggestions"),
                        entry("devices", "devices"),
                        entry("exceptions", "exceptions"),
                        entry("audit", "audit-log"),
                        entry("settings", "settings"),
                        entry("settings/schedule", "settings-schedule"),
                        entry("settings/instructions", "settings-instructions"),
                        entry("settings/thresholds", "settings-thresholds"),
                        entry("settings/playbooks", "settings-playbooks"),
                        entry("settings/playbooks/hybrid", "settings-playbook"),
                        entry("settings/approval", "settings-approval"),
                        entry("settings/people", "settings-people"),
                        entry("approvals", "approvals"),
                        entry("removed/deleted", "removed-deleted"),
                        entry("runs/1", "run"))
                .forEach(page -> {
                    owner.goTo("/" + page.getKey());
                    wrong.addAll(PageInspection.inBothLooks(owner, page.getValue()));
                });
        assertThat(wrong).isEmpty();
    }

    @Test
    void pagesOfOneThingCanBeUsedByEveryone(Visitors visitors) {
        Visitor reader = visitors.signIn(Person.READER);
        List<String> wrong = new ArrayList<>();
        reader.open("/suggestions");
        reader.page().locator("vaadin-grid a").first().click();
        assertThat(reader.section("Factors")).isVisible();
        wrong.addAll(PageInspection.inBothLooks(reader, "suggestion"));
        reader.page().locator("vaadin-grid a").first().click();
        assertThat(reader.section("Why it is flagged")).isVisible();
        wrong.addAll(PageInspection.inBothLooks(reader, "device-flagged"));
        reader.open("/runs/1");
        reader.section("Left out, and why").locator("vaadin-grid a").first().click();
        assertThat(reader.section("Why it is left out")).isVisible();
        wrong.addAll(PageInspection.inBothLooks(reader, "device-left-out"));
        reader.open("/devices?intune=YES&enabled=YES&platform=WINDOWS");
        reader.page().locator("vaadin-grid a").first().click();
        assertThat(reader.page().getByText("Not flagged")).isVisible();
        wrong.addAll(PageInspection.inBothLooks(reader, "device-well"));
        assertThat(wrong).isEmpty();
    }

    @Test
    void whatAsksAndWhatRefusesCanBeUsedByEveryone(Visitors visitors) {
        Visitor owner = visitors.signIn(Person.OWNER);
        List<String> wrong = new ArrayList<>();
        owner.button("Run").click();
        assertThat(owner.button("Start run")).isVisible();
        wrong.addAll(PageInspection.inBothLooks(owner, "run-dialog"));
        Visitor deputy = visitors.signIn(Person.SECOND_OWNER);
        deputy.open("/settings");
        deputy.button("Choose another identity…").click();
        deputy.button("Sign in as " + Person.SECOND_OWNER.userPrincipalName()).click();
        assertThat(deputy.button("Accept")).isVisible();
        wrong.addAll(PageInspection.inBothLooks(deputy, "consent"));
        deputy.button("Cancel").click();
        assertThat(deputy.page().getByRole(AriaRole.ALERT)).isVisible();
        wrong.addAll(PageInspection.inBothLooks(deputy, "settings-consent-refused"));
        Visitor reader = visitors.signIn(Person.READER);
        reader.open("/settings");
        wrong.addAll(PageInspection.inBothLooks(reader, "refused"));
        reader.openRefused("/no-such-page", 404);
        wrong.addAll(PageInspection.inBothLooks(reader, "no-such-page"));
        reader.open("/devices/00000000-0000-4000-8000-000000000000");
        wrong.addAll(PageInspection.inBothLooks(reader, "no-such-device"));
        assertThat(wrong).isEmpty();
    }

    @Test
    void pagesOutsideCanBeUsedByEveryone(Visitors visitors) {
        Visitor newcomer = visitors.newcomer();
        List<String> wrong = new ArrayList<>();
        newcomer.open("/signed-out");
        wrong.addAll(PageInspection.inBothLooks(newcomer, "signed-out"));
        newcomer.openRefused("/sign-in-problem?reason=unreachable", 503);
        wrong.addAll(PageInspection.inBothLooks(newcomer, "sign-in-problem"));
        assertThat(wrong).isEmpty();
    }
}
