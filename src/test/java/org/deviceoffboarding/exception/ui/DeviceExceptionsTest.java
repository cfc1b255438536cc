package org.deviceoffboarding.exception.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.TenantCopy;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.exception.register.DeviceException;
import org.deviceoffboarding.exception.register.ExceptionFilter;
import org.deviceoffboarding.exception.register.ExceptionService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** Exceptions on a device's page and for devices picked from the list. */
@PortalTest
@ViewPackages(packages = {"org.deviceoffboarding.inventory.ui", "org.deviceoffboarding.exception.ui"})
@WithMockUser(roles = {Roles.READER, Roles.OPERATOR})
class DeviceExceptionsTest extends SpringBrowserlessTest {

    private static final UUID FIRST = UUID.fromString("0b1ec7aa-0000-4000-8000-000000000001");
    private static final UUID SECOND = UUID.fromString("0b1ec7aa-0000-4000-8000-000000000002");

    @Autowired
    private ExceptionService exceptions;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void haveTwoDevices() {
        jdbc.sql("delete from exception_reading").update();
        jdbc.sql("delete from device_exception").update();
        TenantCopy.publish(jdbc, 9999);
        device(FIRST, "KIOSK-1");
        device(SECOND, "KIOSK-2");
    }

    @Test
    void anExceptionIsMadeFromTheDevicesPageAndShownThere() {
        UI.getCurrent().navigate("devices/" + FIRST);
        click("Make an exception…");
        assertThat(find(ListItem.class).all())
                .extracting(item -> item.getElement().getTextRecursively())
                .contains("KIOSK-1 – " + FIRST);
        test(find(TextArea.class).single()).setValue("shared in the lobby");

        click("Make 1 exception");

        assertThat(all()).extracting(DeviceException::target).containsExactly(FIRST.toString());
        assertThat(find(Badge.class).all()).extracting(Badge::getText).contains("Exception");
        assertThat(find(Span.class)
                        .withText("Exception of user: shared in the lobby.")
                        .exists())
                .isTrue();
        assertThat(find(Button.class).withText("Make an exception…").exists()).isFalse();

        click("Lift…");
        test(find(TextArea.class).single()).setValue("it moved");
        click("Lift exception");

        assertThat(find(Button.class).withText("Make an exception…").exists()).isTrue();
    }

    @Test
    void exceptionsAreMadeForDevicesPickedFromTheListAndTheDialogSaysHowMany() {
        UI.getCurrent().navigate("devices");
        assertThat(find(Button.class).withText("Make exceptions…").single().isEnabled())
                .isFalse();
        test(find(TextField.class).withCaption("Search").single()).setValue("KIOSK-");
        click("Select all that match");
        click("Make exceptions…");
        assertThat(find(Dialog.class).single().getHeaderTitle()).isEqualTo("Make exceptions for 2 devices");
        test(find(TextArea.class).single()).setValue("shared in the lobby");

        click("Make 2 exceptions");

        assertThat(all())
                .extracting(DeviceException::target)
                .containsExactlyInAnyOrder(FIRST.toString(), SECOND.toString());
        assertThat(find(Span.class).withText("No device selected").exists()).isTrue();
    }

    @Test
    void aDeviceThatHasAnExceptionKeepsIt() {
        UI.getCurrent().navigate("devices");
        pick(0, "first");

        pick(1, "second");

        assertThat(all()).extracting(DeviceException::reason).containsExactlyInAnyOrder("first", "second");
    }

    @Test
    @WithMockUser(roles = Roles.READER)
    void aReaderPicksNothing() {
        UI.getCurrent().navigate("devices");
        assertThat(find(Button.class).withText("Select all that match").exists())
                .isFalse();

        UI.getCurrent().navigate("devices/" + FIRST);
        assertThat(find(Button.class).withText("Make an exception…").exists()).isFalse();
    }

    /** Picks all up to a row, the earlier of which have an exception already. */
    private void pick(int last, String reason) {
        Grid<?> grid = find(Grid.class).single();
        for (int row = 0; row <= last; row++) {
            test(grid).select(row);
        }
        click("Make exceptions…");
        assertThat(find(Dialog.class).single().getHeaderTitle()).isEqualTo("Make an exception for 1 device");
        test(find(TextArea.class).single()).setValue(reason);
        click("Make 1 exception");
    }

    private void click(String button) {
        test(find(Button.class).withText(button).single()).click();
    }

    private List<DeviceException> all() {
        return exceptions.find(ExceptionFilter.NONE, PageRequest.of(0, 10));
    }

    private void device(UUID objectId, String name) {
        jdbc.sql("""
                insert into entra_device (run_id, object_id, device_id, display_name, platform, ownership_kind, physical_ids)
                values (9999, :id, gen_random_uuid(), :name, 'WINDOWS', 'CORPORATE', '{}')
                """).param("id", objectId).param("name", name).update();
        TenantCopy.list(jdbc, 9999);
    }
}
