package org.deviceoffboarding.inventory.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.TenantCopy;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.inventory.DeviceRow;
import org.deviceoffboarding.inventory.DeviceService;
import org.deviceoffboarding.remediation.FlaggedTenant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** In which restricted administrative units a device is, on its page and in the list. */
@PortalTest
@ViewPackages(packages = "org.deviceoffboarding.inventory.ui")
@WithMockUser(roles = Roles.READER)
class RestrictedShownTest extends SpringBrowserlessTest {

    @Autowired
    private DeviceService devices;

    @Autowired
    private JdbcClient jdbc;

    private UUID device;
    private UUID other;

    @BeforeEach
    void haveTwoDevices() {
        FlaggedTenant tenant = FlaggedTenant.removed(jdbc);
        device = tenant.flagged("LAPTOP-1", "AzureAd");
        other = tenant.flagged("LAPTOP-2", "AzureAd");
    }

    @Test
    void theDevicesPageNamesItsUnits() {
        TenantCopy.restrict(jdbc, device, "Labs", "Board");

        assertThat(page(device)).contains("Unit: Board, Labs.");
        assertThat(page(other)).doesNotContain("Unit: ", "restricted management");
    }

    @Test
    void theDevicesPageSaysWhyItDoesNotKnowThem() {
        TenantCopy.restrict(jdbc, device, "Labs");
        jdbc.sql("delete from restricted_unit_member").update();

        assertThat(page(device)).contains("not known: None of the restricted units that the agent could read");

        jdbc.sql("update inventory set units_problem = 'The agent lacks it.'").update();
        assertThat(page(device)).contains("not known: The agent lacks it.");
    }

    @Test
    @SuppressWarnings("unchecked")
    void theListHasAColumnThatPeopleCanPick() {
        TenantCopy.restrict(jdbc, device, "Labs");
        UI.getCurrent().navigate("devices");
        Grid<DeviceRow> rows = find(Grid.class).single();

        var column = rows.getColumnByKey("restricted");

        assertThat(column.getHeaderText()).isEqualTo("Restricted in Entra");
        assertThat(column.isVisible()).as("before somebody picks it").isFalse();
    }

    @Test
    void theColumnNamesTheUnitsOrSaysThatTheyAreNotKnown() {
        TenantCopy.restrict(jdbc, device, "Labs");
        assertThat(cells()).containsExactly("Labs", "");

        jdbc.sql("delete from restricted_unit_member").update();
        assertThat(cells()).containsExactly("Not known in which unit", "");
    }

    private List<String> cells() {
        Grid<UUID> grid = new Grid<>();
        var rows = new RestrictedRows<UUID>(devices, Function.identity());
        rows.addColumn(grid);
        grid.setItems(rows.readFor(List.of(device, other)));
        UI.getCurrent().add(grid);
        return Stream.of(0, 1)
                .map(row -> test(grid).getCellComponent(row, 0).getElement().getText())
                .toList();
    }

    @Test
    void filesSayWhichAndWhere() {
        TenantCopy.restrict(jdbc, device, "Labs", "Board");
        UI.getCurrent().navigate("devices");

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        test(find(Anchor.class).withText("Export CSV").single()).download(out);

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .anySatisfy(line -> assertThat(line).endsWith(",Restricted in Entra,Restricted units"))
                .anySatisfy(line -> assertThat(line).startsWith("LAPTOP-1,").endsWith(",\"Board, Labs\""))
                .anySatisfy(line -> assertThat(line).startsWith("LAPTOP-2,").endsWith(","));
    }

    @Test
    void whatIsTakenAwaySaysWhichAndWhereAsThePartsAreRead() {
        TenantCopy.restrict(jdbc, device, "Labs");
        var rows = new RestrictedRows<UUID>(devices, Function.identity());

        assertThat(rows.readFor(List.of(device, other))).containsExactly(device, other);
        assertThat(rows.isRestricted(device)).isTrue();
        assertThat(rows.names(device)).isEqualTo("Labs");
        assertThat(rows.isRestricted(other)).isFalse();
        assertThat(rows.names(other)).isNull();

        TenantCopy.restrict(jdbc, device);
        rows.readFor(List.of(device));
        assertThat(rows.isRestricted(device)).as("it left meanwhile").isFalse();
    }

    private String page(UUID of) {
        return navigate(DeviceView.class, of.toString()).getElement().getTextRecursively();
    }
}
