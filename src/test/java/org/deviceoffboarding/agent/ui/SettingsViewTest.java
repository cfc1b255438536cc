package org.deviceoffboarding.agent.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Code;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Roles;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

@PortalTest
@ViewPackages(classes = SettingsView.class)
@WithMockUser(roles = {Roles.READER, Roles.OPERATOR, Roles.APPROVER, Roles.OWNER})
class SettingsViewTest extends SpringBrowserlessTest {

    @Autowired
    private JdbcClient jdbc;

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

    @Test
    void whatTheKeyDoesNotReadIsSaidWithHowToGoOn() {
        jdbc.sql("""
                insert into agent (identity_id, identity_name, tenant_name, scopes, refresh_token, token_salt, key_id,
                    token_obtained_at, set_up_at, set_up_by)
                values ('oid', 'admin@contoso.example', 'Contoso', '{}', 'ab', 'ab', 'another', now(), now(), 'admin')
                """).update();

        SettingsView page = navigate(SettingsView.class);

        assertThat(page.getElement().getTextRecursively())
                .contains(
                        "Identity can't be read",
                        "Start the portal with the key it had before; or, if that is lost, renew the agent.",
                        "Renew identity…");
    }
}
