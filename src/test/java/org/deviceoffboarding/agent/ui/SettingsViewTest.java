package org.deviceoffboarding.agent.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Code;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Roles;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

@PortalTest
@ViewPackages(classes = SettingsView.class)
@WithMockUser(roles = {Roles.READER, Roles.OPERATOR, Roles.APPROVER, Roles.OWNER})
class SettingsViewTest extends SpringBrowserlessTest {

    @Test
    void beforeTheAgentIsSetUpEachPermissionIsNamed() {
        navigate(SettingsView.class);

        assertThat(find(Code.class).all())
                .extracting(Code::getText)
                .contains(
                        "Device.Read.All",
                        "DeviceManagementManagedDevices.Read.All",
                        "DeviceManagementApps.Read.All",
                        "DeviceManagementServiceConfig.Read.All");
    }

    @Test
    void theAgentIsStartedByOneButton() {
        navigate(SettingsView.class);

        assertThat(find(Button.class).withText("Start agent").single().isEnabled())
                .isTrue();
    }
}
