package org.deviceoffboarding.remediation.ui.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import org.deviceoffboarding.As;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.inventory.DeviceRow;
import org.deviceoffboarding.inventory.ui.DeviceSelection;
import org.deviceoffboarding.remediation.FlaggedTenant;
import org.deviceoffboarding.remediation.approval.OwnersRules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** Selecting all devices that match, and what changes before something is asked for them. */
@PortalTest
@ViewPackages(packages = {"org.deviceoffboarding.inventory.ui", "org.deviceoffboarding.remediation.ui"})
@WithMockUser(roles = {Roles.READER, Roles.OPERATOR})
class AllThatMatchTest extends SpringBrowserlessTest {

    @Autowired
    private JdbcClient jdbc;

    private FlaggedTenant tenant;

    @BeforeEach
    void haveTwoFlaggedDevices() {
        tenant = FlaggedTenant.removed(jdbc);
        tenant.flagged("LAPTOP-1", "AzureAd");
        tenant.flagged("LAPTOP-2", "AzureAd");
        OwnersRules.set(jdbc, 1, 100, 100);
        UI.getCurrent().navigate("devices");
        click("Select all that match");
    }

    @Test
    void aDeviceThatCameToMatchSinceIsNotIncluded() {
        assertThat(selection()).contains("2 selected");
        tenant.flagged("LAPTOP-3", "AzureAd");

        click("Disable…");

        assertThat(title()).isEqualTo("Disable 2 devices");
        find(TextArea.class).withCaption("Reason").single().setValue("replaced");
        click("Ask to disable 2 devices");
        assertThat(jdbc.sql("select name from requested_device order by name")
                        .query(String.class)
                        .list())
                .containsExactly("LAPTOP-1", "LAPTOP-2");
    }

    @Test
    void allButSomeAreActedOn() {
        show();
        assertThat(grid().getSelectedItems()).hasSize(2);

        grid().deselect(grid().getSelectedItems().stream()
                .filter(row -> row.name().equals("LAPTOP-2"))
                .findFirst()
                .orElseThrow());
        show();

        assertThat(selection()).contains("1 selected");
        assertThat(grid().getSelectedItems()).extracting(DeviceRow::name).containsExactly("LAPTOP-1");
        click("Disable…");
        assertThat(title()).isEqualTo("Disable 1 device");
    }

    @Test
    void onceARunHasReplacedTheListItSaysSoAndAllAreSelectedAgain() {
        FlaggedTenant newer = FlaggedTenant.removed(jdbc);
        newer.flagged("LAPTOP-9", "AzureAd");

        click("Disable…");

        assertThat(find(Dialog.class).exists()).isFalse();
        assertThat(selection()).contains("A newer run has replaced the list that you selected in.");
        click("Select all that match");
        assertThat(selection()).contains("1 selected");
        click("Disable…");
        assertThat(title()).isEqualTo("Disable 1 device");
    }

    @Test
    void nobodyAsksWhoseRoleEndedSinceTheySelected() {
        click("Disable…");
        find(TextArea.class).withCaption("Reason").single().setValue("replaced");

        assertThatThrownBy(() -> As.person(
                        new Actor("user", "user"), List.of(Roles.READER), () -> click("Ask to disable 2 devices")))
                .hasStackTraceContaining("Access Denied");

        assertThat(jdbc.sql("select count(*) from change_request")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void clearingSelectsNothing() {
        show();
        click("Clear selection");
        show();

        assertThat(selection()).contains("No device selected");
        assertThat(grid().getSelectedItems()).isEmpty();
    }

    /** Brings the rows in sight to the browser. */
    private void show() {
        grid().getDataCommunicator().setViewportRange(0, 50);
        UI.getCurrent().getInternals().getStateTree().runExecutionsBeforeClientResponse();
    }

    @SuppressWarnings("unchecked")
    private Grid<DeviceRow> grid() {
        return find(Grid.class).first();
    }

    private String selection() {
        return find(DeviceSelection.class).single().getElement().getTextRecursively();
    }

    private void click(String button) {
        test(find(Button.class).withText(button).single()).click();
    }

    private String title() {
        return find(Dialog.class).single().getHeaderTitle();
    }
}
