package org.deviceoffboarding.evaluation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.evaluation.Run;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

@PortalTest
@ViewPackages(packages = "org.deviceoffboarding.evaluation.ui")
@WithMockUser(roles = Roles.READER)
class RunViewTest extends SpringBrowserlessTest {

    private static final String CAUTION = "Intune's audit list came back empty, after 512 events in run 1. Look there.";

    @Autowired
    private JdbcClient jdbc;

    @Test
    void whatSpeaksAgainstAResultIsSaidOnThePageOfItsRun() {
        ARun runs = new ARun(jdbc);
        Run doubted = runs.completed();
        jdbc.sql("update evaluation_run set caution = :caution where id = :id")
                .param("caution", CAUTION)
                .param("id", doubted.id())
                .update();
        Run good = runs.completed();

        assertThat(page(doubted)).contains("Run " + doubted.id(), CAUTION);
        assertThat(page(good)).contains("Run " + good.id()).doesNotContain(CAUTION);
    }

    @Test
    void aRunWhoseResultIsNoLongerKeptSaysSoInsteadOfShowingNothing() {
        ARun runs = new ARun(jdbc);
        Run old = runs.completed();
        Run newer = runs.completed();
        jdbc.sql("update evaluation_run set flagged = 12, forgotten_at = now() where id = :id")
                .param("id", old.id())
                .update();

        assertThat(page(old))
                .contains("are no longer kept", "12")
                .doesNotContain("Left out, and why", "What changed", "Nothing to remove");
        assertThat(page(newer)).contains("Left out, and why").doesNotContain("What changed");
    }

    @Test
    void aRunWhoseAgentWasRemovedSaysSo() {
        ARun runs = new ARun(jdbc);
        Run old = runs.completed();
        jdbc.sql("update evaluation_run set forgotten_at = now(), removed_at = now() where id = :id")
                .param("id", old.id())
                .update();

        assertThat(page(old))
                .contains("the agent was removed that this was a run of", "audit log")
                .doesNotContain("Left out, and why", "in the trend");
    }

    private String page(Run run) {
        UI.getCurrent().navigate("runs/" + run.id());
        return find(RunView.class).single().getElement().getTextRecursively();
    }
}
