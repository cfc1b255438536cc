package org.deviceoffboarding.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the result of a run to the evidence for one device. */
@EndToEnd
class ResultIT {

    private static final String REMOVED_IPADS = "Remove iOS/iPadOS corporate devices";

    @BeforeEach
    void aRunHasEnded(Visitors visitors) {
        AgentSteps.mustHaveRun(visitors);
    }

    @Test
    void aSuggestionLeadsToTheEvidenceForEachOfItsDevices(Visitors visitors) {
        Visitor operator = visitors.signIn(Person.OPERATOR);
        Locator suggestion = operator.section("Top suggestions").getByText(REMOVED_IPADS);

        suggestion.first().click();

        assertThat(operator.heading()).containsText("iOS/iPadOS");
        assertThat(operator.section("Summary")).containsText("11");
        assertThat(operator.section("Factors")).isVisible();
        Table devices = operator.table();
        assertThat(devices.size()).isEqualTo(11);
        assertThat(devices.download()).hasSize(11);

        Locator device = operator.page().locator("vaadin-grid a").first();
        String name = device.textContent();
        device.click();

        assertThat(operator.heading()).hasText(name);
        assertThat(operator.page().getByText("Flagged: Removed from Intune").first())
                .isVisible();
        Locator why = operator.section("Why it is flagged");
        assertThat(why).containsText(Pattern.compile("(wiped|deleted) it in Intune on"));
        assertThat(why).containsText("Confirmed by key");
        assertThat(operator.section("Microsoft Entra ID")).containsText("Object ID");
        assertThat(operator.section("Microsoft Intune")).containsText("No record");
    }

    @Test
    void aSecondRunAsksFirstAndIsRefusedWhileItRuns(Visitors visitors) {
        Visitor owner = visitors.signIn(Person.OWNER);
        Visitor operator = visitors.signIn(Person.OPERATOR);
        visitors.portal().faults().holdNextRun();

        operator.button("Run").click();
        Locator question = operator.page().getByText("This replaces the result of run");
        assertThat(question).containsText("with their status and assignments");
        operator.button("Cancel").click();
        assertThat(question).isHidden();
        assertThat(operator.section("Run in progress")).isHidden();

        operator.button("Run").click();
        operator.button("Start run").click();

        assertThat(operator.section("Run in progress")).isVisible();
        assertThat(operator.button("Run")).isDisabled();
        assertThat(owner.button("Run")).isDisabled();
        assertThat(owner.section("Run in progress")).containsText(Person.OPERATOR.displayName());

        visitors.portal().faults().letGo();

        assertThat(owner.section("Run in progress")).isHidden();
        assertThat(owner.button("Run")).isEnabled();
    }

    @Test
    void theDialogIsLeftWithEscapeAndTheFocusGoesBackToItsButton(Visitors visitors) {
        Visitor operator = visitors.signIn(Person.OPERATOR);
        operator.settle();
        operator.button("Run").focus();
        operator.page().keyboard().press("Enter");
        assertThat(operator.button("Start run")).isVisible();

        operator.page().keyboard().press("Escape");

        assertThat(operator.button("Start run")).isHidden();
        assertThat(operator.button("Run")).isFocused();
    }
}
