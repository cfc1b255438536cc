package org.deviceoffboarding.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each role sees, and what it is told where it sees nothing. */
@EndToEnd
class RolesIT {

    @BeforeEach
    void aRunHasEnded(Visitors visitors) {
        AgentSteps.mustHaveRun(visitors);
    }

    @ParameterizedTest
    @CsvSource({
        "READER, false, false, false",
        "APPROVER, true, false, false",
        "AUDITOR, false, false, true",
        "OPERATOR, true, false, false",
        "OWNER, true, true, true"
    })
    void aPersonSeesWhatTheRoleMay(
            Person person, boolean runs, boolean sets, boolean exportsAuditLog, Visitors visitors) {
        Visitor visitor = visitors.signIn(person);
        visitor.settle();

        assertThat(visitor.heading()).hasText("Device Offboarding Agent");
        assertThat(visitor.section("Top suggestions")).isVisible();
        mustBeShown(visitor.button("Run"), runs);
        mustBeShown(visitor.page().locator("vaadin-side-nav-item[path=settings]"), sets);
        visitor.goTo("/audit");
        mustBeShown(visitor.link("Export CSV"), exportsAuditLog);
    }

    @Test
    void aPersonWithoutARoleIsToldWhichOneToAskFor(Visitors visitors) {
        Visitor guest = visitors.newcomer();
        guest.page().navigate(visitors.portal().url());

        guest.page().getByText(Person.NO_ROLE.displayName()).click();

        assertThat(guest.page().getByText("You have no role in this portal")).isVisible();
        assertThat(guest.page().getByText("the app role Reader")).isVisible();
    }

    @Test
    void aRefusedPageNamesTheRoleAndIsInTheAuditLog(Visitors visitors) {
        Visitor reader = visitors.signIn(Person.READER);

        reader.open("/settings");

        assertThat(reader.page().getByText("the app role Owner")).isVisible();
        Visitor auditor = visitors.signIn(Person.AUDITOR);
        auditor.goTo("/audit");
        Table entries = auditor.table();
        entries.search("the page /settings");
        entries.eventually(table -> assertThat(table.rows())
                .isNotEmpty()
                .allMatch(row -> row.get(1).startsWith("Was refused the page /settings")
                        && row.contains(Person.READER.displayName())));
    }

    @Test
    void aConsentIsBegunByWhoMayAndByTheButtonAlone(Visitors visitors) {
        String portal = visitors.portal().url();
        Visitor reader = visitors.signIn(Person.READER);
        reader.page().navigate(portal + "/oauth2/authorization/agent");
        assertThat(reader.heading()).hasText("You may not do this");
        visitors.leave(reader); // whose browser complains of what was refused

        Visitor owner = visitors.signIn(Person.OWNER);
        owner.page().navigate(portal + "/oauth2/authorization/agent");
        assertThat(owner.heading()).hasText("This was not begun in the portal");
        owner.page().navigate(portal + "/agent-consent?code=used&state=before");
        assertThat(owner.heading()).hasText("Nothing waits for this answer");
        owner.link("Go back").click();
        assertThat(owner.heading()).hasText("Agent");
        visitors.leave(owner);
    }

    @Test
    void theExportedAuditLogHoldsWhatTheFiltersLeave(Visitors visitors) {
        Visitor auditor = visitors.signIn(Person.AUDITOR);
        auditor.open("/audit?action=access.signed-in");

        Table entries = auditor.table();

        assertThat(entries.download())
                .hasSize(entries.size())
                .allMatch(row -> row.get("Action").equals("access.signed-in"));
        List<String> who = entries.column(2);
        assertThat(who).contains(Person.AUDITOR.displayName());
    }

    private static void mustBeShown(Locator part, boolean shown) {
        if (shown) {
            assertThat(part).isVisible();
        } else {
            assertThat(part).isHidden();
        }
    }
}
