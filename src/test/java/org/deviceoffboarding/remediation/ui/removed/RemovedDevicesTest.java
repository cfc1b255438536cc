package org.deviceoffboarding.remediation.ui.removed;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.remediation.FlaggedTenant;
import org.deviceoffboarding.remediation.query.RequestFilter;
import org.deviceoffboarding.remediation.query.RequestQueryService;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.removed.DisabledDeviceState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** The lists of what this portal disabled and deleted. */
@PortalTest
@ViewPackages(packages = "org.deviceoffboarding.remediation.ui")
@WithMockUser(roles = {Roles.READER, Roles.OPERATOR})
class RemovedDevicesTest extends SpringBrowserlessTest {

    @Autowired
    private RequestQueryService requests;

    @Autowired
    private JdbcClient jdbc;

    private FlaggedTenant tenant;

    @BeforeEach
    void haveATenant() {
        tenant = FlaggedTenant.removed(jdbc);
    }

    @Test
    void theGracePeriodOfEachDisabledDeviceIsShown() {
        tenant.disabled(UUID.randomUUID(), "LAPTOP-1", 3);
        tenant.disabled(UUID.randomUUID(), "LAPTOP-2", 31);
        UUID active = UUID.randomUUID();
        tenant.disabled(active, "LAPTOP-3", 10);
        left(active, "It was active in Entra.");

        UI.getCurrent().navigate("removed", QueryParameters.fromString("sort=name,asc"));

        assertThat(cell(0, 5)).isEqualTo("27 days left");
        assertThat(cell(0, 4)).startsWith("It can be deleted after ");
        assertThat(cell(1, 5)).isEqualTo("Grace period over");
        assertThat(cell(1, 4)).startsWith("From the next run on it is ready to delete");
        assertThat(cell(2, 5)).isEqualTo("Left the queue");
        assertThat(cell(2, 4)).startsWith("It left the queue").endsWith("It was active in Entra.");
    }

    @Test
    void theListIsNarrowedToWhatLeftTheQueueAndExported() {
        tenant.disabled(UUID.randomUUID(), "LAPTOP-1", 3);
        UUID active = UUID.randomUUID();
        tenant.disabled(active, "LAPTOP-2", 10);
        left(active, "It was active in Entra.");
        UI.getCurrent().navigate("removed");

        test(find(Select.class).withCaption("State").single()).selectItem(DisabledDeviceState.LEFT.label());

        assertThat(test(grid()).size()).isEqualTo(1);
        assertThat(exported())
                .contains("LAPTOP-2," + active, "It was active in Entra.")
                .doesNotContain("LAPTOP-1");
    }

    @Test
    void whatIsPickedIsAskedToBeReEnabled() {
        UUID device = tenant.healthy("LAPTOP-1");
        tenant.disabled(device, "LAPTOP-1", 3);
        UI.getCurrent().navigate("removed");
        click("Select all that match");
        click("Re-enable…");
        test(find(TextArea.class).single()).setValue("still used");

        click("Ask to re-enable 1 device");

        assertThat(requests.find(RequestFilter.NONE, PageRequest.ofSize(10)))
                .singleElement()
                .satisfies(request -> {
                    assertThat(request.title()).isEqualTo("Re-enable 1 device");
                    assertThat(request.source()).isEqualTo("devices in the grace period");
                });
    }

    @Test
    void theDaysThatAreLeftToRestoreAreShown() {
        tenant.deleted("LAPTOP-1", 3, true);
        tenant.deleted("LAPTOP-2", 25, true);
        tenant.deleted("LAPTOP-3", 31, true);
        tenant.deleted("LAPTOP-4", 3, false);
        restored(tenant.deleted("LAPTOP-5", 3, true));

        UI.getCurrent().navigate("removed/deleted", QueryParameters.fromString("sort=name,asc"));

        assertThat(cell(0, 6)).isEqualTo("27 days left");
        assertThat(cell(1, 6)).isEqualTo("5 days left");
        assertThat(cell(2, 6)).isEqualTo("Final");
        assertThat(cell(3, 6)).isEqualTo("Final");
        assertThat(cell(4, 6)).isEqualTo("Restored");
        assertThat(exported()).contains("LAPTOP-1,", ",27,");
    }

    @Test
    void deletedDevicesAreFoundBySerialNumberAndAskedToBeRestored() {
        tenant.deleted("LAPTOP-1", 3, true);
        tenant.deleted("LAPTOP-2", 3, true);
        UI.getCurrent().navigate("removed/deleted");
        test(find(TextField.class).withCaption("Search").single()).setValue("sn-laptop-2");
        click("Select all that match");
        click("Restore…");
        assertThat(find(Dialog.class).single().getHeaderTitle()).isEqualTo("Restore 1 device");
        test(find(TextArea.class).single()).setValue("deleted by mistake");

        click("Ask to restore 1 device");

        assertThat(requests.find(RequestFilter.NONE, PageRequest.ofSize(10)))
                .extracting(ChangeRequest::reason)
                .contains("deleted by mistake");
    }

    @Test
    void emptyListsSayWhatToDoNext() {
        jdbc.sql("delete from disabled_device").update();
        jdbc.sql("delete from deleted_device").update();

        UI.getCurrent().navigate("removed");
        assertThat(emptyState())
                .contains("No device is disabled by this portal now", "ask to disable its devices")
                .doesNotContain("Clear the search");
        UI.getCurrent().navigate("removed", QueryParameters.fromString("search=nowhere"));
        assertThat(emptyState()).contains("Clear the search").doesNotContain("by this portal now");
        UI.getCurrent().navigate("removed/deleted");
        assertThat(emptyState()).contains("No device that this portal deleted is listed now");
        assertThat(find(Anchor.class).withText("Deleted").single().getElement().getAttribute("aria-current"))
                .isEqualTo("page");
    }

    @Test
    @WithMockUser(roles = Roles.READER)
    void aReaderSeesAndExportsOnly() {
        tenant.disabled(UUID.randomUUID(), "LAPTOP-1", 3);

        UI.getCurrent().navigate("removed");

        assertThat(find(Button.class).withText("Re-enable…").exists()).isFalse();
        assertThat(exported()).contains("LAPTOP-1");
    }

    private void left(UUID device, String why) {
        jdbc.sql("update disabled_device set left_at = now(), left_because = :why where object_id = :id")
                .param("why", why)
                .param("id", device)
                .update();
    }

    private void restored(UUID device) {
        jdbc.sql("update deleted_device set restored_at = now() where object_id = :id")
                .param("id", device)
                .update();
    }

    private Grid<?> grid() {
        return find(Grid.class).single();
    }

    private String cell(int row, int column) {
        return test(grid()).getCellComponent(row, column).getElement().getTextRecursively();
    }

    private String emptyState() {
        return grid().getEmptyStateComponent().getElement().getTextRecursively();
    }

    private String exported() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        test(find(Anchor.class).withText("Export CSV").single()).download(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private void click(String button) {
        test(find(Button.class).withText(button).single()).click();
    }
}
