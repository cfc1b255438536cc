package org.deviceoffboarding.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Writing custom instructions. Nothing is saved: the other tests share the portal. */
@EndToEnd
class InstructionsIT {

    @BeforeEach
    void aRunHasEnded(Visitors visitors) {
        AgentSteps.mustHaveRun(visitors);
    }

    @Test
    void whileTypingEachSentenceSaysHowItIsUnderstoodAndWhatItLeavesOut(Visitors visitors) {
        Visitor owner = visitors.signIn(Person.OWNER);
        owner.goTo("/settings/instructions");
        Locator text = owner.textBox("Custom instructions");
        Locator understood = owner.section("How they are understood");

        text.fill("leave out all iPads called VIP-*\nExclude devices with platfrom iOS\nInclude only Linux devices");

        assertThat(understood.locator("mark").last()).hasText("platfrom");
        assertThat(owner.button("Save")).isDisabled();
        assertThat(PageInspection.of(owner, "instructions")).isEmpty();

        text.fill("Exclude devices with platfrom iOS");
        assertThat(understood.locator(".sentence")).hasCount(1); // else the offer is still one for the text before
        understood.getByText("Use this").first().click();

        assertThat(text).hasValue("Exclude devices with platform iOS/iPadOS");
        assertThat(understood).containsText(Pattern.compile("Leaves out \\d+ of \\d+ flagged devices"));
        assertThat(understood).containsText("Together they leave out");
        assertThat(owner.button("Save")).isEnabled();
        assertThat(PageInspection.of(owner, "instructions-understood")).isEmpty();
    }
}
