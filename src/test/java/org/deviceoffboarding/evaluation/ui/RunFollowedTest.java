package org.deviceoffboarding.evaluation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.progressbar.ProgressBar;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunChanged;
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

    private void tell(Run run) {
        events.publishEvent(new RunChanged(run));
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
