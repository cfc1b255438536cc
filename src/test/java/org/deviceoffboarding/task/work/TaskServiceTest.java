package org.deviceoffboarding.task.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.deviceoffboarding.As;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.RecordedEntries;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.assignee.Assignee;
import org.deviceoffboarding.notification.ToldSentences;
import org.deviceoffboarding.person.SeenPeople;
import org.deviceoffboarding.remediation.FlaggedTenant;
import org.deviceoffboarding.task.Task;
import org.deviceoffboarding.task.TaskChange;
import org.deviceoffboarding.task.TaskChangedException;
import org.deviceoffboarding.task.TaskComment;
import org.deviceoffboarding.task.TaskDetails;
import org.deviceoffboarding.task.TaskDevice;
import org.deviceoffboarding.task.TaskField;
import org.deviceoffboarding.task.TaskPriority;
import org.deviceoffboarding.task.TaskRefusedException;
import org.deviceoffboarding.task.TaskSource;
import org.deviceoffboarding.task.TaskStanding;
import org.deviceoffboarding.task.TaskStatus;
import org.deviceoffboarding.task.TaskTenant;
import org.deviceoffboarding.task.team.Team;
import org.deviceoffboarding.task.team.TeamService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;

@PortalTest
@WithMockUser(
        username = "olga",
        roles = {Roles.READER, Roles.OPERATOR})
class TaskServiceTest {

    private static final PageRequest ALL = PageRequest.of(0, 100);
    private static final Actor BEN = new Actor("ben", "ben@contoso.example");
    private static final Assignee OLGA = Assignee.person("olga", "olga");
    private static final Assignee TO_BEN = Assignee.person("ben", "ben@contoso.example");

    @Autowired
    private TaskService tasks;

    @Autowired
    private TaskWorkService work;

    @Autowired
    private TaskStepService steps;

    @Autowired
    private TeamService teams;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void devicesAreKeptByIdWithTheirNamesAndWhatTheyAre() {
        TaskTenant tenant = TaskTenant.in(jdbc);
        UUID there = tenant.device("LAPTOP-1");
        UUID disabled = tenant.device("LAPTOP-2");
        tenant.disable(disabled);
        UUID gone = UUID.randomUUID();

        Task task = add(Map.of(there, "", disabled, "", gone, "PHONE-3"), null);

        assertThat(tasks.devices(task.id(), ALL))
                .extracting(TaskDevice::name, TaskDevice::state)
                .containsExactly(
                        tuple("LAPTOP-1", TaskDevice.State.THERE),
                        tuple("LAPTOP-2", TaskDevice.State.DISABLED),
                        tuple("PHONE-3", TaskDevice.State.GONE));
        assertThat(task.devices()).isEqualTo(3);
        assertThat(task.settled()).isEqualTo(2);
        assertThat(tasks.ofDevice(there)).extracting(Task::id).containsExactly(task.id());
        assertThat(new RecordedEntries(jdbc).trail(gone)).contains("task.added");
    }

    @Test
    void aSuggestionsTaskHasItsDevices() {
        FlaggedTenant tenant = FlaggedTenant.removed(jdbc);
        UUID flagged = tenant.flagged("LAPTOP-1", "AzureAd");

        Task task = tasks.add(new NewTask(
                new TaskSource(
                        TaskSource.Kind.SUGGESTION, Long.toString(tenant.suggestionId()), "Remove Windows devices"),
                Map.of(),
                details(null),
                OLGA));

        assertThat(task.status()).isEqualTo(TaskStatus.ACTIVE);
        assertThat(tasks.devices(task.id(), ALL))
                .extracting(TaskDevice::objectId)
                .containsExactly(flagged);
        assertThat(tasks.ofSource(TaskSource.Kind.SUGGESTION, Long.toString(tenant.suggestionId())))
                .extracting(Task::id)
                .containsExactly(task.id());
    }

    @Test
    void aTaskIsNotAddedByACopyThatIsReplacedMeanwhile() {
        UUID device = TaskTenant.in(jdbc).device("LAPTOP-1");
        jdbc.sql("""
                create function portal_copies.withdraw_meanwhile() returns trigger language plpgsql as $$
                begin
                    update inventory set published_at = null;
                    return null;
                end $$
                """).update();
        jdbc.sql("""
                create trigger withdraw_meanwhile before insert on task_device
                for each statement execute function portal_copies.withdraw_meanwhile()
                """).update();

        refused(() -> add(Map.of(device, ""), null), "A newer run has replaced the devices that you saw");
    }

    @Test
    void aTaskOfMoreDevicesThanItTakesIsRefusedWhateverItIsAbout() {
        NewTask wanted = ofSuggestionWithFurther(100_001);

        refused(() -> tasks.add(wanted), "A task takes at most 100,000 devices. Select some of them.");
    }

    @Test
    void aSuggestionOfMoreDevicesThanATaskTakesBecomesSeveralThatHaveEachOfThemOnce() {
        List<String> progress = new ArrayList<>();

        List<Task> added =
                tasks.addAll(ofSuggestionWithFurther(100_001), (done, all) -> progress.add(done + " of " + all));

        assertThat(added).extracting(Task::title).containsExactly("Look at it (1 of 2)", "Look at it (2 of 2)");
        assertThat(added.getFirst().devices()).isEqualTo(TaskService.MOST_DEVICES);
        long devices = added.stream().mapToLong(Task::devices).sum();
        assertThat(jdbc.sql("select count(distinct object_id) from task_device where task_id = any(:tasks)")
                        .param("tasks", added.stream().map(Task::id).toArray(Long[]::new))
                        .query(Long.class)
                        .single())
                .isEqualTo(devices)
                .isGreaterThan(100_000);
        assertThat(progress).containsExactly("0 of 2", "1 of 2");
    }

    /** Of a suggestion that has so many devices beside its own. */
    private NewTask ofSuggestionWithFurther(int devices) {
        FlaggedTenant tenant = FlaggedTenant.removed(jdbc);
        jdbc.sql("""
                insert into finding (run_id, object_id, name, platform, ownership, kind, kind_group, situation, link_state, evidence)
                select run_id, md5('object' || n)::uuid, 'LAPTOP', platform, ownership, 'ORDINARY', kind_group, situation,
                    'REMOVED', array['No Intune record has its ID.']
                from suggestion, generate_series(1, :devices) n where id = :suggestion
                """)
                .param("devices", devices)
                .param("suggestion", tenant.suggestionId())
                .update();
        return new NewTask(
                new TaskSource(TaskSource.Kind.SUGGESTION, Long.toString(tenant.suggestionId()), "Remove devices"),
                Map.of(),
                details(null),
                null);
    }

    @Test
    void ofATeamOnlyThoseAreToldWhoMayWorkOnTasks() {
        SeenPeople people = new SeenPeople(events);
        people.signIn("ben", "Ben", Instant.now(), Roles.READER);
        people.signIn("cara", "Cara", Instant.now(), Roles.OPERATOR);
        Team team = team("Service desk", TO_BEN, Assignee.person("cara", "cara"), Assignee.person("nobody", "nobody"));

        Task task = add(Map.of(UUID.randomUUID(), "A"), team.asAssignee());

        assertThat(jdbc.sql("""
                select t.person_id from notice n join told_notice t on t.notice_id = n.id where n.subject = :task
                """)
                        .param("task", "task:" + task.id())
                        .query(String.class)
                        .list())
                .containsExactly("cara");
    }

    @Test
    void aTaskAboutNothingIsNotAdded() {
        refused(
                () -> tasks.add(new NewTask(
                        new TaskSource(TaskSource.Kind.SUGGESTION, "0", "gone"), Map.of(), details(null), null)),
                "There is no device to add");
        refused(
                () -> tasks.add(new NewTask(
                        devices(), Map.of(UUID.randomUUID(), "A"), details(LocalDate.of(2020, 1, 1)), null)),
                "This day is over");
        refused(
                () -> tasks.add(new NewTask(
                        devices(),
                        Map.of(UUID.randomUUID(), "A"),
                        new TaskDetails(" ", TaskPriority.LOW, null, "", null),
                        null)),
                "Say in a few words");
    }

    @Test
    @WithMockUser(username = "rita", roles = Roles.READER)
    void readersChangeNothing() {
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> add(Map.of(UUID.randomUUID(), "A"), null));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> steps.take(List.of()));
    }

    @Test
    void everyChangeIsOnRecordInHistoryAndLog() {
        Task task = add(Map.of(UUID.randomUUID(), "A"), null);

        Task edited = work.edit(
                task, new TaskDetails("Call them", TaskPriority.HIGH, in(5), "first\nsecond", "INC-1"), TO_BEN);

        assertThat(edited.details().note()).isEqualTo("first\nsecond");
        assertThat(edited.status()).isEqualTo(TaskStatus.PENDING);
        assertThat(edited.version()).isEqualTo(task.version() + 1);
        assertThat(tasks.history(task.id(), ALL))
                .extracting(TaskChange::what)
                .containsExactlyInAnyOrder(
                        TaskField.ADDED,
                        TaskField.ASSIGNEE,
                        TaskField.DUE,
                        TaskField.PRIORITY,
                        TaskField.TITLE,
                        TaskField.NOTE,
                        TaskField.TICKET);
        assertThat(new RecordedEntries(jdbc).details("task.changed"))
                .containsEntry("title", "Look at it")
                .extractingByKey("after")
                .isEqualTo(Map.of(
                        "assignee", "ben@contoso.example",
                        "dueOn", in(5).toString(),
                        "name", "Call them",
                        "note", "first second",
                        "priority", "HIGH",
                        "ticket", "INC-1"));
    }

    @Test
    void savingWhatIsAsItWasLeavesNoTrace() {
        Task task = add(Map.of(UUID.randomUUID(), "A"), OLGA);

        assertThat(work.edit(task, task.details(), OLGA)).isEqualTo(task);
        assertThat(tasks.history(task.id(), ALL)).hasSize(1);
    }

    @Test
    void theSecondToSaveIsToldWhatTheFirstChangedAndNothingIsStored() {
        Task seen = add(Map.of(UUID.randomUUID(), "A"), null);
        As.person(BEN, () -> work.edit(seen, seen.details().due(in(5)), null));

        assertThatExceptionOfType(TaskChangedException.class)
                .isThrownBy(() -> work.edit(seen, seen.details().due(in(9)), null))
                .satisfies(changed -> {
                    assertThat(changed.meanwhile())
                            .extracting(difference -> difference.field())
                            .containsExactly(TaskField.DUE);
                    assertThat(changed.now().updatedBy()).isEqualTo(BEN);
                });
        assertThat(tasks.get(seen.id()).orElseThrow().details().dueOn()).isEqualTo(in(5));
    }

    @Test
    void aTaskIsRejectedByItsOwnPeopleOnlyAndWithAReason() {
        Task bens = add(Map.of(UUID.randomUUID(), "A"), TO_BEN);

        refused(() -> work.reject(bens, "not ours"), "Only who a task is assigned to");
        As.person(BEN, () -> refused(() -> work.reject(bens, "  "), "Say why"));
        Task rejected = As.person(BEN, () -> work.reject(bens, "not ours"));

        assertThat(rejected.status()).isEqualTo(TaskStatus.REJECTED);
        assertThat(rejected.standing().closing())
                .extracting(TaskStanding.Closing::reason)
                .isEqualTo("not ours");
    }

    @Test
    void whoIsInATeamRejectsWhatIsTheTeamsAndWhoIsNotDoesNot() {
        Team team = team("Service desk", TO_BEN);
        Task teams = add(Map.of(UUID.randomUUID(), "A"), team.asAssignee());

        refused(() -> work.reject(teams, "not ours"), "Only who a task is assigned to");
        assertThat(As.person(BEN, () -> work.reject(teams, "not ours")).status())
                .isEqualTo(TaskStatus.REJECTED);
    }

    @Test
    void nothingIsAssignedToATeamThatThereIsNoMore() {
        Team team = team("Service desk", TO_BEN);
        As.person(new Actor("owner", "owner"), List.of(Roles.OWNER, Roles.READER), () -> teams.remove(team));

        refused(() -> add(Map.of(UUID.randomUUID(), "A"), team.asAssignee()), "no longer defined");
    }

    @Test
    void aSnoozeNeedsAReasonAndADayBeforeTheTaskExpires() {
        Task task = add(Map.of(UUID.randomUUID(), "A"), OLGA);
        Task due = work.edit(task, task.details().due(in(1)), OLGA);

        refused(() -> work.snooze(due, in(3), " "), "Say why");
        refused(() -> work.snooze(due, in(0), "waits"), "after today");
        refused(() -> work.snooze(due, in(32), "waits"), "expires before");

        Task snoozed = work.snooze(due, in(31), "waits");
        assertThat(snoozed.status()).isEqualTo(TaskStatus.PENDING);
        assertThat(work.wake(snoozed).status()).isEqualTo(TaskStatus.ACTIVE);
    }

    @Test
    void aCommentIsKeptWithWhoIsSpokenOf() {
        Task task = add(Map.of(UUID.randomUUID(), "A"), null);

        work.comment(task.id(), " Who has it?\nAsk Ben. ", List.of(TO_BEN, Assignee.team(1, "no person")));

        assertThat(tasks.comments(task.id(), ALL)).singleElement().satisfies(comment -> {
            assertThat(comment.text()).isEqualTo("Who has it?\nAsk Ben.");
            assertThat(comment.by().id()).isEqualTo("olga");
            assertThat(comment.mentioned()).containsExactly(TO_BEN);
        });
        refused(() -> work.comment(task.id(), " ", List.of()), "Write something");
        refused(() -> work.comment(task.id(), "x".repeat(TaskComment.LONGEST + 1), List.of()), "at most 4000");
        refused(() -> work.comment(-1, "x", List.of()), "no such task");
        assertThat(new RecordedEntries(jdbc).details("task.commented"))
                .containsEntry("mentioned", List.of(TO_BEN.name()));
    }

    @Test
    void manyAreAssignedInOneStepWithAnEntryEachAndTakenBackInOne() {
        List<Task> all = List.of(
                add(Map.of(UUID.randomUUID(), "A"), OLGA),
                add(Map.of(UUID.randomUUID(), "B"), null),
                add(Map.of(UUID.randomUUID(), "C"), TO_BEN));

        TaskStepResult result = steps.assign(all, TO_BEN);

        assertThat(result.changed())
                .as("but for the one that is theirs already")
                .isEqualTo(2);
        assertThat(result.left()).isEmpty();
        assertThat(now(all)).extracting(task -> task.standing().assignee()).containsOnly(TO_BEN);
        assertThat(new RecordedEntries(jdbc).all("task.changed"))
                .extracting(entry -> ((Number) Objects.requireNonNull(entry.get("task"))).longValue())
                .filteredOn(now(all).stream().map(Task::id).toList()::contains)
                .containsExactly(all.get(0).id(), all.get(1).id());

        assertThat(steps.undo(result.id()).changed()).isEqualTo(2);
        assertThat(now(all))
                .extracting(Task::standing)
                .isEqualTo(all.stream().map(Task::standing).toList());
        refused(() -> steps.undo(result.id()), "taken back already");
    }

    @Test
    void whatSomebodyChangedSinceIsLeftAloneByAStepAndByItsUndo() {
        Task one = add(Map.of(UUID.randomUUID(), "A"), null);
        Task other = add(Map.of(UUID.randomUUID(), "B"), null);
        As.person(BEN, () -> work.take(one));

        TaskStepResult completed = steps.complete(List.of(one, other));

        assertThat(completed.changed()).isEqualTo(1);
        assertThat(completed.left()).singleElement().asString().contains("ben@contoso.example changed it meanwhile");
        As.person(BEN, () -> work.reopen(tasks.get(other.id()).orElseThrow()));
        TaskStepResult undone = steps.undo(completed.id());
        assertThat(undone.changed()).isZero();
        assertThat(undone.left()).hasSize(1);
        assertThat(tasks.get(other.id()).orElseThrow().status()).isEqualTo(TaskStatus.PENDING);
    }

    @Test
    void nobodyTakesBackWhatSomebodyElseDid() {
        Task task = add(Map.of(UUID.randomUUID(), "A"), null);
        long step = steps.complete(List.of(task)).id();

        As.person(BEN, () -> refused(() -> steps.undo(step), "somebody else did it"));
    }

    @Test
    void whatCannotBeChangedSoIsLeftAndNamed() {
        Task ended = work.complete(add(Map.of(UUID.randomUUID(), "A"), OLGA));

        TaskStepResult result = steps.due(List.of(ended), in(3));

        assertThat(result.id()).isZero();
        assertThat(result.left()).singleElement().asString().contains("Look at it", "Completed");
    }

    @Test
    void allOpenTasksOfSomebodyAreHandedOverAtOnce() {
        Task open = add(Map.of(UUID.randomUUID(), "A"), TO_BEN);
        Task ended = As.person(BEN, () -> work.complete(add(Map.of(UUID.randomUUID(), "B"), TO_BEN)));

        TaskStepResult result = steps.handOver(TO_BEN, OLGA, 1);

        assertThat(result.changed()).isEqualTo(1);
        assertThat(tasks.get(open.id()).orElseThrow().standing().assignee()).isEqualTo(OLGA);
        assertThat(tasks.get(ended.id()).orElseThrow().standing().assignee()).isEqualTo(TO_BEN);
        refused(() -> steps.handOver(OLGA, OLGA, 1), "theirs already");
    }

    @Test
    void tasksThatCameOrWentSinceSomebodyLookedAreNotHandedOverUnsaid() {
        Task first = add(Map.of(UUID.randomUUID(), "A"), TO_BEN);
        add(Map.of(UUID.randomUUID(), "B"), TO_BEN);

        refused(
                () -> steps.handOver(TO_BEN, OLGA, 1),
                "has 2 open tasks, 1 more than when you opened this. Press again to hand over all of them.");
        assertThat(get(first).standing().assignee()).isEqualTo(TO_BEN);
        refused(() -> steps.handOver(TO_BEN, OLGA, 3), "has 2 open tasks, 1 fewer than when you opened this.");

        steps.handOver(TO_BEN, OLGA, 2);

        refused(
                () -> steps.handOver(TO_BEN, OLGA, 2),
                "has no open task any more: somebody else changed them meanwhile");
    }

    @Test
    void thatTasksWentBackToSomebodyWhoCanDoNothingIsSaid() {
        SeenPeople people = new SeenPeople(events);
        people.signIn("olga", "Olga Berg", Instant.now(), Roles.OPERATOR);
        people.signIn("ben", "Ben Holm", Instant.now(), Roles.READER);
        Task task = add(Map.of(UUID.randomUUID(), "A"), TO_BEN);
        TaskStepResult step = steps.handOver(TO_BEN, OLGA, 1);
        assertThat(step.notes()).isEmpty();

        assertThat(steps.undo(step.id()).notes())
                .containsExactly("Ben Holm, to whom tasks went back, has no role to work on tasks.");
        assertThat(get(task).standing().assignee()).matches(back -> back != null && back.isSameAs(TO_BEN));
    }

    @Test
    void thatTasksWentBackToATeamThatWasRemovedMeanwhileIsSaid() {
        SeenPeople people = new SeenPeople(events);
        people.signIn("ben", "Ben Holm", Instant.now(), Roles.OPERATOR);
        people.signIn("olga", "Olga Berg", Instant.now(), Roles.OPERATOR);
        Team team = team("Service desk", TO_BEN);
        Task task = add(Map.of(UUID.randomUUID(), "A"), team.asAssignee());
        TaskStepResult step = steps.assign(List.of(task), OLGA);
        As.person(new Actor("owner", "owner"), List.of(Roles.OWNER, Roles.READER), () -> teams.remove(team));

        assertThat(steps.undo(step.id()).notes())
                .containsExactly("Service desk, to whom tasks went back, is no longer defined as a team.");
    }

    @Test
    void thatTasksWentToATeamInWhichNobodyHasTheRoleIsSaid() {
        new SeenPeople(events).signIn("ben", "Ben Holm", Instant.now(), Roles.READER);
        Team team = team("Service desk", TO_BEN);
        Task task = add(Map.of(UUID.randomUUID(), "A"), OLGA);

        assertThat(steps.assign(List.of(task), team.asAssignee()).notes())
                .containsExactly("Service desk, to whom tasks went, has nobody with a role to work on tasks.");
    }

    @Test
    void thatTasksWentToSomebodyWhoLostTheRoleSinceTheyWerePickedIsSaid() {
        SeenPeople people = new SeenPeople(events);
        people.signIn("olga", "Olga Berg", Instant.now(), Roles.OPERATOR);
        people.signIn("ben", "Ben Holm", Instant.now(), Roles.READER);
        Task task = add(Map.of(UUID.randomUUID(), "A"), OLGA);

        assertThat(steps.handOver(OLGA, TO_BEN, 1).notes())
                .containsExactly("Ben Holm, to whom tasks went, has no role to work on tasks.");
        assertThat(steps.assign(List.of(get(task)), OLGA).notes()).isEmpty();
        assertThat(steps.assign(List.of(get(task)), TO_BEN).notes()).hasSize(1);
    }

    @Test
    void moreThanAnybodyPicksAreHandedOverInOneStepToo() {
        jdbc.sql("""
                insert into task (title, source_kind, source_name, priority, note, status, assignee_kind, assignee_id,
                    assignee_name, taken, created_at, created_by_id, created_by_name, updated_at, updated_by_id,
                    updated_by_name)
                select 'Task ' || n, 'DEVICES', '1 device', 'NORMAL', '', 'PENDING', 'PERSON', 'ben', 'Ben', false, now(), 'olga',
                    'Olga', now(), 'olga', 'Olga'
                from generate_series(1, :tasks) n
                """).param("tasks", TaskStepService.MOST + 1).update();

        TaskStepResult result = steps.handOver(TO_BEN, OLGA, TaskStepService.MOST + 1);

        assertThat(result.changed()).isEqualTo(TaskStepService.MOST + 1);
        assertThat(result.left()).isEmpty();
        assertThat(steps.undo(result.id()).changed()).isEqualTo(TaskStepService.MOST + 1);
    }

    @Test
    void whoseTaskItBecomesIsToldAndWhoeverDoesItThemselfIsNot() {
        SeenPeople people = new SeenPeople(events);
        for (String person : List.of("olga", "ben", "cleo")) {
            people.signIn(person, person, Instant.now(), Roles.OPERATOR);
        }
        Team team = team("Service desk", TO_BEN, OLGA);
        Task task = add(Map.of(UUID.randomUUID(), "A"), TO_BEN);
        assertThat(told(task)).containsExactly("ben TASK_ASSIGNED");

        TaskStepResult assigned = steps.assign(List.of(task), team.asAssignee());
        assertThat(told(task)).containsExactly("ben TASK_ASSIGNED", "ben TASK_ASSIGNED", "ben TASK_CHANGED");

        steps.undo(assigned.id());
        work.comment(task.id(), "Look", List.of(Assignee.person("cleo", "Cleo"), OLGA));
        assertThat(told(task)).endsWith("ben TASK_ASSIGNED", "cleo MENTIONED");
    }

    @Test
    void whoAddedATaskIsToldWhyNobodyWillDoIt() {
        new SeenPeople(events).signIn("olga", "Olga", Instant.now(), Roles.OPERATOR);
        Task task = add(Map.of(UUID.randomUUID(), "A"), TO_BEN);

        As.person(BEN, () -> work.reject(task, "not ours"));

        assertThat(ToldSentences.to("olga", jdbc))
                .singleElement(InstanceOfAssertFactories.STRING)
                .startsWith("TASK_CHANGED: ")
                .endsWith(" rejected task " + task.id() + ", " + task.title() + ": not ours");
    }

    @Test
    void whoRejectsATaskThatTheyAddedThemselfIsNotTold() {
        new SeenPeople(events).signIn("olga", "Olga", Instant.now(), Roles.OPERATOR);

        work.reject(add(Map.of(UUID.randomUUID(), "A"), OLGA), "not needed");

        assertThat(ToldSentences.to("olga", jdbc)).isEmpty();
    }

    @Test
    void whoLosesTasksToAnotherIsToldOnceForAStepAndAgainOfWhatIsTakenBack() {
        SeenPeople people = new SeenPeople(events);
        people.signIn("olga", "Olga Berg", Instant.now(), Roles.OPERATOR);
        people.signIn("ben", "Ben Holm", Instant.now(), Roles.OPERATOR);
        people.signIn("cara", "Cara Lind", Instant.now(), Roles.OPERATOR);
        Task one = add(Map.of(UUID.randomUUID(), "A"), TO_BEN);
        Task other = add(Map.of(UUID.randomUUID(), "B"), TO_BEN);
        jdbc.sql("delete from notice").update();

        TaskStepResult step = steps.assign(List.of(one, other), Assignee.person("cara", "cara@contoso.example"));
        assertThat(ToldSentences.to("ben", jdbc))
                .containsExactly("TASK_CHANGED: The tasks " + one.id() + ", " + other.id()
                        + " are no longer assigned to Ben Holm: Olga Berg assigned them to Cara Lind.");
        assertThat(ToldSentences.to("olga", jdbc)).isEmpty();
        assertThat(ToldSentences.to("cara", jdbc))
                .containsExactly("TASK_ASSIGNED: Olga Berg assigned the tasks " + one.id() + ", " + other.id()
                        + " to Cara Lind.");
        jdbc.sql("delete from notice").update();

        steps.undo(step.id());
        assertThat(ToldSentences.to("cara", jdbc))
                .containsExactly("TASK_CHANGED: The tasks " + one.id() + ", " + other.id()
                        + " are no longer assigned to Cara Lind: Olga Berg assigned them to Ben Holm."
                        + " Taken back: Assigned to Cara Lind.");
        assertThat(ToldSentences.to("ben", jdbc))
                .containsExactly("TASK_ASSIGNED: Olga Berg assigned the tasks " + one.id() + ", " + other.id()
                        + " to Ben Holm. Taken back: Assigned to Cara Lind.");
        jdbc.sql("delete from notice").update();

        work.edit(get(one), one.details(), null);
        assertThat(ToldSentences.to("ben", jdbc))
                .containsExactly("TASK_CHANGED: Task " + one.id() + ", " + one.title()
                        + ", is no longer assigned to Ben Holm: Olga Berg assigned it to nobody.");
    }

    @Test
    void whoATaskIsAssignedToIsSaidInTheNoticeAndInTheAuditLog() {
        SeenPeople people = new SeenPeople(events);
        people.signIn("olga", "Olga Berg", Instant.now(), Roles.OPERATOR);
        people.signIn("ben", "Ben Holm", Instant.now(), Roles.OPERATOR);
        Team team = team("Service desk", TO_BEN);
        Task task = add(Map.of(UUID.randomUUID(), "A"), null);
        jdbc.sql("delete from notice").update();

        Task bens = work.edit(task, task.details(), TO_BEN);
        assertThat(ToldSentences.to("ben", jdbc))
                .containsExactly(
                        "TASK_ASSIGNED: Olga Berg assigned task " + task.id() + ", " + task.title() + ", to Ben Holm.");
        assertThat(jdbc.sql("select summary from audit_entry where action = 'task.changed' order by id desc limit 1")
                        .query(String.class)
                        .single())
                .endsWith("assigned to “Ben Holm”");
        jdbc.sql("delete from notice").update();

        work.edit(bens, bens.details(), team.asAssignee());
        assertThat(ToldSentences.to("ben", jdbc))
                .contains("TASK_ASSIGNED: Olga Berg assigned task " + task.id() + ", " + task.title()
                        + ", to the team Service desk.");
    }

    @Test
    void whoATaskIsAssignedToReadsWhenItIsDueAndOfSeveralWhichIsFirst() {
        SeenPeople people = new SeenPeople(events);
        people.signIn("olga", "Olga Berg", Instant.now(), Roles.OPERATOR);
        people.signIn("ben", "Ben Holm", Instant.now(), Roles.OPERATOR);
        List<Task> all = Stream.of("A", "B", "C")
                .map(name -> add(Map.of(UUID.randomUUID(), name), null))
                .toList();
        Task later = due(all.get(0), LocalDate.of(2036, 12, 4));
        Task first = due(all.get(1), LocalDate.of(2036, 12, 3));

        TaskStepResult step = steps.assign(List.of(later, first, all.get(2)), TO_BEN);
        assertThat(ToldSentences.to("ben", jdbc))
                .singleElement(InstanceOfAssertFactories.STRING)
                .endsWith(" to Ben Holm. Due first: task " + first.id() + ", on 3 December 2036.");
        steps.undo(step.id());
        jdbc.sql("delete from notice").update();

        work.edit(get(later), later.details(), TO_BEN);
        assertThat(ToldSentences.to("ben", jdbc))
                .singleElement(InstanceOfAssertFactories.STRING)
                .endsWith(", to Ben Holm. Due on 4 December 2036.");
    }

    private Task due(Task task, LocalDate day) {
        return work.edit(task, task.details().due(day), task.standing().assignee());
    }

    @Test
    void aTeamLosesNothingToOneOfItsOwnPeople() {
        SeenPeople people = new SeenPeople(events);
        people.signIn("ben", "Ben", Instant.now(), Roles.OPERATOR);
        people.signIn("olga", "Olga", Instant.now(), Roles.OPERATOR);
        Team team = team("Service desk", TO_BEN, OLGA);
        Task task = add(Map.of(UUID.randomUUID(), "A"), team.asAssignee());
        jdbc.sql("delete from notice").update();

        Task taken = work.take(task);
        assertThat(ToldSentences.to("ben", jdbc)).isEmpty();

        Task back = work.edit(taken, taken.details(), team.asAssignee());
        jdbc.sql("delete from notice").update();
        work.edit(back, back.details(), Assignee.person("cara", "Cara"));
        assertThat(ToldSentences.to("ben", jdbc))
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("is no longer assigned to the team Service desk: Olga assigned it to Cara.");
    }

    @Test
    void peopleAreKeptUnderTheirNamesAndTheSamePersonIsNoChange() {
        Task task = add(Map.of(UUID.randomUUID(), "A"), TO_BEN);
        SeenPeople people = new SeenPeople(events);
        people.signIn("ben", "Ben Holm", Instant.now(), Roles.OPERATOR);
        people.signIn("olga", "Olga Berg", Instant.now(), Roles.OPERATOR);

        Task same = work.edit(task, task.details(), Assignee.person("ben", "Ben Holm"));
        assertThat(same.version()).isEqualTo(task.version());
        assertThat(steps.assign(List.of(task), Assignee.person("ben", "Ben Holm"))
                        .id())
                .isZero();

        work.take(task);
        assertThat(tasks.history(task.id(), ALL))
                .filteredOn(change -> change.what() == TaskField.ASSIGNEE)
                .extracting(change -> change.was() + " → " + change.became())
                .containsExactly("Ben Holm → Olga Berg");
    }

    @Test
    void whatChangedMeanwhileNamesPeopleAsTheyAreKnownNow() {
        Task task = add(Map.of(UUID.randomUUID(), "A"), TO_BEN);
        new SeenPeople(events).signIn("ben", "Ben Holm", Instant.now(), Roles.OPERATOR);
        work.take(task);

        assertThatExceptionOfType(TaskChangedException.class)
                .isThrownBy(() -> work.complete(task))
                .satisfies(changed -> assertThat(changed.meanwhile())
                        .anyMatch(each ->
                                each.field() == TaskField.ASSIGNEE && each.was().equals("Ben Holm")));
    }

    @Test
    void aTaskOfATeamThatThereIsNoMoreIsStillChanged() {
        Team team = team("Service desk", TO_BEN);
        Task task = add(Map.of(UUID.randomUUID(), "A"), team.asAssignee());
        As.person(new Actor("owner", "owner"), List.of(Roles.OWNER, Roles.READER), () -> teams.remove(team));

        Task changed = work.edit(task, task.details().due(in(3)), team.asAssignee());

        assertThat(changed.details().dueOn()).isEqualTo(in(3));
        assertThat(changed.standing()).isEqualTo(task.standing());
    }

    @Test
    void whatIsHandedOverNamesWhoseItWasAsTheyAreKnownNow() {
        add(Map.of(UUID.randomUUID(), "A"), TO_BEN);
        new SeenPeople(events).signIn("ben", "Ben Holm", Instant.now(), Roles.OPERATOR);

        steps.handOver(TO_BEN, null, 1);

        assertThat(steps.last())
                .hasValueSatisfying(
                        last -> assertThat(last.sentence()).isEqualTo("Handed over from Ben Holm to nobody"));
    }

    private Task get(Task task) {
        return tasks.get(task.id()).orElseThrow();
    }

    private List<String> told(Task task) {
        return jdbc.sql("""
                select t.person_id || ' ' || n.kind from notice n join told_notice t on t.notice_id = n.id
                where n.subject = :task or n.subject like :task || '#%' order by n.id, t.person_id
                """)
                .param("task", "task:" + task.id())
                .query(String.class)
                .list();
    }

    @Test
    void theDatabaseDeletesNoTaskAndNoLineOfItsHistory() {
        long id = add(Map.of(UUID.randomUUID(), "A"), null).id();

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> jdbc.sql("delete from task_change where task_id = :id")
                        .param("id", id)
                        .update())
                .havingRootCause()
                .withMessageContaining("stays on record");
    }

    private Task add(Map<UUID, String> some, @Nullable Assignee assignee) {
        return tasks.add(new NewTask(devices(), some, details(null), assignee));
    }

    private List<Task> now(List<Task> before) {
        return before.stream().map(task -> tasks.get(task.id()).orElseThrow()).toList();
    }

    private Team team(String name, Assignee... people) {
        return As.person(new Actor("owner", "owner"), List.of(Roles.OWNER, Roles.READER), () -> {
            teams.define(name, List.of(people));
            return teams.all().stream()
                    .filter(team -> team.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        });
    }

    private static TaskSource devices() {
        return new TaskSource(TaskSource.Kind.DEVICES, null, "some devices");
    }

    private static TaskDetails details(@Nullable LocalDate due) {
        return new TaskDetails("Look at it", TaskPriority.NORMAL, due, "", null);
    }

    private static LocalDate in(int days) {
        return Task.today(Instant.now()).plusDays(days);
    }

    private static void refused(ThrowingCallable call, String sentence) {
        assertThatExceptionOfType(TaskRefusedException.class).isThrownBy(call).withMessageContaining(sentence);
    }
}
