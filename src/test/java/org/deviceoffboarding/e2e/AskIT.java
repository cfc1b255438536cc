package org.deviceoffboarding.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person asks in their own words, and goes from the answer to work. */
@EndToEnd
class AskIT {

    private static final String SPECIFIED =
            "Find all devices that were removed from Intune but might still exist in Microsoft"
                    + " Entra. Provide steps to properly remove them from Entra.";

    private static final List<String> FACTORS =
            List.of("apps without MDM enrolment", "data protection", "personal devices", "Conditional Access");

    @BeforeEach
    void aRunHasEnded(Visitors visitors) {
        AgentSteps.mustHaveRun(visitors);
    }

    @Test
    void thePromptOfTheSpecificationHasItsAnswerInEveryLook(Visitors visitors) {
        Visitor operator = visitors.signIn(Person.OPERATOR);
        operator.open("/");

        prompt(operator).fill(SPECIFIED);
        prompt(operator).press("Enter");

        assertThat(operator.section("Summary"))
                .containsText(
                        "There are 23 devices that are no longer in Intune but still in other portals. These devices should be"
                                + " removed.");
        Locator factors = operator.section("Factors");
        assertThat(factors.locator("li")).hasCount(4);
        FACTORS.forEach(words -> assertThat(factors).containsText(Pattern.compile(words, Pattern.CASE_INSENSITIVE)));
        assertThat(operator.section("Steps").locator(".answer-steps").first()).isVisible();
        assertThat(operator.section("Steps").locator("li.step").first()).isVisible();
        assertThat(operator.table().size()).isEqualTo(23);
        assertThat(operator.section("How I understood this")).containsText("situation removed from Intune");
        assertThat(operator.section("Ask further").locator("a")).hasCount(3);

        assertThat(PageInspection.inBothLooks(operator, "ask-answer")).isEmpty();

        assertThat(operator.table().download()).hasSize(23);
    }

    @Test
    void anAnswerHasAnAddressThatAColleagueOpens(Visitors visitors) {
        Visitor operator = visitors.signIn(Person.OPERATOR);
        operator.open("/ask");
        prompt(operator).fill("personal iPhones and Macs");
        operator.button("Ask").click();
        assertThat(operator.section("Summary")).isVisible();
        String said = operator.section("Summary").locator(".answer-summary").textContent();

        Visitor reader = visitors.signIn(Person.READER);
        reader.page().navigate(operator.page().url());

        assertThat(reader.section("Summary")).containsText(said);
        assertThat(reader.button("Add to tasks…")).isHidden();
    }

    @Test
    void completionsAreTakenWithTheArrowKeysAndEnterAsks(Visitors visitors) {
        Visitor reader = visitors.signIn(Person.READER);
        reader.open("/ask");
        Locator prompt = prompt(reader);

        prompt.pressSequentially("tell me about MacB");
        Locator options = reader.page().getByRole(AriaRole.OPTION);
        assertThat(options.first()).isVisible();
        assertThat(prompt).hasAttribute("aria-expanded", "true");
        prompt.press("Escape");
        assertThat(options.first()).isHidden();
        assertThat(prompt).hasAttribute("aria-expanded", "false");

        prompt.pressSequentially("o");
        assertThat(options.first()).isVisible();
        prompt.press("ArrowDown");
        assertThat(options.first()).hasAttribute("aria-selected", "true");
        String taken = options.first().textContent();
        prompt.press("Enter");
        assertThat(prompt).hasValue(taken + " ");
        assertThat(prompt).isFocused();

        prompt.press("Enter");

        assertThat(reader.section("Summary")).isVisible();
        assertThat(reader.page()).hasURL(Pattern.compile("/ask\\?q="));
    }

    @Test
    void chipsRecomputeAndWhatIsShownIsNarrowedByWhatIsAskedNext(Visitors visitors) {
        Visitor reader = visitors.signIn(Person.READER);
        reader.open("/ask?q=personal+devices+that+were+removed+from+Intune");
        int personal = reader.table().size();

        reader.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Remove: ownership personal"))
                .click();
        reader.table()
                .eventually(table -> assertThat(table.size()).isEqualTo(23).isGreaterThan(personal));

        prompt(reader).fill("only the iPads");
        prompt(reader).press("Enter");
        reader.table().eventually(table -> assertThat(table.size()).isBetween(1, 22));
        assertThat(reader.section("How I understood this")).containsText("platform iOS/iPadOS");
    }

    @Test
    void aSavedQuestionStandsOnOverviewWithItsNumber(Visitors visitors) {
        Visitor operator = visitors.signIn(Person.OPERATOR);
        operator.open("/ask?q=devices+removed+from+Intune");
        operator.button("Pin to Overview…").click();
        operator.page().locator("vaadin-dialog").getByLabel("Name").fill("Left Intune");
        operator.button("Save").click();
        assertThat(operator.heading()).hasText("Left Intune");

        operator.open("/");

        assertThat(operator.section("Ask").locator(".tile", new Locator.LocatorOptions().setHasText("Left Intune")))
                .containsText("23");
        List<String> wrong = new ArrayList<>(PageInspection.of(operator, "overview-with-question"));
        operator.open("/ask");
        assertThat(operator.section("Try one of these").locator("li").first()).isVisible();
        wrong.addAll(PageInspection.of(operator, "ask-start"));
        assertThat(wrong).isEmpty();
    }

    private static Locator prompt(Visitor visitor) {
        return visitor.page().locator(".prompt input");
    }
}
