package org.deviceoffboarding.remediation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import java.util.List;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.remediation.FlaggedTenant;
import org.deviceoffboarding.remediation.asking.ARequest;
import org.deviceoffboarding.remediation.request.RequestChanged;
import org.deviceoffboarding.remediation.request.RequestStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** The one primary button of Overview, where requests wait. */
@PortalTest
@ViewPackages(packages = {"org.deviceoffboarding.evaluation.ui", "org.deviceoffboarding.remediation.ui"})
@WithMockUser(
        username = "anna",
        roles = {Roles.READER, Roles.OPERATOR, Roles.APPROVER})
class RequestsToDecideTest extends SpringBrowserlessTest {

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void haveAResultAndNoRequests() {
        FlaggedTenant.removed(jdbc);
        jdbc.sql("truncate requested_device, deleted_device, change_request").update();
    }

    @Test
    void whatWaitsForThePersonLeadsAndFollowsWhatIsAskedAndDecided() {
        UI.getCurrent().refreshCurrentRoute(false);
        assertThat(primary()).containsExactly("Run");

        long first = ARequest.in(jdbc).store();
        tell(first);
        assertThat(primary()).containsExactly("Review 1 request");
        assertThat(find(Button.class).withText("Run").exists()).isTrue();

        tell(ARequest.in(jdbc).store());
        assertThat(primary()).containsExactly("Review 2 requests");

        jdbc.sql("update change_request set status = 'WITHDRAWN', finished_at = now()")
                .update();
        tell(first);
        assertThat(primary()).containsExactly("Run");
    }

    @Test
    void aSingleRequestIsOpenedItself() {
        long request = ARequest.in(jdbc).store();
        UI.getCurrent().refreshCurrentRoute(false);

        test(find(Button.class).withText("Review 1 request").single()).click();

        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .isEqualTo("approvals/" + request);
    }

    @Test
    void severalAreListedWithoutTheOthers() {
        ARequest.in(jdbc).store();
        ARequest.in(jdbc).store();
        ARequest.in(jdbc).that(RequestStatus.DONE).store();
        UI.getCurrent().refreshCurrentRoute(false);

        test(find(Button.class).withText("Review 2 requests").single()).click();

        assertThat(test(find(Grid.class).single()).size()).isEqualTo(2);
    }

    @Test
    void onesOwnRequestWaitsForSomebodyElse() {
        ARequest.in(jdbc).askedBy("anna").store();

        UI.getCurrent().refreshCurrentRoute(false);

        assertThat(primary()).containsExactly("Run");
    }

    @Test
    @WithMockUser(
            username = "anna",
            roles = {Roles.READER, Roles.OPERATOR})
    void whoeverCannotDecideRuns() {
        ARequest.in(jdbc).store();

        UI.getCurrent().refreshCurrentRoute(false);

        assertThat(primary()).containsExactly("Run");
    }

    private List<String> primary() {
        return find(Button.class).all().stream()
                .filter(button -> button.getThemeNames().contains("primary"))
                .map(Button::getText)
                .toList();
    }

    private void tell(long request) {
        News.tell(events, new RequestChanged(request));
    }
}
