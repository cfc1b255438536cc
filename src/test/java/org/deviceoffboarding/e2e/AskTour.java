package org.deviceoffboarding.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Questions: from the examples to answers of every sort, and what is kept of them. */
final class AskTour implements Tour {

    @Override
    public void lead(Visitors visitors, Album album) {
        AgentSteps.mustHaveRun(visitors);
        Visitor operator = visitors.signIn(Person.OPERATOR);
        album.take(Scene.ASK_START, operator, () -> {
            operator.open("/ask");
            assertThat(operator.section("Try one of these").locator("li").first())
                    .isVisible();
        });
        answers(operator, album);
        keeping(operator, album);
        album.take(Scene.ASK_UNKNOWN, operator, () -> operator.open("/ask/999999"));
    }

    private static void answers(Visitor operator, Album album) {
        album.take(Scene.ASK_ANSWER, operator, () -> {
            operator.open(
                    "/ask?q=Find+all+devices+that+were+removed+from+Intune+but+might+still+exist+in+Microsoft+Entra."
                            + "+Provide+steps+to+properly+remove+them+from+Entra.");
            assertThat(operator.section("Factors")).isVisible();
        });
        album.take(Scene.ASK_MISSED, operator, () -> {
            operator.open("/ask?q=purple+Macs");
            assertThat(operator.section("Summary")).isVisible();
        });
        album.take(Scene.ASK_NO_ANSWER, operator, () -> {
            operator.open("/ask?q=what+is+the+weather+like");
            assertThat(operator.section("What can be asked")).isVisible();
        });
        album.take(Scene.ASK_GROUPS, operator, () -> {
            operator.open("/ask?q=how+many+devices+by+platform");
            assertThat(operator.section("Groups")).isVisible();
        });
        operator.open("/devices?search=LAP");
        String name = operator.page()
                .locator("vaadin-grid a[href*='devices/']")
                .first()
                .textContent();
        album.take(Scene.ASK_DEVICE, operator, () -> {
            operator.open("/ask?q=tell+me+about+" + name);
            assertThat(operator.section("Summary")).isVisible();
        });
    }

    private static void keeping(Visitor operator, Album album) {
        operator.open("/ask?q=personal+Macs");
        assertThat(operator.section("Summary")).isVisible();
        album.take(Scene.ASK_CHANGE_PART, operator, () -> {
            operator.open("/ask?q=personal+Macs");
            operator.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Change: platform macOS"))
                    .click();
            assertThat(operator.page().getByText("Or in your words")).isVisible();
        });
        album.take(Scene.ASK_SAVE, operator, () -> {
            operator.open("/ask?q=personal+Macs");
            operator.button("Save…").click();
            assertThat(operator.button("Save")).isVisible();
        });
        operator.page().locator("vaadin-dialog").getByLabel("Name").fill("Personal Macs");
        operator.button("Save").click();
        assertThat(operator.heading()).hasText("Personal Macs");
        String saved = operator.page().url().replaceAll(".*(/ask/\\d+).*", "$1");
        album.take(Scene.ASK_SAVED, operator, () -> operator.open(saved));
    }
}
