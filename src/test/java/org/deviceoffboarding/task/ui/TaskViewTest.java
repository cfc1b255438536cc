package org.deviceoffboarding.task.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.page.ExtendedClientDetails;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.QueryParameters;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.deviceoffboarding.As;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.assignee.Assignee;
import org.deviceoffboarding.person.SeenPeople;
import org.deviceoffboarding.person.draft.DraftPlace;
import org.deviceoffboarding.person.draft.DraftService;
import org.deviceoffboarding.person.draft.DraftsForgotten;
import org.deviceoffboarding.remediation.ui.News;
import org.deviceoffboarding.task.Task;
import org.deviceoffboarding.task.TaskDetails;
import org.deviceoffboarding.task.TaskPriority;
import org.deviceoffboarding.task.TaskSource;
import org.deviceoffboarding.task.TaskStatus;
import org.deviceoffboarding.task.TaskTenant;
import org.deviceoffboarding.task.TasksChanged;
import org.deviceoffboarding.task.team.AssigneeChoice;
import org.deviceoffboarding.task.team.Team;
import org.deviceoffboarding.task.team.TeamService;
import org.deviceoffboarding.task.ui.people.PeopleField;
import org.deviceoffboarding.task.work.NewTask;
import org.deviceoffboarding.task.work.TaskService;
import org.deviceoffboarding.task.work.TaskWorkService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

@PortalTest
@ViewPackages(classes = TaskView.class)
@WithMockUser(
        username = "olga",
        roles = {Roles.READER, Roles.OPERATOR})
class TaskViewTest extends SpringBrowserlessTest {

    private static final Actor BEN = new Actor("ben", "ben@contoso.example");
    private static final Assignee TO_BEN = Assignee.person("ben", "ben@contoso.example");

    @Autowired
    private TaskService tasks;

    @Autowired
    private TaskWorkService work;

    @Autowired
    private TeamService teams;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private DraftService drafts;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void whoTakesATaskOnCompletesIt() {
        Task task = add();
        open(task);
        assertThat(text()).contains("Look at it", "nobody", "0 of 1 done");
        assertThat(device(0)).contains("LAPTOP-1");
        assertThat(device(1)).contains("Still there");

        click("Take");
        assertThat(status(task)).isEqualTo(TaskStatus.ACTIVE);
        toHeading();
        click("Complete");

        assertThat(status(task)).isEqualTo(TaskStatus.COMPLETED);
        assertThat(toHeading()).isTrue();
        assertThat(text()).contains("Status: Pending → Active", "Status: Active → Completed");
        assertThat(find(Button.class).withText("Reopen").exists()).isTrue();
    }

    @Test
    void aTaskIsSnoozedWithAReasonAndThatIsEnded() {
        Task task = add();
        open(task);
        click("Snooze…");
        click("Snooze");
        assertThat(find(TextArea.class).withCaption("Why?").single().getErrorMessage())
                .contains("Say why it is put off");

        test(find(TextArea.class).withCaption("Why?").single()).setValue("waits for the owner");
        toHeading();
        click("Snooze");

        assertThat(find(Dialog.class).exists()).isFalse();
        assertThat(text()).contains("Snoozed until", "waits for the owner");
        assertThat(toHeading()).as("from a dialog that is closed").isTrue();
        click("End snooze");
        assertThat(tasks.get(task.id()).orElseThrow().standing().snooze()).isNull();
    }

    /** Returns whether the focus was sent to the heading since this was asked before. */
    private static boolean toHeading() {
        return UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations().stream()
                .anyMatch(sent -> sent.getInvocation().getExpression().contains("portal-arrived"));
    }

    @Test
    @SuppressWarnings("unchecked")
    void inANarrowWindowItIsSaidBeneathTheStateOfADeviceSinceWhenItIsSo() {
        Task task = add();
        open(task);
        assertThat(device(1)).isEqualTo("Still there");
        assertThat(device(2)).isNotEmpty();

        UI.getCurrent().getInternals().setExtendedClientDetails(ofWidth("390"));
        open(task);

        assertThat(find(Grid.class).single().getColumns())
                .filteredOn(column -> ((Grid.Column<?>) column).isVisible())
                .hasSize(2);
        assertThat(device(1)).startsWith("Still there").hasSizeGreaterThan("Still there".length());
    }

    private static ExtendedClientDetails ofWidth(String width) {
        return new ExtendedClientDetails(
                UI.getCurrent(),
                width,
                "800",
                width,
                "800",
                width,
                "800",
                "0",
                "0",
                "0",
                "false",
                "UTC",
                "0",
                "false",
                "1.0",
                "window",
                "test",
                "light",
                "aura");
    }

    @Test
    void anAtSignOffersPeopleOfWhomOneIsTakenAndTold() {
        knownPerson("anna", "Anna Berg");
        knownPerson("arne", "Arne Holm");
        Task task = add();
        open(task);
        MentionBox box = find(MentionBox.class).single();
        Element list = list(box);
        assertThat(list.getAttribute("aria-label")).isEqualTo("People to mention");

        box.look("ann");
        assertThat(offered(box)).containsExactly("Anna Berg · anna@contoso.example");
        assertThat(list.getChild(0).getAttribute("role")).isEqualTo("option");
        assertThat(box.getElement().getTextRecursively()).contains("1 person found.");
        box.take("anna");
        assertThat(offered(box)).isEmpty();
        box.look("a");
        assertThat(offered(box))
                .as("who is mentioned already is not offered")
                .noneMatch(each -> each.startsWith("Anna"));

        test(find(TextArea.class).withCaption("Comment").single()).setValue("Please look, @Anna Berg");
        click("Comment");

        assertThat(tasks.comments(task.id(), PageRequest.ofSize(1)).getFirst().mentioned())
                .extracting(Assignee::id)
                .containsExactly("anna");
    }

    @Test
    void whoUsesThePortalIsOfferedFirstAndReadersAreOfferedAsAnybody() {
        knownPerson("rosa", "Rosa Martin");
        jdbc.sql("update person set roles = '{READER}' where id = 'rosa'").update();
        jdbc.sql("insert into role_assignment_reading (read_at, tried_at) values (now() - interval '1 day', now())"
                        + " on conflict (only_one) do update set read_at = excluded.read_at")
                .update();
        for (int number = 1; number <= 12; number++) {
            jdbc.sql("insert into role_assignment (person_id, name, roles) values (?, ?, '{READER,OPERATOR}')")
                    .params("assigned-" + number, "Rosa A" + number)
                    .update();
        }
        open(add());
        MentionBox box = find(MentionBox.class).single();

        box.look("ros");

        assertThat(offered(box)).hasSize(8);
        assertThat(offered(box).getFirst()).isEqualTo("Rosa Martin · rosa@contoso.example");
    }

    @Test
    void theAddressOfACommentShowsItHoweverOldItIs() {
        Task task = add();
        work.comment(task.id(), "The first word", List.of());
        long first = tasks.comments(task.id(), PageRequest.ofSize(1)).getFirst().id();
        for (int number = 0; number < 25; number++) {
            work.comment(task.id(), "Another word", List.of());
        }

        UI.getCurrent().navigate("tasks/" + task.id(), QueryParameters.of("comment", Long.toString(first)));

        assertThat(find(ListItem.class)
                        .withClassName("comment-opened")
                        .single()
                        .getElement()
                        .getTextRecursively())
                .contains("The first word");
    }

    @Test
    void whoseNameIsDeletedAgainIsNotMentioned() {
        knownPerson("anna", "Anna Berg");
        Task task = add();
        open(task);
        MentionBox box = find(MentionBox.class).single();
        box.look("ann");
        box.take("anna");
        test(comment()).setValue("Please look, @Anna Berg");
        test(comment()).setValue("Please look");
        assertThat(find(PeopleField.class).single().getValue()).isEmpty();

        click("Comment");

        assertThat(mentioned(task)).isEmpty();
        assertThat(box.getElement().getTextRecursively()).doesNotContain("is mentioned");
    }

    @Test
    void aFullNameThatOnePersonBearsIsMentionedThoughItWasNotPicked() {
        knownPerson("anna", "Anna Berg");
        knownPerson("annabel", "Anna Bergmann");
        Task task = add();
        open(task);
        test(comment()).setValue("@anna berg, please look (mail to it@contoso.example)");

        click("Comment");

        assertThat(mentioned(task)).containsExactly("anna");
    }

    @Test
    void aNameBehindAnAtSignThatIsNobodysOrThatOfTwoIsSaidBeforeTheCommentIsSent() {
        knownPerson("anna", "Anna Berg");
        knownPerson("anna2", "Anna Berg");
        Task task = add();
        open(task);
        test(comment()).setValue("@zzqq and @Anna Berg and @Anna please look");

        click("Comment");

        assertThat(tasks.comments(task.id(), PageRequest.ofSize(1))).isEmpty();
        assertThat(find(PeopleField.class).single().getErrorMessage())
                .contains("“@zzqq” was typed, and nobody was found by that name.")
                .contains("“@Anna Berg” was typed, and 2 people have that name.")
                .contains("“@Anna” was typed, and nobody picked.");

        click("Comment");

        assertThat(mentioned(task)).isEmpty();
    }

    @Test
    void whoLostTheRoleSinceTheyWerePickedIsNamedBeforeTheCommentIsSent() {
        knownPerson("anna", "Anna Berg");
        Task task = add();
        open(task);
        MentionBox box = find(MentionBox.class).single();
        box.look("ann");
        box.take("anna");
        test(comment()).setValue("Please look, @Anna Berg");
        jdbc.sql("update person set roles = '{}' where id = 'anna'").update();

        click("Comment");

        assertThat(tasks.comments(task.id(), PageRequest.ofSize(1))).isEmpty();
        assertThat(find(PeopleField.class).single().getErrorMessage())
                .isEqualTo(
                        "“@Anna Berg” has no role here, so no mail is sent. Press again to mention them all the same.");

        click("Comment");

        assertThat(mentioned(task)).containsExactly("anna");
    }

    private List<String> mentioned(Task task) {
        return tasks.comments(task.id(), PageRequest.ofSize(1)).getFirst().mentioned().stream()
                .map(Assignee::id)
                .toList();
    }

    @Test
    void nobodyIsMentionedWhoWasNotOffered() {
        Task task = add();
        open(task);
        MentionBox box = find(MentionBox.class).single();
        box.look("zz");
        assertThat(box.getElement().getTextRecursively()).contains("Nobody found.");

        box.take("somebody");
        box.ended();

        assertThat(find(PeopleField.class).single().getValue()).isEmpty();
    }

    @Test
    void aNameThatWasTypedAndNotPickedIsSaidBeforeTheCommentIsSent() {
        Task task = add();
        open(task);
        PeopleField mentioned = find(PeopleField.class).single();
        test(comment()).setValue("Have a look");
        Typing.only(mentioned, "Ann");
        assertThat(mentioned.isInvalid()).isTrue();

        test(find(Button.class).withText("Comment").single()).click();

        assertThat(mentioned.getErrorMessage()).contains("“Ann” was typed, and nobody picked.");
        assertThat(tasks.comments(task.id(), PageRequest.ofSize(1))).isEmpty();
        assertThat(comment().getValue()).isEqualTo("Have a look");

        test(find(Button.class).withText("Comment").single()).click();

        assertThat(tasks.comments(task.id(), PageRequest.ofSize(1)).getFirst().mentioned())
                .isEmpty();
    }

    private static Element list(MentionBox box) {
        return box.getElement()
                .getChildren()
                .filter(each -> "listbox".equals(each.getAttribute("role")))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> offered(MentionBox box) {
        return list(box).getChildren().map(Element::getText).toList();
    }

    private void knownPerson(String id, String name) {
        jdbc.sql("""
                insert into person (id, name, user_principal_name, mail, roles, first_sign_in_at, last_sign_in_at,
                    roles_read_at)
                values (:id, :name, :id || '@contoso.example', null, '{READER,OPERATOR}', now(), now(), now())
                """).param("id", id).param("name", name).update();
    }

    @Test
    void theSecondToSaveSeesWhatTheFirstChangedBesideWhatTheyTypedAndLosesNothing() {
        Task task = add();
        open(task);
        click("Change…");
        test(find(TextField.class).withCaption("Ticket").single()).setValue("INC-7");
        LocalDate theirs = Task.today(Instant.now()).plusDays(5);
        As.person(
                BEN,
                () -> work.edit(
                        task, new TaskDetails("Ben's words", TaskPriority.NORMAL, theirs, "", "BEN-1"), TO_BEN));

        click("Save");

        assertThat(find(Dialog.class).single().getElement().getTextRecursively())
                .contains(
                        "changed this task while you had it open",
                        "Ticket: nothing → BEN-1",
                        "Task: Look at it → Ben's words");
        assertThat(find(TextField.class).withCaption("Ticket").single().getValue())
                .isEqualTo("INC-7");
        assertThat(find(TextField.class).withCaption("Task").single().getValue())
                .isEqualTo("Ben's words");
        assertThat(find(DatePicker.class).withCaption("Due").single().getValue())
                .isEqualTo(theirs);
        assertThat(tasks.get(task.id()).orElseThrow().details().ticket()).isEqualTo("BEN-1");

        click("Save");

        TaskDetails saved = tasks.get(task.id()).orElseThrow().details();
        assertThat(saved).isEqualTo(new TaskDetails("Ben's words", TaskPriority.NORMAL, theirs, "", "INC-7"));
        assertThat(tasks.get(task.id()).orElseThrow().standing().assignee()).isEqualTo(TO_BEN);
    }

    @Test
    @SuppressWarnings("unchecked")
    void aNameThatIsTypedAndNotPickedIsNeitherNobodyNorWhoeverItWas() {
        Task added = add();
        Task task = work.edit(added, added.details(), TO_BEN);
        open(task);
        click("Change…");
        ComboBox<AssigneeChoice> field =
                find(ComboBox.class).withCaption("Assigned to").single();
        Typing.only(field, "nora h");
        click("Save");

        assertThat(field.getErrorMessage()).contains("“nora h” was typed, and nobody picked");
        assertThat(tasks.get(task.id()).orElseThrow()).isEqualTo(task);

        field.setValue(AssigneeChoice.of(TO_BEN));
        assertThat(field.isInvalid()).isFalse();
        click("Save");
        assertThat(find(Dialog.class).exists()).isFalse();
        assertThat(tasks.get(task.id()).orElseThrow()).isEqualTo(task);
    }

    @Test
    void whoComesSecondTwiceStillSeesAllThatClashes() {
        Task task = add();
        open(task);
        click("Change…");
        test(find(TextField.class).withCaption("Ticket").single()).setValue("INC-7");
        Task bens = As.person(
                BEN,
                () -> work.edit(task, new TaskDetails("Look at it", TaskPriority.NORMAL, null, "", "BEN-1"), null));
        click("Save");
        As.person(BEN, () -> work.edit(bens, new TaskDetails("Other", TaskPriority.NORMAL, null, "", "BEN-1"), null));
        click("Save");

        assertThat(find(Dialog.class).single().getElement().getTextRecursively())
                .contains("Ticket: nothing → BEN-1", "Task: Look at it → Other");
    }

    @Test
    void onlyWhoseTaskItIsMayRejectItAndOthersAreToldWhy() {
        Task added = add();
        open(work.edit(added, added.details(), TO_BEN));
        Button reject = find(Button.class).withText("Reject…").single();
        assertThat(reject.isEnabled()).isFalse();
        assertThat(text())
                .as("in text, since the keyboard can't reach the button")
                .contains("can reject it. Take it first.");

        click("Take");
        assertThat(text()).doesNotContain("Take it first");
        assertThat(find(Button.class).withText("Reject…").single().isEnabled()).isTrue();
    }

    @Test
    void thatATaskIsDueBeforeItsSnoozeEndsIsSaid() {
        Task added = add();
        LocalDate due = Task.today(Instant.now()).plusDays(3);
        open(work.edit(added, added.details().due(due), null));
        click("Snooze…");
        DatePicker until = find(DatePicker.class).withCaption("Until").single();
        assertThat(until.getHelperText()).contains("due before that");

        until.setValue(due);
        assertThat(until.getHelperText()).isNullOrEmpty();
    }

    @Test
    void whatWasKeptUnderAnAccountIsShownUnderTheNameThatIsKnownSince() {
        Task task = add();
        jdbc.sql("""
                insert into task_change (task_id, at, by_id, by_name, what, was, became, because) values
                    (:task, now(), 'ben', 'ben@contoso.example', 'ASSIGNEE', 'nora@contoso.example', 'Ben@contoso.example',
                        'Taken back: Assigned to ben'),
                    (:task, now(), 'ben', 'ben@contoso.example', 'NOTE', '', 'ben@contoso.example', '')
                """).param("task", task.id()).update();
        open(task);
        assertThat(text()).contains("Assigned to: nora@contoso.example → Ben@contoso.example");

        new SeenPeople(events).signIn("ben", "Ben Holm", Instant.now(), Roles.OPERATOR);
        open(task);

        assertThat(text())
                .contains("Assigned to: nora@contoso.example → Ben Holm. Taken back: Assigned to Ben Holm")
                .contains("Note: nothing → ben@contoso.example");
    }

    @Test
    void whoLosesTheRoleWhileADialogIsOpenIsAssignedAndShownAsSuchAtOnce() {
        SeenPeople people = new SeenPeople(events);
        people.signIn("ben", "Ben Holm", Instant.now().minusSeconds(60), Roles.OPERATOR);
        Task task = add();
        open(task);
        click("Change…");
        assignee().setValue(AssigneeChoice.of(TO_BEN));
        people.readRoles("ben", "Ben Holm", Instant.now(), Roles.READER);

        click("Save");

        assertThat(find(Dialog.class).exists()).isFalse();
        assertThat(tasks.get(task.id()).orElseThrow().standing().assignee())
                .isEqualTo(Assignee.person("ben", "Ben Holm"));
        assertThat(text()).contains("Has no role to work on tasks");
    }

    @Test
    void aTeamRemovedWhileItIsChosenIsRefusedAtItsFieldAndNothingTypedIsLost() {
        Team team = team();
        Task task = add();
        open(task);
        click("Change…");
        test(find(TextField.class).withCaption("Ticket").single()).setValue("INC-7");
        assignee().setValue(AssigneeChoice.of(team.asAssignee()));
        As.person(new Actor("owner", "owner"), List.of(Roles.OWNER, Roles.READER), () -> teams.remove(team));

        click("Save");

        assertThat(assignee().getErrorMessage()).contains("“Service desk” is no longer defined");
        assertThat(find(TextField.class).withCaption("Ticket").single().getValue())
                .isEqualTo("INC-7");
        assertThat(tasks.get(task.id()).orElseThrow()).isEqualTo(task);

        assignee().setValue(AssigneeChoice.NOBODY);
        click("Save");
        assertThat(tasks.get(task.id()).orElseThrow().details().ticket()).isEqualTo("INC-7");
    }

    private Team team() {
        return As.person(new Actor("owner", "owner"), List.of(Roles.OWNER, Roles.READER), () -> {
            teams.define("Service desk", List.of(TO_BEN));
            return teams.all().getFirst();
        });
    }

    @SuppressWarnings("unchecked")
    private ComboBox<AssigneeChoice> assignee() {
        return find(ComboBox.class).withCaption("Assigned to").single();
    }

    @Test
    void whatIsDoneOnAPageThatIsBehindIsRefusedAndSaid() {
        Task task = add();
        open(task);
        As.person(BEN, () -> work.take(task));

        click("Take");

        assertThat(tasks.get(task.id()).orElseThrow().standing().assignee())
                .isEqualTo(Assignee.person("ben", "ben@contoso.example"));
        assertThat(text()).contains("Active");
    }

    @Test
    void theOpenPageFollowsWhatOthersDoAndKeepsWhatIsTyped() {
        Task task = add();
        open(task);
        test(comment()).setValue("half a sen");
        As.person(BEN, () -> work.comment(task.id(), "I have it on my desk", List.of()));

        News.tell(events, new TasksChanged());

        assertThat(text()).contains("I have it on my desk");
        assertThat(comment().getValue()).isEqualTo("half a sen");
        click("Comment");
        assertThat(text()).contains("half a sen");
        assertThat(comment().getValue()).isEmpty();
    }

    @Test
    void whatWasSentInAnotherWindowIsForgottenInThisOneAndNotSentAgain() {
        Task task = add();
        open(task);
        test(comment()).setValue("The disk is broken");
        sendInAnotherWindow(task);

        click("Comment");

        assertThat(tasks.comments(task.id(), PageRequest.ofSize(1))).isEmpty();
        assertThat(comment().getValue()).isEmpty();
        assertThat(text()).contains("You sent or discarded this in another window");

        test(comment()).setValue("And the screen");
        click("Comment");

        assertThat(tasks.comments(task.id(), PageRequest.ofSize(1)).getFirst().text())
                .isEqualTo("And the screen");
        assertThat(text()).doesNotContain("in another window");
    }

    private void sendInAnotherWindow(Task task) {
        DraftPlace another = drafts.at("comment:" + task.id());
        drafts.find(another).forEach(draft -> drafts.goOnWith(another, draft, ""));
        drafts.forget(another);
    }

    @Test
    void theOpenPageForgetsWhatIsSentInAnotherWindow() {
        Task task = add();
        open(task);
        test(comment()).setValue("The disk is broken");
        sendInAnotherWindow(task);

        News.tell(events, new DraftsForgotten());

        assertThat(comment().getValue()).isEmpty();
    }

    @Test
    void aTaskWhoseDevicesAreAllDoneOffersToCompleteIt() {
        Task task = add(UUID.randomUUID(), "GONE-1");
        open(task);

        assertThat(text()).contains("All of its devices are done", "1 of 1 done");
        assertThat(device(1)).contains("Gone from Entra");
    }

    @Test
    void whoCompletesWhatADeviceCameBackToIsToldAndAskedAgain() {
        Task task = add(UUID.randomUUID(), "BACK-1");
        open(task);
        jdbc.sql("update task_device set state = 'THERE', moved_in = 1").update();
        jdbc.sql("update task set settled = 0, devices_version = 1").update();

        test(find(Button.class).withText("Complete").all().getFirst()).click();

        assertThat(find(Notification.class).all().getLast().getElement().getTextRecursively())
                .contains("Its devices changed meanwhile", "BACK-1: Still there", "Nothing was done: look at it");
        assertThat(text()).contains("0 of 1 done").doesNotContain("All of its devices are done");

        test(find(Button.class).withText("Complete").all().getFirst()).click();

        assertThat(text()).contains("Completed");
    }

    @Test
    void aTicketIsALinkOnceAnOwnerSaidWhereTicketsAre() {
        Task task = add();
        work.edit(task, new TaskDetails("Look", TaskPriority.LOW, null, "", "INC/7"), null);
        open(task);
        assertThat(find(Anchor.class).withText("INC/7").exists()).isFalse();

        jdbc.sql("insert into task_settings values (1, now(), 'o', 'Owner', 'https://tickets.example/{number}')")
                .update();
        News.tell(events, new TasksChanged());

        assertThat(find(Anchor.class).withText("INC/7").single().getHref())
                .isEqualTo("https://tickets.example/INC%2F7");
    }

    @Test
    @WithMockUser(username = "rita", roles = Roles.READER)
    void readersSeeATaskAndChangeNothing() {
        Task task = As.person(BEN, List.of(Roles.READER, Roles.OPERATOR), () -> add());
        open(task);

        assertThat(text()).contains("Look at it");
        assertThat(find(Button.class).withText("Change…").exists()).isFalse();
        assertThat(find(TextArea.class).exists()).isFalse();
    }

    @Test
    void anAddressOfNoTaskSaysSo() {
        navigate(TaskView.class, -1L);

        assertThat(text()).contains("There is no such task");
    }

    private Task add() {
        return add(TaskTenant.in(jdbc).device("LAPTOP-1"), "");
    }

    private Task add(UUID device, String name) {
        if (!name.isEmpty()) {
            TaskTenant.in(jdbc);
        }
        return tasks.add(new NewTask(
                new TaskSource(TaskSource.Kind.DEVICES, null, "devices"),
                new HashMap<>(Map.of(device, name)),
                new TaskDetails("Look at it", TaskPriority.NORMAL, null, "", null),
                null));
    }

    private void open(Task task) {
        navigate(TaskView.class, task.id());
    }

    private TaskStatus status(Task task) {
        return tasks.get(task.id()).orElseThrow().status();
    }

    private String device(int column) {
        return test(find(Grid.class).single()).getCellText(0, column);
    }

    private TextArea comment() {
        return find(TextArea.class).withCaption("Comment").single();
    }

    private String text() {
        return getCurrentView().getElement().getTextRecursively();
    }

    private void click(String button) {
        test(find(Button.class).withText(button).all().getLast()).click();
    }
}
