package org.deviceoffboarding.evaluation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.browserless.SecuredBrowserlessApplicationContext;
import com.vaadin.browserless.SpringBrowserlessApplicationContext;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.notification.Notification;
import java.time.Clock;
import java.time.Instant;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.agent.AgentIdentity;
import org.deviceoffboarding.agent.StoredAgent;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunChanged;
import org.deviceoffboarding.evaluation.RunService;
import org.deviceoffboarding.evaluation.guard.InventoryConfirmationService;
import org.deviceoffboarding.evaluation.schedule.ScheduleService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;

/** What people with several windows open see of a run that fails, and of the next one. */
@PortalTest
class FailureNoticeTest {

    private static final String REASON = "Microsoft Graph could not be reached. Check the network, then run again.";
    private static final String[] OPERATOR = {Roles.OPERATOR, Roles.READER};
    private static final String[] OWNER = {Roles.OWNER, Roles.APPROVER, Roles.OPERATOR, Roles.READER};

    @Autowired
    private ApplicationContext context;

    @Autowired
    private RunService service;

    @Autowired
    private InventoryConfirmationService confirmations;

    @Autowired
    private ScheduleService schedules;

    @Autowired
    private AgentIdentity agent;

    @Autowired
    private RunStarter starter;

    @Autowired
    private CurrentActor currentActor;

    @Autowired
    private OpenPages openPages;

    @Autowired
    private JdbcClient jdbc;

    private SecuredBrowserlessApplicationContext<Authentication> portal;
    private ARun runs;
    private LatestRun latestRun;
    private FailureNotice notice;

    @BeforeEach
    void open() {
        jdbc.sql("delete from evaluation_run").update();
        runs = new ARun(jdbc);
        latestRun = new LatestRun(
                Clock.systemUTC(), new SecondBeat(), Runnable::run); // of its own: other tests follow other runs
        notice = new FailureNotice(
                service, confirmations, schedules, agent, starter, latestRun, currentActor, openPages);
        portal = SpringBrowserlessApplicationContext.createSecured(context, OverviewView.class);
    }

    @AfterEach
    void close() {
        portal.close();
        latestRun.destroy();
    }

    @Test
    void aFailedRunIsSaidInEveryWindowOfThoseWhoCanActUntilTheNextIsCompleted() {
        Run good = runs.completed();
        Window operator = new Window("operator", OPERATOR);
        Window again = new Window("operator", OPERATOR);
        Window owner = new Window("owner", OWNER);
        assertThat(operator.text()).isEmpty();

        Run run = runs.running();
        tell(run);
        assertThat(operator.text()).isEmpty();
        tell(runs.end(run, REASON));

        for (Window window : new Window[] {operator, again, owner}) {
            assertThat(window.text())
                    .startsWith("Run " + run.id() + " failed. " + REASON)
                    .contains("show the result of run " + good.id());
            assertThat(window.link()).isEqualTo("runs/" + run.id());
            assertThat(window.offersToRunAgain()).isTrue();
            assertThat(window.role()).isEqualTo("alert");
        }

        Run next = runs.running();
        tell(next);
        for (Window window : new Window[] {operator, again, owner}) {
            assertThat(window.text()).startsWith("Run " + run.id() + " failed.");
            assertThat(window.offersToRunAgain()).isFalse();
        }

        tell(runs.end(next, null));
        for (Window window : new Window[] {operator, again, owner}) {
            assertThat(window.text()).isEmpty();
        }
    }

    @Test
    void whoCanNotActIsNotAskedTo() {
        Window reader = new Window("reader", Roles.READER);
        Window auditor = new Window("auditor", Roles.READER, Roles.AUDITOR);

        tell(runs.failed(REASON));

        assertThat(reader.text()).isEmpty();
        assertThat(auditor.text()).isEmpty();
        assertThat(reader.offersToRunAgain()).isFalse();
    }

    @Test
    void aWindowThatIsOpenedLaterSaysItToo() {
        tell(runs.failed(REASON));

        Window operator = new Window("operator", OPERATOR);

        assertThat(operator.text())
                .contains(REASON)
                .endsWith("There is no result yet.Open run "
                        + jdbc.sql("select max(id) from evaluation_run")
                                .query(Long.class)
                                .single() + "Run again");
    }

    @Test
    void whereTheAgentWasGivenAnotherIdentitySinceWhatTheRunSaidOfTheOneBeforeIsSaidToCountNoMore() {
        jdbc.sql("delete from agent").update();
        StoredAgent.as("anna", "anna@contoso.example", Instant.now(), jdbc);
        Run run = runs.failed("Renew the agent under Settings.");
        tell(run);
        Window operator = new Window("operator", OPERATOR);
        assertThat(operator.text())
                .contains("Renew the agent under Settings.")
                .doesNotContain("another identity since");

        jdbc.sql("update agent set identity_id = 'the-client-id', set_up_at = now() + interval '1 second'")
                .update();
        Window later = new Window("operator", OPERATOR);

        assertThat(later.text())
                .contains(
                        "Renew the agent under Settings. The agent was given another identity since: what this says about the"
                                + " one before no longer counts.");
        jdbc.sql("delete from agent").update();
    }

    @Test
    void theSecondFailureReplacesTheFirst() {
        tell(runs.failed(REASON));
        Window operator = new Window("operator", OPERATOR);

        Run second = runs.failed("Something else happened.");
        tell(second);

        assertThat(operator.text()).startsWith("Run " + second.id() + " failed. Something else happened.");
    }

    @Test
    void runAgainAsksAsRunDoesAndSaysWhyNoneStarts() {
        tell(runs.failed(REASON));
        Window operator = new Window("operator", OPERATOR);

        operator.runAgain();

        assertThat(operator.ui().find(ConfirmDialog.class).single().getElement().getTextRecursively())
                .contains("cannot be stopped or paused");
        operator.ui().test(operator.ui().find(ConfirmDialog.class).single()).confirm();
        assertThat(operator.ui().find(Notification.class).single().getElement().getTextRecursively())
                .contains("No agent is set up.");
    }

    @Test
    void whereAnOwnerMayConfirmWhatWasReadItLeadsThere() {
        Run run = runs.incomplete("Intune returned 7 devices, after 700 in run 1.");
        Window operator = new Window("operator", OPERATOR);
        Window owner = new Window("owner", OWNER);

        tell(run);

        assertThat(owner.offersToRunAgain()).isFalse();
        assertThat(owner.text()).endsWith("Look at its numbers and confirm…");
        assertThat(owner.link()).isEqualTo("runs/" + run.id());
        assertThat(operator.offersToRunAgain()).isFalse();
        assertThat(operator.text()).endsWith("Look at its numbers");
    }

    private void tell(Run run) {
        latestRun.on(new RunChanged(run));
    }

    /** A person's browser window with the notice in it. */
    private class Window {

        private final BrowserlessUIContext ui;
        private final Component line;

        Window(String name, String... roles) {
            ui = portal.newUser(name, roles).newWindow();
            line = notice.create();
            ui.getUI().add(line);
            ui.runPendingSignalsTasks();
        }

        BrowserlessUIContext ui() {
            ui.activate();
            ui.roundTrip();
            ui.runPendingSignalsTasks();
            return ui;
        }

        String text() {
            ui();
            return line.isVisible() ? line.getElement().getTextRecursively() : "";
        }

        String role() {
            return line.getElement().getAttribute("role");
        }

        String link() {
            return ui().find(Anchor.class, line).single().getHref();
        }

        boolean offersToRunAgain() {
            return ui().find(Button.class, line).withText("Run again").exists();
        }

        void runAgain() {
            ui().test(ui.find(Button.class, line).withText("Run again").single())
                    .click();
        }
    }
}
