package org.deviceoffboarding.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What owners do with an agent after it was set up, and what others see of it. */
@EndToEnd
class AgentLifeIT {

    @Test
    void itIsRenewedGivenAnotherIdentityRemovedAndSetUpAgainWhileOthersLookOn(@OwnPortal Visitors visitors) {
        Visitor owner = visitors.signIn(Person.OWNER);
        AgentSteps.startFrom(owner);
        AgentSteps.mustShowResult(owner);
        Visitor reader = visitors.signIn(Person.READER);
        reader.goTo("/suggestions");
        Visitor deputy = visitors.signIn(Person.SECOND_OWNER);
        List<String> wrong = new ArrayList<>();

        owner.goTo("/settings");
        owner.button("Renew identity…").click();
        assertThat(dialog(owner)).containsText("No new consent is needed");
        wrong.addAll(PageInspection.of(owner, "renew-identity"));
        owner.button("Sign in as " + Person.OWNER.userPrincipalName()).click();
        assertThat(owner.page().getByText("was renewed: it lasts for 90 days after each run"))
                .isVisible();

        deputy.goTo("/settings");
        deputy.button("Choose another identity…").click();
        assertThat(dialog(deputy)).containsText(Person.SECOND_OWNER.userPrincipalName() + ", which is you");
        wrong.addAll(PageInspection.of(deputy, "choose-identity"));
        deputy.button("Sign in as " + Person.SECOND_OWNER.userPrincipalName()).click();
        deputy.button("Accept").click();
        assertThat(deputy.page()
                        .getByText("The agent runs as " + Person.SECOND_OWNER.userPrincipalName() + " from now on"))
                .isVisible();
        assertThat(owner.section("Identity")).containsText(Person.SECOND_OWNER.displayName());

        owner.button("Remove agent…").click();
        assertThat(dialog(owner)).containsText("What is deleted");
        wrong.addAll(PageInspection.of(owner, "remove-agent"));
        owner.page().getByLabel("to confirm").fill("remove");
        owner.button("Remove agent").click();
        assertThat(owner.heading()).hasText("Set up agent");
        wrong.addAll(PageInspection.of(owner, "settings-removed"));
        assertThat(reader.page().getByText("No agent is set up: it was removed").first())
                .isVisible();
        wrong.addAll(PageInspection.of(reader, "suggestions-removed"));
        reader.goTo("/runs/1");
        assertThat(reader.section("No longer kept")).containsText("the agent was removed that this was a run of");

        assertThat(owner.page().getByText("That is still being deleted")).isHidden();
        owner.button("Start agent").click();
        owner.button("Accept").click();
        AgentSteps.mustShowResult(owner);
        AgentSteps.mustShow23RemovedDevices(owner);
        assertThat(owner.link("Run 2")).isVisible();
        assertThat(owner.link("Run 1")).isHidden();
        assertThat(wrong).isEmpty();
    }

    private static Locator dialog(Visitor visitor) {
        return visitor.page().getByRole(AriaRole.DIALOG);
    }
}
