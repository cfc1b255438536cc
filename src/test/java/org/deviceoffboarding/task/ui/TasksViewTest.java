package org.deviceoffboarding.task.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.deviceoffboarding.As;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.assignee.Assignee;
import org.deviceoffboarding.remediation.ui.News;
import org.deviceoffboarding.task.Task;
import org.deviceoffboarding.task.TaskDetails;
import org.deviceoffboarding.task.TaskPriority;
import org.deviceoffboarding.task.TaskSource;
import org.deviceoffboarding.task.TaskStatus;
import org.deviceoffboarding.task.TasksChanged;
import org.deviceoffboarding.task.listing.TaskWhose;
import org.deviceoffboarding.task.team.AssigneeChoice;
import org.deviceoffboarding.task.work.NewTask;
import org.deviceoffboarding.task.work.TaskService;
import org.deviceoffboarding.task.work.TaskWorkService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

@PortalTest
@ViewPackages(classes = TasksView.class)
@WithMockUser(
        username = "olga",
        roles = {Roles.READER, Roles.OPERATOR})
class TasksViewTest extends SpringBrowserlessTest {

    private static final Actor BEN = new Actor("ben", "ben@contoso.example");
    private static final Assignee TO_BEN = Assignee.person("ben", "ben@contoso.example");

    @Autowired
    private TaskService tasks;

    @Autowired
    private TaskWorkService work;

    @Autowired
    private TasksWaiting waiting;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void theListShowsMineOrAll() {
        add("Mine", Assignee.person("olga", "olga"));
        add("Ben's", TO_BEN);

        navigate(TasksView.class);
        assertThat(test(grid()).size()).isEqualTo(2);
        assertThat(waiting.now()).isEqualTo(1);

        Select<TaskWhose> whose = whose();
        test(whose).selectItem("Mine");
        assertThat(test(grid()).size()).isEqualTo(1);
    }

    @Test
    void whatSomebodyAddsElsewhereShowsAtOnce() {
        navigate(TasksView.class);
        assertThat(test(grid()).size()).isZero();

        As.person(BEN, () -> add("Ben's", TO_BEN));
        News.tell(events, new TasksChanged());

        assertThat(test(grid()).size()).isEqualTo(1);
    }

    @Test
    void pickedTasksAreCompletedInOneStepAndThatIsUndone() {
        Task one = add("One", null);
        Task other = add("Other", null);
        navigate(TasksView.class);
        click("Select all that match");

        click("Complete");

        assertThat(statuses(one, other)).containsOnly(TaskStatus.COMPLETED);
        assertThat(notice()).contains("Completed: 2 tasks changed.");
        click("Undo");
        assertThat(statuses(one, other)).containsOnly(TaskStatus.PENDING);
        assertThat(notice()).contains("Taken back: 2 tasks changed.");
        assertThat(find(Button.class).withText("Undo").exists()).isFalse();
    }

    @Test
    void whatSomebodyChangedWhileItWasPickedIsLeftAndNamed() {
        Task one = add("One", null);
        navigate(TasksView.class);
        click("Select all that match");
        As.person(BEN, () -> work.take(one));

        click("Complete");

        assertThat(statuses(one)).containsOnly(TaskStatus.ACTIVE);
        assertThat(notice()).containsPattern("1 left as it is.*(Ben|ben@contoso.example) changed it meanwhile");
    }

    @Test
    void theTasksOfSomebodyWhoCanDoNothingAnyMoreAreHandedOver() {
        jdbc.sql("""
                insert into person (id, name, user_principal_name, roles, first_sign_in_at, last_sign_in_at, roles_read_at)
                values ('ben', 'Ben', 'ben@contoso.example', '{READER}', now(), now(), now())
                """).update();
        Task bens = add("Ben's", TO_BEN);
        navigate(TasksView.class);
        assertThat(test(grid()).getCellText(0, 3)).contains("no role to work on tasks");

        click("Hand over…");
        assertThat(find(Dialog.class).single().getElement().getTextRecursively())
                .contains("All of them at once");
        click("Hand over");
        assertThat(assignee("To").getErrorMessage()).isEqualTo("Choose somebody, or “Nobody”.");
        assertThat(tasks.get(bens.id()).orElseThrow().standing().assignee())
                .matches(still -> still != null && still.isSameAs(TO_BEN));
        assignee("To").setValue(AssigneeChoice.NOBODY);
        click("Hand over");

        assertThat(notice()).containsPattern("Handed over from (Ben|ben@contoso.example) to nobody: 1 task changed.");
        assertThat(tasks.get(bens.id()).orElseThrow().standing().assignee()).isNull();
        click("Undo");
        assertThat(tasks.get(bens.id()).orElseThrow().standing().assignee())
                .matches(back -> back != null && back.isSameAs(TO_BEN));
    }

    @Test
    void howManyTasksAreHandedOverIsSaidAnewWhereItChangedSinceTheDialogOpened() {
        Task first = add("First", TO_BEN);
        navigate(TasksView.class);
        click("Hand over…");
        Task second = add("Second", TO_BEN);
        assignee("To").setValue(AssigneeChoice.NOBODY);

        click("Hand over");

        assertThat(find(Dialog.class).single().getElement().getTextRecursively())
                .contains("2 open tasks, 1 more than when you opened this");
        assertThat(tasks.get(first.id()).orElseThrow().standing().assignee()).isNotNull();

        click("Hand over");

        assertThat(notice()).contains("2 tasks changed");
        assertThat(tasks.get(second.id()).orElseThrow().standing().assignee()).isNull();
    }

    @Test
    void whatChangedWhileItWasPickedIsPickedNoMoreAndThatIsSaid() {
        Task one = add("One", null);
        add("Other", null);
        navigate(TasksView.class);
        click("Select all that match");
        As.person(BEN, () -> work.take(one));
        News.tell(events, new TasksChanged());

        assertThat(grid().getSelectedItems()).hasSize(1);
        assertThat(find(TaskSelection.class).single().getElement().getTextRecursively())
                .contains("1 selected. 1 task that changed is no longer selected");
    }

    @Test
    void whatDroppedOutStaysSaidWhateverElseHappensAndIsNamedByTheStepAndItsDialog() {
        Task one = add("One", null);
        Task other = add("Other", null);
        navigate(TasksView.class);
        click("Select all that match");
        As.person(BEN, () -> work.take(one));
        News.tell(events, new TasksChanged());
        String left = "1 task that changed is no longer selected: " + one.id() + ", One.";

        add("Third", null);
        News.tell(events, new TasksChanged());
        News.tell(events, new TasksChanged());
        assertThat(selection()).contains("1 selected. " + left);

        click("Due date…");
        assertThat(find(Dialog.class).single().getElement().getTextRecursively())
                .contains(left);
        click("Cancel");
        click("Complete");

        assertThat(statuses(one, other)).containsExactly(TaskStatus.ACTIVE, TaskStatus.COMPLETED);
        assertThat(notice()).contains("Completed: 1 task changed.", left);
        assertThat(selection()).contains("No task selected").doesNotContain("no longer selected");
    }

    @Test
    void whatDroppedOutIsSaidUntilItIsPickedAgainOrThePersonBeginsAnew() {
        Task one = add("One", null);
        Task other = add("Other", null);
        navigate(TasksView.class);
        test(grid()).select(rowOf(one));
        As.person(BEN, () -> work.take(one));
        News.tell(events, new TasksChanged());
        assertThat(selection()).contains("No task selected. 1 task that changed is no longer selected");

        test(grid()).select(rowOf(other));
        assertThat(selection()).contains("1 selected").doesNotContain("no longer selected");
    }

    private int rowOf(Task task) {
        return IntStream.range(0, test(grid()).size())
                .filter(row -> test(grid()).getRow(row).id() == task.id())
                .findFirst()
                .orElseThrow();
    }

    private String selection() {
        return find(TaskSelection.class).single().getElement().getTextRecursively();
    }

    @Test
    void theLastStepIsTakenBackFromAPageThatIsOpenedAnew() {
        Task one = add("One", null);
        navigate(TasksView.class);
        click("Select all that match");
        click("Complete");
        navigate(TasksView.class);

        assertThat(notice()).contains("Your last step, Completed: 1 task changed.");
        click("Undo");
        assertThat(statuses(one)).containsOnly(TaskStatus.PENDING);
        navigate(TasksView.class);
        assertThat(find(StepNotice.class).exists()).isFalse();
    }

    @Test
    void aNameThatIsTypedAndNotPickedAssignsNothing() {
        Task bens = add("Ben's", TO_BEN);
        navigate(TasksView.class);
        for (String button : List.of("Assign…", "Hand over…")) {
            click("Select all that match");
            click(button);
            ComboBox<AssigneeChoice> field = assignee(button.startsWith("Hand") ? "To" : "Assigned to");
            Typing.only(field, "nora h");
            click(button.replace("…", ""));

            assertThat(field.isInvalid()).isTrue();
            assertThat(field.getErrorMessage()).contains("“nora h” was typed, and nobody picked");
            click("Cancel");
        }

        assertThat(tasks.get(bens.id()).orElseThrow()).isEqualTo(bens);
    }

    @Test
    void whoIsAskedForAndNotThereIsSaidToBeNobodyFound() {
        navigate(TasksView.class);
        click("Hand over…");
        var field = test(assignee("To"));
        field.setFilter("zzz");
        assertThat(field.getSuggestionItems()).isEmpty();
        assertThat(assignee("To").getHelperText()).startsWith("Nobody found.");

        field.setFilter("nob");
        assertThat(field.getSuggestionItems()).containsExactly(AssigneeChoice.NOBODY);
    }

    @Test
    void whoNeverSignedInHereIsShownAsSuch() {
        add("Gus's", Assignee.person("gus", "Gus Novak"));
        navigate(TasksView.class);

        assertThat(test(grid()).getCellText(0, 3)).contains("Has never signed in here");

        click("Hand over…");
        assignee("To").setValue(new AssigneeChoice(AssigneeChoice.Kind.PERSON, "gus", "Gus Novak", ""));
        assertThat(assignee("To").getHelperText()).isEqualTo("Gus Novak has never signed in here.");
    }

    @Test
    @WithMockUser(username = "rita", roles = Roles.READER)
    void readersPickNothing() {
        navigate(TasksView.class);

        assertThat(find(Button.class).withText("Complete").exists()).isFalse();
        assertThat(find(Button.class).withText("Hand over…").exists()).isFalse();
    }

    private Task add(String title, @Nullable Assignee assignee) {
        return tasks.add(new NewTask(
                new TaskSource(TaskSource.Kind.DEVICES, null, "devices"),
                Map.of(UUID.randomUUID(), "LAPTOP"),
                new TaskDetails(title, TaskPriority.NORMAL, null, "", null),
                assignee));
    }

    private List<TaskStatus> statuses(Task... some) {
        return List.of(some).stream()
                .map(task -> tasks.get(task.id()).orElseThrow().status())
                .toList();
    }

    @SuppressWarnings("unchecked")
    private Grid<Task> grid() {
        return find(Grid.class).single();
    }

    @SuppressWarnings("unchecked")
    private Select<TaskWhose> whose() {
        return find(Select.class).withCaption("Whose").single();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<AssigneeChoice> assignee(String caption) {
        return find(ComboBox.class).withCaption(caption).single();
    }

    private String notice() {
        return find(StepNotice.class).single().getElement().getTextRecursively();
    }

    private void click(String button) {
        test(find(Button.class).withText(button).single()).click();
    }
}
