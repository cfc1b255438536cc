package org.deviceoffboarding.evaluation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.browserless.SecuredBrowserlessApplicationContext;
import com.vaadin.browserless.SpringBrowserlessApplicationContext;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import java.time.Clock;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunChanged;
import org.deviceoffboarding.evaluation.RunService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;

/** What people with windows open see of a result that there is something to say about. */
@PortalTest
class CautionNoticeTest {

    private static final String CAUTION = "Intune's audit list came back empty, after 512 events in run 1. Look there.";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private RunService service;

    @Autowired
    private RunStarter starter;

    @Autowired
    private JdbcClient jdbc;

    private SecuredBrowserlessApplicationContext<Authentication> portal;
    private ARun runs;
    private LatestRun latestRun;
    private CautionNotice notice;

    @BeforeEach
    void open() {
        jdbc.sql("delete from evaluation_run").update();
        runs = new ARun(jdbc);
        latestRun = new LatestRun(
                Clock.systemUTC(), new SecondBeat(), Runnable::run); // of its own: other tests follow other runs
        notice = new CautionNotice(service, starter, latestRun);
        portal = SpringBrowserlessApplicationContext.createSecured(context, OverviewView.class);
    }

    @AfterEach
    void close() {
        portal.close();
        latestRun.destroy();
    }

    @Test
    void whatSpeaksAgainstAResultIsSaidInEveryWindowOfThoseWhoCanActUntilTheNextResult() {
        Window operator = new Window("operator", Roles.READER, Roles.OPERATOR);
        Window reader = new Window("reader", Roles.READER);
        Run run = runs.running();
        tell(run);
        assertThat(operator.text()).isEmpty();

        tell(doubted(runs.end(run, null)));

        assertThat(operator.text()).isEqualTo("Result of run " + run.id() + ": " + CAUTION + "Open run " + run.id());
        assertThat(operator.link()).isEqualTo("runs/" + run.id());
        assertThat(reader.text()).isEmpty();

        Run failed = runs.running();
        tell(failed);
        assertThat(operator.text()).contains(CAUTION);
        tell(runs.end(failed, "It failed."));
        assertThat(operator.text()).as("the failure says what counts now").isEmpty();

        Run good = runs.running();
        tell(good);
        tell(runs.end(good, null));
        assertThat(operator.text()).isEmpty();
    }

    private Run doubted(Run run) {
        jdbc.sql("update evaluation_run set caution = :caution where id = :id")
                .param("caution", CAUTION)
                .param("id", run.id())
                .update();
        return run;
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

        String text() {
            show();
            return line.isVisible() ? line.getElement().getTextRecursively() : "";
        }

        String link() {
            return show().find(Anchor.class, line).single().getHref();
        }

        private BrowserlessUIContext show() {
            ui.activate();
            ui.roundTrip();
            ui.runPendingSignalsTasks();
            return ui;
        }
    }
}
