package org.deviceoffboarding.evaluation.schedule.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.browserless.SecuredBrowserlessApplicationContext;
import com.vaadin.browserless.SpringBrowserlessApplicationContext;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.LocationChangeEvent;
import com.vaadin.flow.router.NavigationTrigger;
import java.util.List;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.evaluation.StoredRun;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;

/** Who is told on every page that a run by the schedule was given up. */
@PortalTest
class ScheduleNoticeTest {

    private static final String[] OPERATOR = {Roles.OPERATOR, Roles.READER};
    private static final String[] OWNER = {Roles.OWNER, Roles.APPROVER, Roles.OPERATOR, Roles.READER};

    @Autowired
    private ApplicationContext context;

    @Autowired
    private ScheduleNotice notice;

    @Autowired
    private JdbcClient jdbc;

    private SecuredBrowserlessApplicationContext<Authentication> portal;

    @BeforeEach
    void open() {
        jdbc.sql("delete from evaluation_run").update();
        jdbc.sql("delete from run_schedule_state").update();
        portal = SpringBrowserlessApplicationContext.createSecured(context, ScheduleView.class);
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void ownersAndOperatorsAreToldWhyNoRunCouldBeStarted() {
        giveUp(null);

        assertThat(textFor("operator", OPERATOR))
                .startsWith("The run that was due ")
                .contains("by the schedule failed, and so did 3 more tries", "It is not tried again.")
                .contains("The agent cannot be used.")
                .endsWith("Open schedule");
        assertThat(textFor("owner", OWNER)).contains("The agent cannot be used.");
    }

    @Test
    void whyARunFailedIsLeftToTheNoticeOfThat() {
        giveUp(14L);

        assertThat(textFor("operator", OPERATOR))
                .contains("It is not tried again.")
                .doesNotContain("The agent cannot be used.");
    }

    @Test
    void whereOtherTimesCameMeanwhileItIsSaidFromWhichToWhichTheyFailed() {
        giveUp(null);
        jdbc.sql("update run_schedule_state set given_up_first_due_at = given_up_due_at - interval '45 minutes'")
                .update();

        assertThat(textFor("operator", OPERATOR))
                .startsWith("Runs by the schedule failed 4 times one after the other, from the one due ")
                .contains(" to the one due ", "It is not tried again.");
    }

    @Test
    void whoCannotActIsNotAskedTo() {
        giveUp(null);

        assertThat(textFor("reader", Roles.READER)).isEmpty();
        assertThat(textFor("auditor", Roles.READER, Roles.AUDITOR)).isEmpty();
    }

    @Test
    void onceARunIsCompletedNobodyIsTold() {
        giveUp(null);
        StoredRun.add(jdbc, 9_000_000);

        assertThat(textFor("operator", OPERATOR)).isEmpty();
    }

    @Test
    void thePageOfTheScheduleSaysItItself() {
        giveUp(null);

        assertThat(textAt(ScheduleView.PATH, "operator", OPERATOR)).isEmpty();
    }

    private void giveUp(@Nullable Long run) {
        jdbc.sql("""
                insert into run_schedule_state (given_up_at, given_up_due_at, given_up_run, given_up_failure)
                values (now() - interval '1 hour', now() - interval '4 hours', :run, 'The agent cannot be used.')
                """).param("run", run).update();
    }

    private String textFor(String name, String... roles) {
        return textAt("", name, roles);
    }

    private String textAt(String path, String name, String... roles) {
        BrowserlessUIContext ui = portal.newUser(name, roles).newWindow();
        Component line = notice.create();
        ui.getUI().add(line);
        UI page = ui.getUI();
        ((AfterNavigationObserver) line)
                .afterNavigation(new AfterNavigationEvent(new LocationChangeEvent(
                        page.getInternals().getRouter(),
                        page,
                        NavigationTrigger.PROGRAMMATIC,
                        new Location(path),
                        List.of())));
        return line.isVisible() ? line.getElement().getTextRecursively() : "";
    }
}
