package org.deviceoffboarding.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Tasks: from a suggestion to the list, and what is done with them. */
final class TaskTour implements Tour {

    @Override
    public void lead(Visitors visitors, Album album) {
        AgentSteps.mustHaveRun(visitors);
        Visitor operator = visitors.signIn(Person.OPERATOR);
        add(operator, album);
        list(operator, album);
        one(operator, visitors.signIn(Person.READER), album);
    }

    private static void add(Visitor operator, Album album) {
        album.take(Scene.ADD_TASK, operator, () -> {
            operator.open("/suggestions");
            operator.page()
                    .locator("vaadin-grid a[href*='suggestions/']")
                    .first()
                    .click();
            operator.button("Add to tasks…").click();
            assertThat(operator.button("Add task")).isVisible();
        });
        operator.button("Add task").click();
        assertThat(operator.button("Add task")).isHidden();
    }

    private static void list(Visitor operator, Album album) {
        album.take(Scene.TASKS, operator, () -> operator.open("/tasks"));
        album.take(Scene.TASKS_SELECTED, operator, () -> {
            operator.open("/tasks");
            operator.button("Select all that match").click();
            assertThat(operator.page().getByText("1 selected")).isVisible();
        });
        operator.button("Take").click();
        assertThat(operator.page().getByText("Taken: 1 task changed.")).isVisible();
        album.take(Scene.HAND_OVER, operator, () -> {
            operator.open("/tasks");
            operator.button("Hand over…").click();
            assertThat(operator.page().getByText("All of them at once")).isVisible();
        });
    }

    private static void one(Visitor operator, Visitor reader, Album album) {
        album.take(Scene.TASK, operator, () -> operator.open("/tasks/1"));
        album.take(Scene.SNOOZE_TASK, operator, () -> {
            operator.open("/tasks/1");
            operator.button("Snooze…").click();
            assertThat(operator.page().getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Why?")))
                    .isVisible();
        });
        album.take(Scene.TASK_OF_READER, reader, () -> reader.open("/tasks/1"));
        album.take(Scene.TASK_UNKNOWN, reader, () -> reader.open("/tasks/999"));
    }
}
