package org.deviceoffboarding.evaluation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.ui.Tile;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.schedule.ScheduleMoved;
import org.deviceoffboarding.remediation.ui.News;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** What pages say of a run that the schedule started, and of the next one. */
@PortalTest
@ViewPackages(packages = "org.deviceoffboarding.evaluation.ui")
@WithMockUser(roles = {Roles.READER, Roles.OPERATOR})
class ScheduledActivityTest extends SpringBrowserlessTest {

    @Autowired
    private FailureNotice failures;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient jdbc;

    private ARun runs;

    @BeforeEach
    void setASchedule() {
        jdbc.sql("delete from evaluation_run").update();
        runs = new ARun(jdbc);
        jdbc.sql("delete from run_schedule_state").update();
        jdbc.sql("""
                insert into run_schedule (version, saved_at, saved_by_id, saved_by_name, enabled, at_time, zone, resets)
                values (1, now(), 'p-1', 'olivia@contoso.example', true, '02:00', 'Europe/Berlin', false)
                """).update();
        jdbc.sql("insert into run_schedule_state (next_at) values (now() + interval '2 days')")
                .update();
    }

    @Test
    void activityAndTheRunsPageNameTheScheduleAndWhoSetIt() {
        Run byHand = runs.completed();
        Run run = runs.completed();
        bySchedule(run);

        openOverview();
        Grid<?> activity = find(Grid.class).all().getLast();
        assertThat(test(activity).getCellText(0, 3)).isEqualTo("Schedule, set by olivia@contoso.example");
        assertThat(test(activity).getCellText(1, 3)).doesNotContain("set by");

        navigate(RunView.class, run.id());
        assertThat(text()).contains("Schedule, set by olivia@contoso.example", "keep status and assignee");
        navigate(RunView.class, byHand.id());
        assertThat(text()).doesNotContain("set by olivia");
    }

    @Test
    void overviewSaysWhenTheNextRunStarts() {
        runs.completed();

        openOverview();

        assertThat(find(Tile.class).all())
                .anySatisfy(tile -> assertThat(tile.getElement().getTextRecursively())
                        .startsWith("Next run")
                        .endsWith("daily at 02:00, Europe/Berlin"));
    }

    @Test
    void whereTheScheduleTriesARunAgainTheNoticeOfItsFailureSaysSo() {
        Run run = runs.failed("Graph was away.");
        bySchedule(run);
        assertThat(failure()).contains("Graph was away.").doesNotContain("by itself");

        due(run, 0, "null");
        assertThat(failure()).as("before the schedule has noticed").contains("The schedule tries it again by itself.");
        due(run, 3, "null");
        assertThat(failure()).as("the last time").doesNotContain("by itself");
        due(run, 3, "now() + interval '1 hour'");
        assertThat(failure()).contains("The schedule tries it again by itself.");
    }

    @Test
    void onAPageThatIsOpenItGoesOnceTheScheduleNoLongerTriesIt() {
        Run run = runs.failed("Graph was away.");
        due(run, 1, "now() + interval '5 minutes'");
        Component line = failures.create();
        UI.getCurrent().add(line);
        runPendingSignalsTasks();
        assertThat(line.getElement().getTextRecursively()).contains("tries it again by itself");

        jdbc.sql("update run_schedule_state set due_at = null, failures = 0, due_run = null, retry_at = null")
                .update();
        News.tell(events, new ScheduleMoved());

        assertThat(line.getElement().getTextRecursively())
                .contains("Graph was away.")
                .doesNotContain("by itself");
    }

    /** Where it is open already it is made anew. */
    private void openOverview() {
        UI.getCurrent().refreshCurrentRoute(false);
        navigate(OverviewView.class);
    }

    private void due(Run run, int failures, String retryAt) {
        jdbc.sql("update run_schedule_state set due_at = now(), failures = :failures, due_run = :run, retry_at = "
                        + retryAt)
                .param("failures", failures)
                .param("run", run.id())
                .update();
    }

    private String failure() {
        Component line = failures.create();
        UI.getCurrent().add(line);
        runPendingSignalsTasks();
        return line.getElement().getTextRecursively();
    }

    private void bySchedule(Run run) {
        jdbc.sql(
                        "update evaluation_run set requested_by_id = 'schedule', requested_by_name = 'Schedule' where id = :id")
                .param("id", run.id())
                .update();
        jdbc.sql("insert into scheduled_run values (:id, 1, now(), 0, true)")
                .param("id", run.id())
                .update();
    }

    private String text() {
        return find(Div.class).all().getFirst().getElement().getTextRecursively();
    }
}
