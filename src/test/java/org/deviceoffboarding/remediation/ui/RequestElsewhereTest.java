package org.deviceoffboarding.remediation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.remediation.asking.ARequest;
import org.deviceoffboarding.remediation.request.RequestChanged;
import org.deviceoffboarding.remediation.request.RequestStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** What other pages say of requests: the number on Overview, and the line above every page. */
@PortalTest
@ViewPackages(packages = {"org.deviceoffboarding.audit.ui", "org.deviceoffboarding.remediation.ui"})
@WithMockUser(
        username = "anna",
        roles = {Roles.READER, Roles.OPERATOR, Roles.APPROVER})
class RequestElsewhereTest extends SpringBrowserlessTest {

    @Autowired
    private RequestTiles tiles;

    @Autowired
    private BlockedNotice notice;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void haveNoRequests() {
        jdbc.sql("truncate requested_device, deleted_device, change_request").update();
    }

    @Test
    void theTileCountsWhatWaitsAndSaysForWhom() {
        assertThat(tile()).isEqualTo("Waiting for approval|0|none");

        ARequest.in(jdbc).askedBy("anna").store();
        assertThat(tile()).isEqualTo("Waiting for approval|1|none for you");

        ARequest.in(jdbc).store();
        assertThat(tile()).isEqualTo("Waiting for approval|2|1 for you");
    }

    @Test
    void theTileSaysThatARequestNeedsAttention() {
        ARequest.in(jdbc).that(RequestStatus.BLOCKED).store();
        assertThat(tile()).isEqualTo("Waiting for approval|0|1 other needs attention");

        ARequest.in(jdbc).store();
        assertThat(tile()).isEqualTo("Waiting for approval|1|1 for you · 1 other needs attention");
    }

    @Test
    @WithMockUser(username = "anna", roles = Roles.READER)
    void aReaderIsNotAskedToApprove() {
        ARequest.in(jdbc).store();

        assertThat(tile()).isEqualTo("Waiting for approval|1|by an approver");
    }

    @Test
    void whoeverApprovedItIsToldOnEveryOtherPageThatItDoesNotGoOn() {
        UI.getCurrent().navigate("audit");
        Component line = line();
        assertThat(line.isVisible()).isFalse();

        long id =
                ARequest.in(jdbc).that(RequestStatus.BLOCKED).decidedBy("anna").store();
        News.tell(events, new RequestChanged(id));

        assertThat(line.isVisible()).isTrue();
        assertThat(line.getElement().getTextRecursively())
                .contains("Request " + id + ", which you approved, needs attention: Disable 2 devices does not go on.");
        assertThat(find(Anchor.class, line).single().getHref()).isEqualTo("approvals/" + id);

        UI.getCurrent().navigate("approvals/" + id);
        assertThat(line.isVisible()).isFalse();
    }

    @Test
    void whatSomeoneElseApprovedIsTheirBusiness() {
        UI.getCurrent().navigate("audit");
        Component line = line();

        News.tell(
                events,
                new RequestChanged(ARequest.in(jdbc).that(RequestStatus.BLOCKED).store()));

        assertThat(line.isVisible()).isFalse();
    }

    private Component line() {
        Component line = notice.create();
        UI.getCurrent().add(line);
        return line;
    }

    private String tile() {
        Component tile = tiles.create().getFirst();
        Anchor link = find(Anchor.class, tile).single();
        assertThat(link.getHref()).isEqualTo("approvals");
        return link.getChildren()
                .map(part -> part.getElement().getText())
                .reduce((one, next) -> one + "|" + next)
                .orElseThrow();
    }
}
