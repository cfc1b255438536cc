package org.deviceoffboarding.evaluation.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.progressbar.ProgressBar;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunChanged;
import org.deviceoffboarding.evaluation.RunProgress;
import org.deviceoffboarding.remediation.ui.News;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** The page of a run that goes on while the page is open. */
@PortalTest
@ViewPackages(classes = RunView.class)
@WithMockUser(roles = Roles.READER)
class RunFollowedTest extends SpringBrowserlessTest {

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void itsPageFollowsItToItsEnd() {
        jdbc.sql("delete from evaluation_run where status = 'RUNNING'").update();
        ARun runs = new ARun(jdbc);
        Run run = runs.running();
        tell(run);
        UI.getCurrent().navigate("runs/" + run.id());
        runPendingSignalsTasks();
        assertThat(text()).contains("Run in progress");
        assertThat(find(ProgressBar.class).exists()).isTrue();

        tell(runs.end(run, "Microsoft Graph could not be reached."));

        assertThat(text()).contains("Failed", "Why it failed", "Microsoft Graph could not be reached.");
        assertThat(find(ProgressBar.class).exists()).isFalse();
    }

    @Test
    void whatItHasReadIsFollowedThereAndOnOverviewWithoutMakingThePageAnew() {
        jdbc.sql("delete from evaluation_run where status = 'RUNNING'").update();
        ARun runs = new ARun(jdbc);
        runs.completed();
        Run run = runs.running();
        tell(run);
        UI.getCurrent().navigate("");
        runPendingSignalsTasks();
        Grid<?> activity = (Grid<?>) find(Grid.class).all().getLast();

        events.publishEvent(new RunChanged(read(run, 4321)));
        ToldRun.hear();
        runPendingSignalsTasks();

        assertThat(find(Grid.class).all().getLast()).isSameAs(activity);
        assertThat(test(activity).getCellText(0, 4)).isEqualTo("4,321");

        UI.getCurrent().navigate("runs/" + run.id());
        events.publishEvent(new RunChanged(read(run, 5432)));
        await().pollInSameThread()
                .untilAsserted(
                        () -> { // the page that was left may hear of something first
                            News.doWhatWaits();
                            runPendingSignalsTasks();
                            assertThat(text()).contains("5,432");
                        });

        tell(runs.end(run, null)); // what runs goes on for other tests, too
    }

    private static Run read(Run run, long entraDevices) {
        return new Run(
                run.id(),
                run.status(),
                run.phase(),
                run.requestedBy(),
                run.requestedAt(),
                run.rulesVersion(),
                run.instructionVersion(),
                run.startedAt(),
                run.readAt(),
                run.finishedAt(),
                new RunProgress(5, entraDevices, 0, 0, 0, 0, 0, 0),
                run.flagged(),
                run.leftOut(),
                run.suggestions(),
                run.failure(),
                run.caution(),
                run.restarts(),
                run.forgottenAt());
    }

    private void tell(Run run) {
        ToldRun.tell(events, run);
        roundTrip();
        runPendingSignalsTasks();
    }

    private String text() {
        return find(Div.class)
                .withClassName("page-content")
                .all()
                .getFirst()
                .getElement()
                .getTextRecursively();
    }
}
