package org.deviceoffboarding.task.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.deviceoffboarding.As;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.RecordedEntries;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.assignee.Assignee;
import org.deviceoffboarding.inventory.Inventories;
import org.deviceoffboarding.person.SeenPeople;
import org.deviceoffboarding.remediation.asking.ARequest;
import org.deviceoffboarding.removed.VerifiedChange;
import org.deviceoffboarding.removed.VerifiedChanges;
import org.deviceoffboarding.task.Task;
import org.deviceoffboarding.task.TaskChange;
import org.deviceoffboarding.task.TaskChangedException;
import org.deviceoffboarding.task.TaskDetails;
import org.deviceoffboarding.task.TaskDevice;
import org.deviceoffboarding.task.TaskDiff;
import org.deviceoffboarding.task.TaskField;
import org.deviceoffboarding.task.TaskPriority;
import org.deviceoffboarding.task.TaskSource;
import org.deviceoffboarding.task.TaskStatus;
import org.deviceoffboarding.task.TaskTenant;
import org.deviceoffboarding.task.team.GroupTeams;
import org.deviceoffboarding.task.team.TeamService;
import org.deviceoffboarding.task.work.NewTask;
import org.deviceoffboarding.task.work.TaskNotices;
import org.deviceoffboarding.task.work.TaskService;
import org.deviceoffboarding.task.work.TaskStepResult;
import org.deviceoffboarding.task.work.TaskStepService;
import org.deviceoffboarding.task.work.TaskWorkService;
import org.deviceoffboarding.task.work.TaskWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens to tasks without anybody doing it. */
@PortalTest
@WithMockUser(
        username = "olga",
        roles = {Roles.READER, Roles.OPERATOR})
class TaskWatchTest {

    private static final PageRequest ALL = PageRequest.of(0, 100);
    private static final Assignee OLGA = Assignee.person("olga", "olga");
    private static final Assignee NORA = Assignee.person("nora", "nora");

    @Autowired
    private TaskWatch watch;

    @Autowired
    private TaskService tasks;

    @Autowired
    private TaskWorkService work;

    @Autowired
    private TaskStepService steps;

    @Autowired
    private VerifiedChanges changes;

    @Autowired
    private TaskRemains remains;

    @Autowired
    private WatchedTaskRepository watched;

    @Autowired
    private TaskWriter writer;

    @Autowired
    private TaskNotices notices;

    @Autowired
    private GroupTeams groups;

    @Autowired
    private TeamService teams;

    @Autowired
    private Inventories inventories;

    @Autowired
    private PlatformTransactionManager manager;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient jdbc;

    private TaskTenant tenant;

    @BeforeEach
    void startAfresh() {
        tenant = TaskTenant.in(jdbc);
    }

    @Test
    void eachRunSaysWhatEachDeviceIs() {
        UUID there = tenant.device("A");
        UUID disabled = tenant.device("B");
        UUID gone = tenant.device("C");
        UUID back = tenant.device("D");
        long id = add(there, disabled, gone, back).id();
        watch.look();
        assertThat(states(id))
                .containsOnly(
                        Map.entry("A", TaskDevice.State.THERE),
                        Map.entry("B", TaskDevice.State.THERE),
                        Map.entry("C", TaskDevice.State.THERE),
                        Map.entry("D", TaskDevice.State.THERE));

        tenant.nextRun();
        tenant.device(there, "A", true);
        tenant.device(disabled, "B", false);
        tenant.device(back, "D", true);
        tenant.inIntune(back);
        watch.look();

        assertThat(states(id))
                .isEqualTo(Map.of(
                        "A", TaskDevice.State.THERE,
                        "B", TaskDevice.State.DISABLED,
                        "C", TaskDevice.State.GONE,
                        "D", TaskDevice.State.BACK));
        assertThat(get(id).settled()).isEqualTo(3);
        assertThat(get(id).isDone()).isFalse();
        assertThat(tasks.history(id, ALL))
                .filteredOn(change -> change.what() == TaskField.DEVICES)
                .extracting(TaskChange::was, TaskChange::became, TaskChange::by)
                .containsExactly(tuple("0 of 4", "3 of 4", Actor.PORTAL));
    }

    @Test
    void aTaskWhoseDevicesAreAllDoneSaysSo() {
        UUID device = tenant.device("A");
        long id = add(device).id();

        tenant.nextRun();
        watch.look();

        assertThat(get(id).isDone()).isTrue();
        assertThat(work.complete(get(id)).isDone()).isFalse();
    }

    @Test
    void whatIntuneHadWhenItWasAddedIsNotBackThere() {
        UUID device = tenant.device("A");
        tenant.inIntune(device);
        long id = add(device).id();

        tenant.nextRun();
        tenant.device(device, "A", true);
        tenant.inIntune(device);
        watch.look();

        assertThat(states(id)).containsEntry("A", TaskDevice.State.THERE);
    }

    @Test
    void whatThePortalDoesBetweenTwoRunsCountsAtOnce() {
        UUID device = tenant.device("A");
        long id = add(device, tenant.device("B")).id();
        watch.look();

        tenant.disable(device);
        changes.put(new VerifiedChange(device, VerifiedChange.Kind.DISABLED, Instant.now(), Instant.now(), 1));
        watch.look();

        assertThat(states(id)).containsEntry("A", TaskDevice.State.DISABLED);
        assertThat(get(id).settled()).isEqualTo(1);
    }

    @Test
    void aSnoozeEndsEarlyWhereADeviceChangesAndTheTaskComesBackToWhoseItWas() {
        UUID device = tenant.device("A");
        Task task = add(device);
        work.snooze(task, today().plusDays(20), "waits for the owner");
        watch.look();
        assertThat(get(task.id()).status()).isEqualTo(TaskStatus.PENDING);

        tenant.nextRun();
        watch.look();

        assertThat(get(task.id()).status()).isEqualTo(TaskStatus.ACTIVE);
        assertThat(get(task.id()).standing().assignee()).isEqualTo(OLGA);
        assertThat(new RecordedEntries(jdbc).details("task.changed"))
                .containsEntry("because", "It came back, since one of its devices changed.");
    }

    @Test
    void whoCompletesWhatWasPutOffAsADeviceComesBackSeesThatFirst() {
        UUID device = tenant.device("A");
        Task task = add(device);
        Task seen = work.snooze(task, today().plusDays(20), "waits for the owner");
        watch.look();
        comesBack(device);
        watch.look();

        assertThatExceptionOfType(TaskChangedException.class).isThrownBy(() -> work.complete(seen));

        assertThat(get(task.id()).status()).isEqualTo(TaskStatus.ACTIVE);
        assertThat(states(task.id())).containsEntry("A", TaskDevice.State.BACK);
        assertThat(work.complete(get(task.id())).status()).isEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void whoEndsATaskOrPutsItOffIsToldWhichDevicesAreSomethingElseByNow() {
        UUID device = tenant.device("A");
        UUID other = tenant.device("B");
        tenant.disable(device);
        Task seen = add(device, other);
        watch.look();
        Task shown = get(seen.id());
        tenant.nextRun();
        tenant.device(device, "A", true);
        tenant.device(other, "B", true);
        tenant.disable(other);
        watch.look();
        assertThat(get(seen.id()).settled()).as("as many as before").isEqualTo(shown.settled());

        assertThatExceptionOfType(TaskChangedException.class)
                .isThrownBy(() -> work.complete(shown))
                .withMessage(
                        "Its devices changed meanwhile: devices done from 1 of 2 to 1 of 2 (A: Still there; B: Disabled).")
                .matches(TaskChangedException::isOfDevicesOnly);
        assertThatExceptionOfType(TaskChangedException.class).isThrownBy(() -> work.reject(shown, "Not ours"));
        assertThatExceptionOfType(TaskChangedException.class)
                .isThrownBy(() -> work.snooze(shown, today().plusDays(3), "later"));
        TaskStepResult many = steps.complete(List.of(shown));
        assertThat(many.changed()).isZero();
        assertThat(many.left())
                .singleElement()
                .asString()
                .endsWith("Its devices changed meanwhile: 1 of 2 are done now.");

        Task edited = work.edit(shown, shown.details().due(today().plusDays(3)), OLGA);
        assertThat(work.complete(edited).status()).isEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void aSnoozeThatADeviceWouldHaveEndedDoesNotComeBackAsAStepIsTakenBack() {
        Task same = work.snooze(add(tenant.device("A")), today().plusDays(20), "waits");
        Task moved = work.snooze(add(tenant.device("B")), today().plusDays(20), "waits");
        watch.look();
        TaskStepResult step = steps.complete(List.of(get(same.id()), get(moved.id())));
        tenant.nextRun();
        tenant.device(device(same), "A", true);
        watch.look();

        steps.undo(step.id());

        assertThat(get(same.id()).standing().snooze()).isNotNull();
        assertThat(get(moved.id()).status()).isEqualTo(TaskStatus.ACTIVE);
        assertThat(get(moved.id()).standing().snooze()).isNull();
    }

    private UUID device(Task task) {
        return tasks.devices(task.id(), ALL).getFirst().objectId();
    }

    @Test
    void aTaskCompletedJustBeforeADeviceComesBackStaysCompletedAndNobodyIsTold() {
        UUID device = tenant.device("A");
        Task seen = work.snooze(add(device), today().plusDays(20), "waits for the owner");
        watch.look();
        comesBack(device);

        Task completed = work.complete(seen);
        watch.look();

        assertThat(get(seen.id()).status()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(get(seen.id()).version()).isEqualTo(completed.version());
        assertThat(told(completed)).isEmpty();
    }

    @Test
    void whatIsSavedAsASnoozeEndsIsRefusedOnceAndThenBringsNoSnoozeBack() {
        Task task = add(tenant.device("A"));
        Task snoozed = work.snooze(task, today().plusDays(2), "waits");
        jdbc.sql("update task set snoozed_until = :today where id = :id")
                .param("today", today())
                .param("id", task.id())
                .update();
        watch.look();

        TaskDetails typed = snoozed.details().due(today().plusDays(9));
        TaskChangedException changed =
                catchThrowableOfType(TaskChangedException.class, () -> work.edit(snoozed, typed, OLGA));
        assertThat(changed.meanwhile())
                .extracting(TaskDiff.Difference::field)
                .containsExactly(TaskField.STATUS, TaskField.SNOOZE);
        Task saved = work.edit(changed.now(), typed, OLGA);

        assertThat(saved.status()).isEqualTo(TaskStatus.ACTIVE);
        assertThat(saved.standing().snooze()).isNull();
        assertThat(saved.details().dueOn()).isEqualTo(today().plusDays(9));
        assertThatExceptionOfType(TaskChangedException.class)
                .as("nor does whoever puts it off by a page that is behind")
                .isThrownBy(() -> work.snooze(snoozed, today().plusDays(5), "again"));
    }

    private void comesBack(UUID device) {
        tenant.nextRun();
        tenant.device(device, "A", true);
        tenant.inIntune(device);
    }

    @Test
    void aSnoozeEndsOnItsDay() {
        Task task = add(tenant.device("A"));
        work.snooze(task, today().plusDays(2), "waits");
        jdbc.sql("update task set snoozed_until = :today where id = :id")
                .param("today", today())
                .param("id", task.id())
                .update();

        watch.look();

        assertThat(get(task.id()).status()).isEqualTo(TaskStatus.ACTIVE);
    }

    @Test
    void aTaskThatNobodyDidExpiresThirtyDaysAfterItsDay() {
        Task kept = add(tenant.device("A"));
        Task late = add(tenant.device("B"));
        due(kept, today().minusDays(30));
        due(late, today().minusDays(31));

        watch.look();

        assertThat(get(kept.id()).status()).isEqualTo(TaskStatus.ACTIVE);
        assertThat(get(late.id()).status()).isEqualTo(TaskStatus.EXPIRED);
        assertThat(get(late.id()).updatedBy()).isEqualTo(Actor.PORTAL);
        assertThat(tasks.history(late.id(), ALL).getFirst().because())
                .isEqualTo("It was due on " + TaskDiff.day(today().minusDays(31)) + ", 31 days ago.");
        watch.look();
        assertThat(work.reopen(get(late.id())).details().dueOn()).isNull();
    }

    @Test
    void itsLastDayCountsToTheEndAndSoDoThirtyDaysMore() {
        Task task = add(tenant.device("A"));
        due(task, LocalDate.of(2036, 10, 31));

        nested(Instant.parse("2036-11-30T23:59:59.999Z")).look();
        assertThat(get(task.id()).status()).isEqualTo(TaskStatus.ACTIVE);

        nested(Instant.parse("2036-12-01T00:00:00Z")).look();
        assertThat(get(task.id()).status()).isEqualTo(TaskStatus.EXPIRED);
        assertThat(tasks.history(task.id(), ALL).getFirst().because())
                .isEqualTo("It was due on 31 October 2036, 31 days ago.");
    }

    @Test
    void whatExpiresLaterThanItShouldSaysSinceWhenItWasDue() {
        Task task = add(tenant.device("A"));
        due(task, LocalDate.of(2036, 10, 31));

        nested(Instant.parse("2036-12-24T08:00:00Z")).look();

        assertThat(tasks.history(task.id(), ALL).getFirst().because())
                .isEqualTo("It was due on 31 October 2036, 54 days ago.");
    }

    @Test
    void aTaskWaitsForItsRequestAndGoesOnWithIt() {
        long request = ARequest.in(jdbc).store();
        Task waiting = tasks.add(new NewTask(
                new TaskSource(TaskSource.Kind.REQUEST, Long.toString(request), "Request " + request),
                Map.of(),
                new TaskDetails("Follow it", TaskPriority.NORMAL, null, "", null),
                OLGA));
        assertThat(waiting.status()).isEqualTo(TaskStatus.NEEDS_APPROVAL);
        due(waiting, today().minusDays(100));
        watch.look();
        assertThat(get(waiting.id()).status()).isEqualTo(TaskStatus.NEEDS_APPROVAL);
        due(waiting, today().plusDays(1));

        jdbc.sql(
                        "update change_request set status = 'REJECTED', finished_at = now(), decided_at = now(), decided_by_id = 'b',"
                                + " decided_by_name = 'Ben', decision_note = 'no' where id = :id")
                .param("id", request)
                .update();
        watch.look();

        assertThat(get(waiting.id()).status()).isEqualTo(TaskStatus.ACTIVE);
        assertThat(tasks.history(waiting.id(), ALL).getFirst().because())
                .isEqualTo("Ben rejected request " + request + ": no");
    }

    @Test
    void withoutAnInventoryDevicesStayWhatTheyWereAndTheTaskStays() {
        UUID device = tenant.device("A");
        long id = add(device).id();
        watch.look();

        jdbc.sql("update inventory set published_at = null").update();
        watch.look();

        assertThat(states(id)).containsEntry("A", TaskDevice.State.THERE);
        assertThat(remains.stays()).singleElement().asString().startsWith("1 task");
    }

    @Test
    void whatIsReadOfACopyThatIsWithdrawnMeanwhileCountsForNothing() {
        UUID device = tenant.device("A");
        Task task = add(device);
        work.snooze(task, today().plusDays(20), "waits for the owner");
        watch.look();
        tenant.nextRun(); // has no device, as a copy that is dropped while it is read
        withdrawWhile("update");

        nested().look();

        assertThat(states(task.id())).containsEntry("A", TaskDevice.State.THERE);
        assertThat(get(task.id()).standing().snooze()).isNotNull();
        assertThat(told(task)).isEmpty();
        assertThat(jdbc.sql("select run_id from task_watch").query(Long.class).single())
                .as("the run that was looked at before")
                .isEqualTo(9_001);
    }

    /** As the portal's, but what it rolls back is rolled back within the test's transaction. */
    private TaskWatch nested() {
        return nested(Clock.systemUTC());
    }

    private TaskWatch nested(Instant at) {
        return nested(Clock.fixed(at, ZoneOffset.UTC));
    }

    private TaskWatch nested(Clock clock) {
        TransactionTemplate nested = new TransactionTemplate(manager);
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        return new TaskWatch(watched, writer, notices, groups, inventories, changes, nested, events, clock);
    }

    /** Lets the inventory be withdrawn while devices of tasks are written. */
    private void withdrawWhile(String writing) {
        jdbc.sql("""
                create function portal_copies.withdraw_meanwhile() returns trigger language plpgsql as $$
                begin
                    update inventory set published_at = null;
                    return null;
                end $$
                """).update();
        jdbc.sql("create trigger withdraw_meanwhile before " + writing
                        + " on task_device for each statement execute function portal_copies.withdraw_meanwhile()")
                .update();
    }

    @Test
    void whoseTaskIsDueOverdueOrDoneIsToldOnceForEachDay() {
        new SeenPeople(events).signIn("olga", "Olga", Instant.now(), Roles.OPERATOR);
        Task soon = add(tenant.device("A"));
        Task over = add(tenant.device("B"));
        Task later = add(tenant.device("C"));
        due(soon, today().plusDays(2));
        due(over, today().minusDays(1));
        due(later, today().plusDays(3));

        watch.look();
        watch.look();

        assertThat(told(soon)).containsExactly("TASK_DUE");
        assertThat(told(over)).containsExactly("TASK_OVERDUE");
        assertThat(told(later)).isEmpty();

        due(soon, today().plusDays(1));
        tenant.nextRun();
        watch.look();

        assertThat(told(soon)).containsExactlyInAnyOrder("TASK_DUE", "TASK_DUE", "TASK_CHANGED");
        assertThat(told(later)).containsExactly("TASK_CHANGED");
    }

    @Test
    void whoseDevicesAreAllDoneIsToldWheneverTheyBecomeSoAndNotWhileTheyAre() {
        new SeenPeople(events).signIn("olga", "Olga", Instant.now(), Roles.OPERATOR);
        UUID device = tenant.device("A");
        Task task = add(device);
        watch.look();
        nextRunHas(device, false);
        assertThat(told(task)).containsExactly("TASK_CHANGED");

        tenant.nextRun(); // has it no more
        watch.look();
        assertThat(told(task)).as("done as before").hasSize(1);

        nextRunHas(device, true);
        nextRunHas(device, false);

        assertThat(told(task)).as("done once more").hasSize(2);
    }

    private void nextRunHas(UUID device, boolean enabled) {
        tenant.nextRun();
        tenant.device(device, "A", enabled);
        watch.look();
    }

    @Test
    void ofWhatIsNobodysWhoeverAddedItIsTold() {
        new SeenPeople(events).signIn("olga", "Olga", Instant.now(), Roles.OPERATOR);
        Task task = add(tenant.device("A"));
        work.edit(task, task.details(), null);
        due(task, today().minusDays(1));

        watch.look();

        assertThat(told(task)).containsExactly("TASK_OVERDUE");
        assertThat(jdbc.sql("select reason from told_notice where person_id = 'olga'")
                        .query(String.class)
                        .single())
                .isEqualTo("You added it, and it is nobody's yet.");
    }

    @Test
    void whoeverATaskIsHandedToIsToldOfItsDayAsTheOneBeforeWasAndNobodyTwice() {
        people("olga", "nora");
        Task soon = add(tenant.device("A"));
        Task over = add(tenant.device("B"));
        due(soon, today().plusDays(2));
        due(over, today().minusDays(1));
        watch.look();

        TaskStepResult step = steps.handOver(OLGA, NORA, 2);
        watch.look();
        watch.look();
        assertThat(dueTold("nora")).containsExactly("TASK_DUE " + soon.id(), "TASK_OVERDUE " + over.id());

        steps.undo(step.id());
        watch.look();
        steps.handOver(OLGA, NORA, 2);
        watch.look();
        assertThat(dueTold("nora")).hasSize(2);
        assertThat(dueTold("olga")).containsExactly("TASK_DUE " + soon.id(), "TASK_OVERDUE " + over.id());
    }

    @Test
    void whoeverWasToldInTheirTeamIsNotToldAgainAsTheTaskBecomesTheirs() {
        people("olga", "nora");
        Assignee desk = desk(OLGA, NORA);
        Task task = add(tenant.device("A"));
        due(task, today().plusDays(1));
        watch.look();

        Task desks = work.edit(get(task.id()), get(task.id()).details(), desk);
        watch.look();
        work.edit(desks, desks.details(), NORA);
        watch.look();

        assertThat(dueTold("olga")).containsExactly("TASK_DUE " + task.id());
        assertThat(dueTold("nora")).containsExactly("TASK_DUE " + task.id());
    }

    @Test
    void aDayThatComesBackIsToldAgainToThoseWhoWereToldOfAnotherSinceAndToThemOnly() {
        people("olga");
        Task known = add(tenant.device("A"));
        Task moved = add(tenant.device("B"));
        due(known, today().plusDays(1));
        due(moved, today().plusDays(1));
        watch.look();

        change(known, today().plusDays(20));
        change(moved, today().plusDays(2));
        watch.look();
        change(known, today().plusDays(1));
        change(moved, today().plusDays(1));
        watch.look();

        assertThat(dueTold("olga"))
                .containsExactly(
                        "TASK_DUE " + known.id(),
                        "TASK_DUE " + moved.id(),
                        "TASK_DUE " + moved.id(),
                        "TASK_DUE " + moved.id());
    }

    private Assignee desk(Assignee... people) {
        return As.person(new Actor("owner", "owner"), List.of(Roles.OWNER, Roles.READER), () -> {
            teams.define("Desk", List.of(people));
            return teams.all().getFirst().asAssignee();
        });
    }

    private void change(Task task, LocalDate day) {
        Task now = get(task.id());
        work.edit(now, now.details().due(day), now.standing().assignee());
    }

    private void people(String... ids) {
        for (String id : ids) {
            new SeenPeople(events).signIn(id, id, Instant.now(), Roles.OPERATOR);
        }
    }

    private List<String> dueTold(String person) {
        return jdbc.sql("""
                select n.kind || ' ' || split_part(n.subject, ':', 2) from notice n join told_notice t on t.notice_id = n.id
                where t.person_id = :person and n.kind in ('TASK_DUE', 'TASK_OVERDUE') order by n.id
                """).param("person", person).query(String.class).list();
    }

    private List<String> told(Task task) {
        return jdbc.sql("""
                select n.kind from notice n join told_notice t on t.notice_id = n.id
                where n.subject = :task and t.person_id = 'olga' order by n.id
                """)
                .param("task", "task:" + task.id())
                .query(String.class)
                .list();
    }

    private Task add(UUID... devices) {
        Map<UUID, String> named = new HashMap<>();
        List.of(devices).forEach(device -> named.put(device, ""));
        return tasks.add(new NewTask(
                new TaskSource(TaskSource.Kind.DEVICES, null, "devices"),
                named,
                new TaskDetails("Look", TaskPriority.NORMAL, null, "", null),
                OLGA));
    }

    private void due(Task task, LocalDate day) {
        jdbc.sql("update task set due_on = :day where id = :id")
                .param("day", day)
                .param("id", task.id())
                .update();
    }

    private Task get(long id) {
        return tasks.get(id).orElseThrow();
    }

    private Map<String, TaskDevice.State> states(long id) {
        Map<String, TaskDevice.State> states = new HashMap<>();
        tasks.devices(id, ALL).forEach(device -> states.put(device.name(), device.state()));
        return states;
    }

    private static LocalDate today() {
        return Task.today(Instant.now());
    }
}
