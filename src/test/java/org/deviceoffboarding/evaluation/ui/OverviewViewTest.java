package org.deviceoffboarding.evaluation.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.time.Duration;
import java.time.Instant;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.agent.StoredAgent;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.ui.Tile;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunChanged;
import org.deviceoffboarding.evaluation.RunPhase;
import org.deviceoffboarding.evaluation.RunProgress;
import org.deviceoffboarding.evaluation.RunStatus;
import org.deviceoffboarding.remediation.ui.News;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@PortalTest
@ViewPackages(classes = OverviewView.class)
@WithMockUser(roles = {Roles.READER, Roles.OPERATOR})
class OverviewViewTest extends SpringBrowserlessTest {

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient jdbc;

    private long run;

    /** A run that has ended does not go on again, so each test follows one of its own, later than those of other tests. */
    @BeforeEach
    void beginARun() {
        new ARun(jdbc).completed();
        UI.getCurrent().refreshCurrentRoute(false);
        run = jdbc.sql("select nextval(pg_get_serial_sequence('evaluation_run', 'id'))")
                .query(Long.class)
                .single();
    }

    @AfterEach
    void endTheRun() {
        events.publishEvent(new RunChanged(aRun(RunStatus.COMPLETED, RunPhase.SUGGEST)));
    }

    @Test
    void aRunStartedElsewhereIsFollowed() {
        navigate(OverviewView.class);

        publish(RunStatus.RUNNING, RunPhase.CONFIRM);

        assertThat(find(ProgressBar.class).single().getValue()).isBetween(0.8, 0.95);
        assertThat(find(Span.class).withText("41 of 60 devices").exists()).isTrue();
        assertThat(find(Button.class).withText("Run").single().isEnabled()).isFalse();
    }

    @Test
    void whenTheRunEndsAnotherCanBeStarted() {
        navigate(OverviewView.class);
        publish(RunStatus.RUNNING, RunPhase.READ);

        publish(RunStatus.COMPLETED, RunPhase.SUGGEST);

        assertThat(find(ProgressBar.class).exists()).isFalse();
        assertThat(find(Button.class).withText("Run").single().isEnabled()).isTrue();
    }

    @Test
    void beforeARunStartsADialogSaysWhatItResetsAndThatItCannotBeStopped() {
        navigate(OverviewView.class);

        test(find(Button.class).withText("Run").single()).click();

        assertThat(find(ConfirmDialog.class).single().getElement().getTextRecursively())
                .contains("This replaces the result of run")
                .contains("cannot be stopped or paused");
    }

    @Test
    void withoutAnAgentARunIsRefusedInASentence() {
        navigate(OverviewView.class);
        test(find(Button.class).withText("Run").single()).click();

        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(find(Notification.class).single().getChildren().findFirst().orElseThrow())
                .isInstanceOfSatisfying(
                        Span.class, sentence -> assertThat(sentence.getText()).startsWith("No agent is set up."));
    }

    @Test
    @WithMockUser(roles = Roles.READER)
    void aReaderSeesNoRunButton() {
        navigate(OverviewView.class);

        assertThat(find(Button.class).withText("Run").exists()).isFalse();
        assertThat(find(Button.class).withText("Refresh").exists()).isTrue();
    }

    @Test
    void refreshSaysWhatIsShownAndThatNothingWasEvaluated() {
        navigate(OverviewView.class);
        ARun stored = new ARun(jdbc);
        long result = stored.completed().id();
        test(find(Button.class).withText("Refresh").single()).click();
        assertThat(notification())
                .startsWith("Shown is the result of run " + result + ", read from the tenant today")
                .contains("Refresh evaluates nothing")
                .doesNotContain("failed");

        long failed = stored.failed("Graph was away.").id();
        test(find(Button.class).withText("Refresh").single()).click();
        assertThat(notification()).contains("Shown is the result of run " + result, "Run " + failed + " failed since.");
        assertThat(find(Tile.class).all())
                .anySatisfy(tile -> assertThat(tile.getElement().getTextRecursively())
                        .startsWith("Last result")
                        .endsWith("run " + failed + " failed since"));
    }

    /** It is looked for beside the page, on a connection of its own. */
    @Test
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void whatStoodInTheWayOfARunIsNoLongerSaidOnceOneIsCompleted() {
        try {
            StoredAgent.in(jdbc);
            jdbc.sql("""
                    update agent set refusal_reason = 'NO_INTUNE', refusal_code = 'AADSTS1234', refusal_said = '', refused_at = now()
                    """).update();
            navigate(OverviewView.class);
            UI.getCurrent().refreshCurrentRoute(false);
            awaitObstacle(true);

            jdbc.sql(
                            "update agent set refusal_reason = null, refusal_code = null, refusal_said = null, refused_at = null")
                    .update();
            publish(RunStatus.RUNNING, RunPhase.READ);
            publish(RunStatus.COMPLETED, RunPhase.SUGGEST);

            awaitObstacle(false);
        } finally {
            jdbc.sql("delete from agent").update();
            jdbc.sql("delete from evaluation_run where requested_by_id = 'o-1'").update();
        }
    }

    private void awaitObstacle(boolean said) {
        await().pollInSameThread().pollInterval(Duration.ofMillis(5)).untilAsserted(() -> {
            News.doWhatWaits();
            String text = find(OverviewView.class).single().getElement().getTextRecursively();
            assertThat(text.contains("The next run fails unless this was put right"))
                    .as(text)
                    .isEqualTo(said);
        });
    }

    @Test
    void howFarTheRunLookedBackIsSaidNotWhatAnOwnerSavedSince() {
        jdbc.sql("""
                insert into evaluation_rules (version, look_back, silent_after, grace_period, grace_periods, teams_phones, opted_in,
                    situations, keep_progress, saved_at, saved_by_id, saved_by_name)
                values (1, 60, 90, 14, '{}', '{}', '{}', '{REMOVED_FROM_INTUNE}', false, now(), 'o-1', 'olivia@contoso.example')
                """).update();
        navigate(OverviewView.class);

        assertThat(find(Tile.class).all())
                .anySatisfy(tile -> assertThat(tile.getElement().getTextRecursively())
                        .startsWith("Removed from Intune, still in Entra")
                        .endsWith("in the last 30 days"));
    }

    private String notification() {
        return test(find(Notification.class).all().getLast()).getText();
    }

    private void publish(RunStatus status, RunPhase phase) {
        ToldRun.tell(events, aRun(status, phase));
        runPendingSignalsTasks();
    }

    private Run aRun(RunStatus status, RunPhase phase) {
        Instant now = Instant.parse("2026-11-23T09:12:00Z");
        return new Run(
                run,
                status,
                phase,
                new Actor("o-1", "owner@contoso.example"),
                now,
                0,
                0,
                now,
                now,
                status == RunStatus.RUNNING ? null : now,
                new RunProgress(3, 1214, 1121, 200, 40, 1214, 60, 41),
                0,
                0,
                0,
                null,
                null,
                0,
                null);
    }
}
