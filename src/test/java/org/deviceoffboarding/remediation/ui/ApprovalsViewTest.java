package org.deviceoffboarding.remediation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.delegation.StoredActionIdentity;
import org.deviceoffboarding.remediation.approval.OwnersRules;
import org.deviceoffboarding.remediation.asking.ARequest;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.request.RequestChanged;
import org.deviceoffboarding.remediation.request.RequestStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

@PortalTest
@ViewPackages(classes = ApprovalsView.class)
@WithMockUser(
        username = "anna",
        roles = {Roles.READER, Roles.OPERATOR, Roles.APPROVER})
class ApprovalsViewTest extends SpringBrowserlessTest {

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void haveNoRequests() {
        jdbc.sql("truncate requested_device, deleted_device, change_request").update();
    }

    @Test
    void whatIsOpenStandsFirstThenTheNewest() {
        long waiting = ARequest.in(jdbc).store();
        long done = ARequest.in(jdbc).that(RequestStatus.DONE).store();
        long rejected = ARequest.in(jdbc).that(RequestStatus.REJECTED).store();
        long blocked = ARequest.in(jdbc).that(RequestStatus.BLOCKED).store();

        navigate(ApprovalsView.class);

        assertThat(shown()).containsExactly(blocked, waiting, rejected, done);
    }

    @Test
    void anApproverReadsWhatWaitsForThemAndWhatForSomeoneElse() {
        ARequest.in(jdbc).store();
        ARequest.in(jdbc).store();
        ARequest.in(jdbc).askedBy("anna").store();
        ARequest.in(jdbc).askedAt(Instant.now().minus(Duration.ofDays(4))).store();

        navigate(ApprovalsView.class);

        assertThat(line()).isEqualTo("2 requests wait for you. 1 of your own waits for someone else.");
        assertThat(column("Status"))
                .containsExactly(
                        "Waiting for approval", "Waiting for someone else", "Waiting for you", "Waiting for you");
        assertThat(find(ActionSignInPanel.class).exists()).isTrue();
    }

    @Test
    @WithMockUser(
            username = "anna",
            roles = {Roles.READER, Roles.OPERATOR})
    void whoeverCannotApproveIsNotAskedTo() {
        ARequest.in(jdbc).store();

        navigate(ApprovalsView.class);

        assertThat(find(WaitingLine.class).exists()).isFalse();
        assertThat(find(ActionSignInPanel.class).exists()).isFalse();
        assertThat(column("Status")).containsExactly("Waiting for approval");
    }

    @Test
    @WithMockUser(
            username = "anna",
            roles = {Roles.READER, Roles.OPERATOR})
    void anOperatorSignsInForActionsHereOnceAnOwnerLetsSoFewDevicesGoWithoutApproval() {
        navigate(ApprovalsView.class);
        assertThat(find(ActionSignInPanel.class).exists()).isFalse();

        OwnersRules.set(jdbc, 2, 500, 1_000);
        navigate(ApprovalsView.class);
        assertThat(find(ActionSignInPanel.class).exists()).isTrue();

        StoredActionIdentity.by("anna", jdbc);
        OwnersRules.set(jdbc, 1, 500, 1_000);
        navigate(ApprovalsView.class);
        assertThat(find(ActionSignInPanel.class).single().getElement().getTextRecursively())
                .as("what was lent can be taken back")
                .contains("Take it back");
    }

    @Test
    @WithMockUser(
            username = "anna",
            roles = {Roles.READER, Roles.OPERATOR})
    void anOperatorIsAskedToSignInWhereTheirOwnRequestIsBlocked() {
        long blocked = ARequest.in(jdbc)
                .askedBy("ben")
                .decidedBy("anna")
                .that(RequestStatus.BLOCKED)
                .store();

        navigate("approvals/" + blocked, RequestView.class);

        assertThat(find(ActionSignInPanel.class).exists()).isTrue();
    }

    @Test
    @WithMockUser(
            username = "anna",
            roles = {Roles.READER, Roles.AUDITOR})
    void whoOnlyReadsIsNeverOfferedToSignInForActions() {
        OwnersRules.set(jdbc, 2, 500, 1_000);

        navigate(ApprovalsView.class);

        assertThat(find(ActionSignInPanel.class).exists()).isFalse();
    }

    @Test
    void requestsAreFoundByTextActionAndStatus() {
        long disabling = ARequest.in(jdbc).because("stolen, case 4711").store();
        long restoring = ARequest.in(jdbc).to(Action.RESTORE).store();
        long done =
                ARequest.in(jdbc).that(RequestStatus.DONE).decidedBy("carla").store();
        navigate(ApprovalsView.class);

        search("CASE 4711");
        assertThat(shown()).containsExactly(disabling);
        search("carla");
        assertThat(shown()).containsExactly(done);
        search("");
        this.<Action>choice("Action").setValue(Action.RESTORE);
        assertThat(shown()).containsExactly(restoring);
        this.<Action>choice("Action").clear();
        this.<RequestStatus>choice("Status").setValue(RequestStatus.DONE);
        assertThat(shown()).containsExactly(done);
    }

    @Test
    void filtersAreRemembered() {
        long done = ARequest.in(jdbc).that(RequestStatus.DONE).store();
        ARequest.in(jdbc).store();
        navigate(ApprovalsView.class);
        this.<RequestStatus>choice("Status").setValue(RequestStatus.DONE);

        navigate(RequestView.class, done);
        navigate(ApprovalsView.class);

        assertThat(shown()).containsExactly(done);
    }

    @Test
    void howLongARequestCanStillBeDecidedAboutIsShownWhileItWaits() {
        ARequest.in(jdbc).that(RequestStatus.DONE).store();
        ARequest.in(jdbc).askedAt(Instant.now().minus(Duration.ofMinutes(119))).store();

        navigate(ApprovalsView.class);

        assertThat(column("Expires in")).containsExactly("2 d 22 h", "");
    }

    @Test
    void theListFollowsByItself() {
        navigate(ApprovalsView.class);
        assertThat(shown()).isEmpty();

        long asked = ARequest.in(jdbc).store();
        News.tell(events, new RequestChanged(asked));

        assertThat(shown()).containsExactly(asked);
        assertThat(line()).isEqualTo("1 request waits for you.");
    }

    @Test
    void whatTheListShowsCanBeExported() {
        ARequest.in(jdbc).because("=HYPERLINK(1)").store();
        navigate(ApprovalsView.class);

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        test(find(Anchor.class).withText("Export CSV").single()).download(out);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("\uFEFFNumber,Request,")
                .contains(
                        ",Disable 2 devices,Disable,2,devices picked from a list,'=HYPERLINK(1),Waiting for approval,");
    }

    private void search(String text) {
        test(find(TextField.class).withCaption("Search").single()).setValue(text);
    }

    @SuppressWarnings("unchecked")
    private <T> Select<T> choice(String caption) {
        return find(Select.class).withCaption(caption).single();
    }

    private String line() {
        return find(Paragraph.class).withAttribute("role", "status").single().getText();
    }

    @SuppressWarnings("unchecked")
    private Grid<ChangeRequest> grid() {
        return find(Grid.class).single();
    }

    private List<Long> shown() {
        return IntStream.range(0, test(grid()).size())
                .mapToObj(row -> test(grid()).getRow(row).id())
                .toList();
    }

    private List<String> column(String header) {
        int column = grid().getColumns().stream()
                .map(Grid.Column::getHeaderText)
                .toList()
                .indexOf(header);
        return IntStream.range(0, test(grid()).size())
                .mapToObj(row -> test(grid()).getCellComponent(row, column))
                .map(cell -> cell.getElement().getTextRecursively())
                .toList();
    }
}
