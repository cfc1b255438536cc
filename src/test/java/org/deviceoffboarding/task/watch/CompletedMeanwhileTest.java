package org.deviceoffboarding.task.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.deviceoffboarding.As;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.assignee.Assignee;
import org.deviceoffboarding.task.Task;
import org.deviceoffboarding.task.TaskChange;
import org.deviceoffboarding.task.TaskChangedException;
import org.deviceoffboarding.task.TaskDetails;
import org.deviceoffboarding.task.TaskDevice;
import org.deviceoffboarding.task.TaskField;
import org.deviceoffboarding.task.TaskPriority;
import org.deviceoffboarding.task.TaskSource;
import org.deviceoffboarding.task.TaskStatus;
import org.deviceoffboarding.task.TaskTenant;
import org.deviceoffboarding.task.work.NewTask;
import org.deviceoffboarding.task.work.TaskService;
import org.deviceoffboarding.task.work.TaskWorkService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody completes a task in the moment in which one of its devices comes back, each on a connection of their own. */
@PortalTest
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class CompletedMeanwhileTest {

    private static final Actor OLGA = new Actor("olga", "olga");
    private static final PageRequest ALL = PageRequest.of(0, 100);

    @Autowired
    private TaskWatch watch;

    @Autowired
    private TaskService tasks;

    @Autowired
    private TaskWorkService work;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient jdbc;

    private TaskTenant tenant;
    private UUID device;
    private Task seen;

    @BeforeEach
    void aTaskWhoseOnlyDeviceIsDone() {
        tenant = TaskTenant.in(jdbc);
        device = tenant.device("LAPTOP-7");
        tenant.disable(device);
        long id = olga(() -> tasks.add(new NewTask(
                        new TaskSource(TaskSource.Kind.DEVICES, null, "1 device"),
                        Map.of(device, "LAPTOP-7"),
                        new TaskDetails("Look at it", TaskPriority.NORMAL, null, "", null),
                        Assignee.person("olga", "olga"))))
                .id();
        watch.look();
        seen = get(id);
        assertThat(seen.isDone()).isTrue();
    }

    @AfterEach
    void tidyUp() {
        jdbc.sql("truncate task, task_watch, notice, told_notice cascade").update();
        tenant.remove();
    }

    @Test
    void whoPressesWhileARunFindsADeviceEnabledAgainIsToldThatAndNothingIsCompleted() {
        comesBack();
        CompletableFuture<Task> completing = Objects.requireNonNull(transactions.execute(run -> {
            watch.look();
            CompletableFuture<Task> pressed = CompletableFuture.supplyAsync(() -> olga(() -> work.complete(seen)));
            awaitWaiting(pressed);
            return pressed;
        }));

        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(completing::join)
                .havingCause()
                .isInstanceOf(TaskChangedException.class)
                .withMessage(
                        "Its devices changed meanwhile: devices done from 1 of 1 to 0 of 1 (LAPTOP-7: Still there).");
        assertThat(get(seen.id()).status()).isEqualTo(TaskStatus.ACTIVE);

        assertThat(olga(() -> work.complete(get(seen.id()))).status())
                .as("once that was seen")
                .isEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void whereSomebodyCompletesFirstTheRunWaitsAndTheHistoryHasBothInTheirOrder() {
        comesBack();
        CompletableFuture<Void> looking = Objects.requireNonNull(transactions.execute(pressed -> {
            olga(() -> work.complete(seen));
            CompletableFuture<Void> run = CompletableFuture.runAsync(watch::look);
            awaitWaiting(run);
            return run;
        }));
        looking.join();

        assertThat(get(seen.id()).status()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(tasksDevices()).extracting(TaskDevice::state).containsExactly(TaskDevice.State.THERE);
        assertThat(olga(() -> tasks.history(seen.id(), ALL)))
                .extracting(TaskChange::what, TaskChange::became)
                .startsWith(tuple(TaskField.DEVICES, "0 of 1"), tuple(TaskField.STATUS, "Completed"));
    }

    private void comesBack() {
        tenant.nextRun();
        tenant.device(device, "LAPTOP-7", true);
    }

    private List<TaskDevice> tasksDevices() {
        return olga(() -> tasks.devices(seen.id(), ALL));
    }

    private Task get(long id) {
        return olga(() -> tasks.get(id).orElseThrow());
    }

    private void awaitWaiting(CompletableFuture<?> other) {
        await().until(() -> other.isDone() || isSomebodyWaiting());
        assertThat(other).as("it waits").isNotDone();
    }

    private boolean isSomebodyWaiting() {
        return jdbc.sql(
                        "select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock')")
                .query(Boolean.class)
                .single();
    }

    private static <T> T olga(Supplier<T> what) {
        return As.person(OLGA, List.of(Roles.READER, Roles.OPERATOR), what);
    }
}
