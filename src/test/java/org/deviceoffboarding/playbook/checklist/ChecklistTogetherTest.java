package org.deviceoffboarding.playbook.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.deviceoffboarding.As;
import org.deviceoffboarding.DemoPortal;
import org.deviceoffboarding.audit.reading.AuditFilter;
import org.deviceoffboarding.audit.reading.AuditLogService;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.playbook.Suggested;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.concurrent.DelegatingSecurityContextExecutorService;

/** People who tick the same checklist at the same moment, each in a transaction of their own. */
@DemoPortal
class ChecklistTogetherTest {

    private static final int PEOPLE = 6;

    @Autowired
    private ChecklistService checklists;

    @Autowired
    private AuditLogService auditLog;

    @Autowired
    private JdbcClient jdbc;

    private ExecutorService people;
    private long id;

    /** They come once the portal has started, which settles where Spring Security keeps who is signed in. */
    @BeforeEach
    void havePeople() {
        people = new DelegatingSecurityContextExecutorService(Executors.newFixedThreadPool(PEOPLE));
    }

    @BeforeEach
    void suggest() {
        Suggested suggested = Suggested.windows(jdbc);
        suggested.device("LAPTOP-1", "AzureAd");
        id = suggested.id();
    }

    @AfterEach
    void forget() {
        people.shutdownNow();
        jdbc.sql("delete from evaluation_run where id = (select run_id from suggestion where id = :id)")
                .param("id", id)
                .update();
        jdbc.sql("delete from suggestion where id = :id").param("id", id).update();
    }

    @Test
    void ofManyWhoTickTheSameStepOneIsOnRecord() throws Exception {
        together(person -> As.person(person, () -> checklists.tick(id, "list")));

        Tick tick = Objects.requireNonNull(
                checklists.find(id).orElseThrow().item("list").orElseThrow().tick());
        assertThat(auditLog.find(new AuditFilter("", null, "step.ticked", null, null), PageRequest.of(0, 50)))
                .filteredOn(entry -> entry.subject().equals("suggestion:" + id))
                .singleElement()
                .satisfies(entry -> assertThat(entry.actor()).isEqualTo(tick.by()));
    }

    @Test
    void nothingIsLostWhenEachTicksAnotherStep() throws Exception {
        Actor first = new Actor("p-0", "p0@contoso.example");
        List.of("list", "keys-windows", "disable", "grace", "delete")
                .forEach(step -> As.person(first, () -> checklists.tick(id, step)));
        List<String> left = List.of("defender-windows", "verify");

        together(person ->
                As.person(person, () -> checklists.tick(id, left.get(person.id().hashCode() % 2))));

        assertThat(checklists.find(id).orElseThrow().items()).allMatch(ChecklistItem::ticked);
    }

    private void together(Doing doing) throws Exception {
        CyclicBarrier start = new CyclicBarrier(PEOPLE);
        List<Callable<Boolean>> all = new ArrayList<>();
        for (int number = 0; number < PEOPLE; number++) {
            Actor person = new Actor("p-" + number, "p" + number + "@contoso.example");
            all.add(() -> {
                start.await();
                doing.as(person);
                return true;
            });
        }
        for (Future<Boolean> done : people.invokeAll(all)) {
            assertThat(done.get()).isTrue();
        }
    }

    @FunctionalInterface
    private interface Doing {
        void as(Actor person);
    }
}
