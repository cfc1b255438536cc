package org.deviceoffboarding.remediation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.ui.PageHeader;
import org.deviceoffboarding.delegation.StoredActionIdentity;
import org.deviceoffboarding.remediation.FlaggedTenant;
import org.deviceoffboarding.remediation.asking.ARequest;
import org.deviceoffboarding.remediation.asking.ARequestedDevice;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.request.DeviceState;
import org.deviceoffboarding.remediation.request.RequestChanged;
import org.deviceoffboarding.remediation.request.RequestStatus;
import org.deviceoffboarding.remediation.request.RequestedDevice;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** How a request's page shows what becomes of its devices. */
@PortalTest
@ViewPackages(classes = RequestView.class)
@WithMockUser(
        username = "anna",
        roles = {Roles.READER, Roles.OPERATOR, Roles.APPROVER})
class RequestProgressTest extends SpringBrowserlessTest {

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void acceptedAndVerifiedAreDifferentAndWhatIsNotVerifiedSaysWhatToCheck() {
        open(ARequest.in(jdbc)
                .that(RequestStatus.RUNNING)
                .with(
                        device("PC-1", DeviceState.ACCEPTED, ""),
                        device("PC-2", DeviceState.VERIFIED, ""),
                        device("PC-3", DeviceState.NOT_VERIFIED, "Look at it in the Entra admin center."),
                        device("PC-4", DeviceState.SKIPPED, "It was active since it was approved."))
                .store());

        assertThat(top())
                .contains("Accepted", "Entra says that it did it; not read back yet")
                .contains("Verified", "read back from Entra: disabled")
                .contains("an hour later it was still not disabled")
                .contains("4 of 4 devices handled. Nothing is left to send; 1 device is still to be read back");
        assertThat(bar()).isEqualTo(1);
        assertThat(states())
                .containsExactly(
                        "Accepted Entra says that it did it; not read back yet",
                        "Verified read back from Entra: disabled",
                        "Not verified Look at it in the Entra admin center.",
                        "Skipped It was active since it was approved.");
    }

    @Test
    void whatIsMissingStandsOutUntilSomebodyPutItRight() {
        open(ARequest.in(jdbc)
                .that(RequestStatus.BLOCKED)
                .decidedBy("anna")
                .withProblem("Entra refused it (403). anna needs the Entra role Cloud Device Administrator.")
                .store());
        assertThat(top())
                .contains(
                        "It does not go on. Entra refused it (403). anna needs the Entra role Cloud Device Administrator.")
                .contains("0 of 2 devices handled. It does not go on by itself.");
        assertThat(find(Button.class).withText("Sign in for actions").exists()).isTrue();

        click("Try again");

        assertThat(notification()).contains("has to sign in for actions again first");

        FlaggedTenant.removed(jdbc); // what is sent again is read with the agent's identity first
        StoredActionIdentity.by("anna", jdbc);
        click("Try again");

        assertThat(top()).contains("Being carried out").doesNotContain("It does not go on");
        assertThat(find(ActionSignInPanel.class).exists()).isFalse();
    }

    @Test
    void theTimeLeftIsEstimatedWithWhatElseTheApproverHasCarriedOut() {
        long small =
                ARequest.in(jdbc).that(RequestStatus.RUNNING).with(some(25)).store();
        open(small);
        assertThat(top()).contains("0 of 25 devices handled. At least 10 s until the last one is sent");

        ARequest.in(jdbc).that(RequestStatus.RUNNING).with(some(60)).store();
        ARequest.in(jdbc)
                .that(RequestStatus.RUNNING)
                .decidedBy("cara")
                .with(some(60))
                .store();
        open(small);

        assertThat(top()).as("they take turns until the smaller one is sent").contains("At least 20 s until");
    }

    @Test
    void whatAStoppedRequestDroppedIsNotShownAsHandled() {
        open(ARequest.in(jdbc)
                .that(RequestStatus.DONE)
                .with(
                        device("PC-1", DeviceState.VERIFIED, ""),
                        device("PC-2", DeviceState.DROPPED, ""),
                        device("PC-3", DeviceState.DROPPED, ""),
                        device("PC-4", DeviceState.DROPPED, ""))
                .store());

        assertThat(top()).contains("1 of 4 devices handled; 3 dropped, to which nothing was done.");
        assertThat(bar()).isEqualTo(0.25);
    }

    @Test
    void onlyWhoeverApprovedItIsAskedToSignIn() {
        open(ARequest.in(jdbc).that(RequestStatus.BLOCKED).decidedBy("ben").store());

        assertThat(find(ActionSignInPanel.class).exists()).isFalse();
        assertThat(find(Button.class).withText("Try again").exists()).isTrue();
    }

    @Test
    void whatItWaitsForWhileItGoesOnIsSaid() {
        open(ARequest.in(jdbc)
                .that(RequestStatus.RUNNING)
                .withProblem("Microsoft Graph does not answer. The portal goes on by itself.")
                .store());

        assertThat(top())
                .contains("Microsoft Graph does not answer. The portal goes on by itself.", "It goes on if you close");
    }

    @Test
    void thePageFollowsWhatBecomesOfADeviceAndNobodyLosesTheirPlace() {
        long id = ARequest.in(jdbc).that(RequestStatus.RUNNING).store();
        open(id);
        Grid<?> before = grid();
        Component header = find(PageHeader.class).single();
        assertThat(bar()).isZero();

        jdbc.sql("""
                update requested_device set state = 'ACCEPTED', attempts = 1, sent_at = now(), accepted_at = now()
                where request_id = :id and name = 'PC-1'
                """).param("id", id).update();
        News.tell(events, new RequestChanged(id));

        assertThat(bar()).isEqualTo(0.5);
        assertThat(top()).contains("1 of 2 devices handled.");
        assertThat(states().getFirst()).startsWith("Accepted");
        assertThat(grid()).isSameAs(before);
        assertThat(find(PageHeader.class).single()).isSameAs(header);
    }

    @Test
    void thePageFollowsTheRequestToItsEnd() {
        long id = ARequest.in(jdbc)
                .that(RequestStatus.RUNNING)
                .with(device("PC-1", DeviceState.VERIFIED, ""))
                .store();
        open(id);

        jdbc.sql("update change_request set status = 'DONE', finished_at = now(), version = version + 1 where id = :id")
                .param("id", id)
                .update();
        News.tell(events, new RequestChanged(id));

        assertThat(top()).contains("Done", "1 of 1 device handled.", "Ended");
        assertThat(find(Button.class).withText("Stop…").exists()).isFalse();
    }

    @Test
    void devicesAreSearchedNarrowedSortedAndExported() {
        open(ARequest.in(jdbc)
                .that(RequestStatus.DONE)
                .with(
                        device("PC-1", DeviceState.VERIFIED, "")
                                .serialNumber("SN-A")
                                .ofUser("zoe@contoso.example"),
                        device("PC-2", DeviceState.FAILED, "Entra refused it (400).")
                                .serialNumber("SN-B"))
                .store());
        assertThat(names()).containsExactly("PC-1", "PC-2");

        test(find(TextField.class).withCaption("Search").single()).setValue("zoe@");
        assertThat(names()).containsExactly("PC-1");
        test(find(TextField.class).withCaption("Search").single()).setValue("");
        state().setValue(DeviceState.FAILED);
        assertThat(names()).containsExactly("PC-2");

        assertThat(exported())
                .contains("PC-2,", ",SN-B,", ",Failed,Entra refused it (400).,1,")
                .doesNotContain("PC-1");

        state().clear();
        grid().sort(GridSortOrder.desc(column("Serial number")).build());
        assertThat(names()).containsExactly("PC-2", "PC-1");
    }

    @Test
    void aDeviceIsNamedWithAllItsIdsAndLeadsToItsPage() {
        ARequestedDevice device = device("", DeviceState.WAITING, "");
        open(ARequest.in(jdbc).with(device).store());

        Component cell = test(grid()).getCellComponent(0, 0);

        assertThat(find(Anchor.class, cell).single().getHref()).isEqualTo("devices/" + device.objectId());
        assertThat(cell.getElement().getTextRecursively()).contains("(no name)", "Object ", "Device ", "Intune ");
    }

    @Test
    void whatWasAskedForLeadsToTheSuggestionAndTheRun() {
        open(ARequest.in(jdbc)
                .to(Action.DELETE)
                .from("suggestion 'Remove iOS devices'")
                .ofSuggestion(12)
                .ofRun(34)
                .because("Wiped in March.")
                .store());

        assertThat(find(Anchor.class)
                        .withText("suggestion 'Remove iOS devices'")
                        .single()
                        .getHref())
                .isEqualTo("suggestions/12");
        assertThat(find(Anchor.class).withText("Run 34").single().getHref()).isEqualTo("runs/34");
        assertThat(top()).contains(Action.DELETE.meaning(), "Wiped in March.", "operator@contoso.example", "Expires");
    }

    private static ARequestedDevice device(String name, DeviceState state, String detail) {
        return ARequestedDevice.named(name).that(state, detail);
    }

    private static ARequestedDevice[] some(int devices) {
        return IntStream.range(0, devices)
                .mapToObj(number -> ARequestedDevice.named("PC-" + number))
                .toArray(ARequestedDevice[]::new);
    }

    private void open(long id) {
        navigate(RequestView.class, id);
    }

    private String top() {
        return find(RequestTop.class).single().getElement().getTextRecursively();
    }

    private double bar() {
        return find(ProgressBar.class).single().getValue();
    }

    @SuppressWarnings("unchecked")
    private Grid<RequestedDevice> grid() {
        return find(Grid.class).single();
    }

    @SuppressWarnings("unchecked")
    private Select<DeviceState> state() {
        return find(Select.class).withCaption("State").single();
    }

    private List<String> names() {
        return IntStream.range(0, test(grid()).size())
                .mapToObj(row -> test(grid()).getRow(row).device().name())
                .toList();
    }

    private Grid.Column<RequestedDevice> column(String header) {
        return grid().getColumns().stream()
                .filter(column -> column.getHeaderText().equals(header))
                .findFirst()
                .orElseThrow();
    }

    private List<String> states() {
        int column = grid().getColumns().indexOf(column("State"));
        return IntStream.range(0, test(grid()).size())
                .mapToObj(row -> test(grid()).getCellComponent(row, column))
                .map(cell -> cell.getChildren()
                        .map(line -> line.getElement().getTextRecursively())
                        .reduce((pill, why) -> pill + " " + why)
                        .orElseThrow())
                .toList();
    }

    private String exported() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Component links = find(RequestedDevices.class).single().getContent().getHeaderSuffix();
        test((Anchor) links.getChildren().findFirst().orElseThrow()).download(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private String notification() {
        return find(Notification.class).all().getLast().getElement().getTextRecursively();
    }

    private void click(String button) {
        test(find(Button.class).withText(button).single()).click();
    }
}
