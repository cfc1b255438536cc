package org.deviceoffboarding.task.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.RecordedEntries;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.assignee.Assignee;
import org.deviceoffboarding.base.ui.work.LongWork;
import org.deviceoffboarding.remediation.FlaggedTenant;
import org.deviceoffboarding.remediation.asking.ARequest;
import org.deviceoffboarding.suggestion.SuggestionService;
import org.deviceoffboarding.task.Task;
import org.deviceoffboarding.task.TaskSource;
import org.deviceoffboarding.task.TaskStatus;
import org.deviceoffboarding.task.listing.TaskFilter;
import org.deviceoffboarding.task.listing.TaskListService;
import org.deviceoffboarding.task.team.AssigneeChoice;
import org.deviceoffboarding.task.work.TaskWorkService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** How tasks come to be: from a suggestion, its devices, a device and a request. */
@PortalTest
@ViewPackages(
        packages = {
            "org.deviceoffboarding.suggestion.ui",
            "org.deviceoffboarding.inventory.ui",
            "org.deviceoffboarding.remediation.ui",
            "org.deviceoffboarding.task.ui"
        })
@WithMockUser(
        username = "olga",
        roles = {Roles.READER, Roles.OPERATOR})
class AddToTasksTest extends SpringBrowserlessTest {

    private static final AssigneeChoice BEN =
            new AssigneeChoice(AssigneeChoice.Kind.PERSON, "ben", "Ben", "ben@contoso.example");

    @Autowired
    private TaskListService tasks;

    @Autowired
    private TaskWorkService work;

    @Autowired
    private SuggestionService suggestions;

    @Autowired
    private JdbcClient jdbc;

    private FlaggedTenant tenant;
    private UUID device;

    @BeforeEach
    void haveAResult() {
        jdbc.sql("delete from evaluation_run").update();
        tenant = FlaggedTenant.removed(jdbc);
        device = tenant.flagged("LAPTOP-1", "AzureAd");
    }

    @Test
    void aSuggestionIsAddedForSomebodyAndItsPageShowsTheTask() {
        UI.getCurrent().navigate("suggestions/" + tenant.suggestionId());
        click("Add to tasks…");
        assignee().setValue(BEN);
        click("Add task");

        assertThat(find(Dialog.class).exists()).isFalse();
        Task task = only();
        assertThat(task.source().kind()).isEqualTo(TaskSource.Kind.SUGGESTION);
        assertThat(task.devices()).isEqualTo(1);
        assertThat(task.standing().assignee()).isEqualTo(Assignee.person("ben", "Ben"));
        assertThat(getCurrentView().getElement().getTextRecursively()).contains("Ben");
        UI.getCurrent().navigate("tasks/" + task.id());
        assertThat(getCurrentView().getElement().getTextRecursively()).contains("Recommended actions");
    }

    @Test
    void aTaskWithoutATitleIsRefusedAtItsFieldAndNothingIsLost() {
        UI.getCurrent().navigate("suggestions/" + tenant.suggestionId());
        click("Add to tasks…");
        TextField title = find(TextField.class).withCaption("Task").single();
        assignee().setValue(BEN);
        test(title).setValue(" ");
        click("Add task");

        assertThat(title.getErrorMessage()).contains("Say in a few words");
        assertThat(assignee().getValue()).isEqualTo(BEN);
        assertThat(all()).isEmpty();
    }

    @Test
    void aNameThatIsTypedAndNotPickedAddsAndAssignsNothing() {
        UI.getCurrent().navigate("suggestions/" + tenant.suggestionId());
        click("Add to tasks…");
        assertThat(assignee().getValue()).isEqualTo(AssigneeChoice.NOBODY);
        Typing.only(assignee(), "nora h");
        click("Add task");
        assertThat(assignee().getErrorMessage()).contains("“nora h” was typed, and nobody picked");
        assertThat(all()).isEmpty();
        click("Cancel");

        click("Assign…");
        Typing.only(assignee(), "nora h");
        click("Assign");
        assertThat(assignee().getErrorMessage()).contains("“nora h” was typed, and nobody picked");
        assertThat(new RecordedEntries(jdbc).all("suggestion.assigned")).isEmpty();
    }

    @Test
    void aSuggestionIsAssignedWithoutATask() {
        UI.getCurrent().navigate("suggestions/" + tenant.suggestionId());
        click("Assign…");
        assignee().setValue(BEN);
        click("Assign");

        assertThat(suggestions
                        .get(tenant.suggestionId())
                        .orElseThrow()
                        .suggestion()
                        .assignee())
                .isEqualTo(Assignee.person("ben", "Ben"));
        assertThat(all()).isEmpty();
        assertThat(new RecordedEntries(jdbc).details("suggestion.assigned")).containsKey("after");
    }

    @Test
    void whatSomebodyElseAssignedMeanwhileIsNotOverwritten() {
        UI.getCurrent().navigate("suggestions/" + tenant.suggestionId());
        click("Assign…");
        suggestions.assign(
                suggestions.get(tenant.suggestionId()).orElseThrow().suggestion(), Assignee.person("cleo", "Cleo"));
        assignee().setValue(BEN);
        click("Assign");

        assertThat(find(Dialog.class).single().getElement().getTextRecursively())
                .contains("Somebody else has changed this suggestion meanwhile");
        assertThat(suggestions
                        .get(tenant.suggestionId())
                        .orElseThrow()
                        .suggestion()
                        .assignee())
                .isEqualTo(Assignee.person("cleo", "Cleo"));
    }

    @Test
    void aDeviceIsAddedAndItsPageShowsTheTask() {
        UI.getCurrent().navigate("devices/" + device);
        click("Add to tasks…");
        click("Add task");

        assertThat(only().source().id()).isEqualTo(device.toString());
        assertThat(getCurrentView().getElement().getTextRecursively()).contains("Look at LAPTOP-1");
    }

    @Test
    void aDevicesTimeLineTellsOfItsTasksAlsoOnceTheyHaveEnded() {
        UI.getCurrent().navigate("devices/" + device);
        click("Add to tasks…");
        click("Add task");
        Task task = only();
        work.complete(task);
        UI.getCurrent().navigate("devices/" + device);

        assertThat(getCurrentView().getElement().getTextRecursively())
                .contains("Added to the task “Look at LAPTOP-1”")
                .contains("The task “Look at LAPTOP-1” is completed");
        assertThat(find(Anchor.class).withText("Task " + task.id()).all())
                .isNotEmpty()
                .allSatisfy(link -> assertThat(link.getHref()).isEqualTo("tasks/" + task.id()));
    }

    @Test
    void aRequestThatWaitsMakesATaskThatNeedsApproval() {
        long request = ARequest.in(jdbc).store();
        UI.getCurrent().navigate("approvals/" + request);
        click("Add to tasks…");
        click("Add task");

        assertThat(only().status()).isEqualTo(TaskStatus.NEEDS_APPROVAL);
        assertThat(only().devices()).isEqualTo(2);
    }

    @Test
    void thatASuggestionTakesMoreThanOneTaskIsSaidBeforeAnybodyWritesAnything() {
        jdbc.sql("update suggestion set devices = 300000 where id = :id")
                .param("id", tenant.suggestionId())
                .update();
        UI.getCurrent().navigate("suggestions/" + tenant.suggestionId());
        click("Add to tasks…");

        assertThat(find(Dialog.class).single().getElement().getTextRecursively())
                .contains("It is about 300,000 devices. A task takes at most 100,000, so that 3 tasks are added");
        assertThat(find(Button.class).withText("Add 3 tasks").exists()).isTrue();
    }

    @Test
    void aTaskOfManyDevicesIsAddedBesideThePageWithABar() {
        jdbc.sql("update suggestion set devices = 50000 where id = :id")
                .param("id", tenant.suggestionId())
                .update();
        UI.getCurrent().navigate("suggestions/" + tenant.suggestionId());
        click("Add to tasks…");
        assertThat(find(ProgressBar.class).exists()).isFalse();
        jdbc.sql("lock table task in exclusive mode").update(); // so that it takes until the test ends

        click("Add task");

        assertThat(find(ProgressBar.class).exists()).isTrue();
        assertThat(find(LongWork.class).single().getElement().getTextRecursively())
                .contains("each of 50,000 devices is looked up", "It is carried through if you leave this page.");
        assertThat(find(Button.class).withText("Add task").single().isEnabled()).isFalse();
    }

    @Test
    @WithMockUser(username = "rita", roles = Roles.READER)
    void readersAddNothing() {
        for (String page : List.of("suggestions/" + tenant.suggestionId(), "devices/" + device)) {
            UI.getCurrent().navigate(page);
            assertThat(find(Button.class).withText("Add to tasks…").exists()).isFalse();
            assertThat(find(Button.class).withText("Assign…").exists()).isFalse();
        }
    }

    @SuppressWarnings("unchecked")
    private ComboBox<AssigneeChoice> assignee() {
        return find(ComboBox.class).withCaption("Assigned to").single();
    }

    private Task only() {
        assertThat(all()).hasSize(1);
        return all().getFirst();
    }

    private List<Task> all() {
        return tasks.find(TaskFilter.NONE, PageRequest.of(0, 10));
    }

    private void click(String button) {
        test(find(Button.class).withText(button).all().getFirst()).click();
    }
}
