package org.deviceoffboarding.access.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Roles;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.TestPropertySource;

/** The demo says on every page that it is one, and how to leave it. */
@PortalTest
@TestPropertySource(properties = {"portal.tenant.demo=true", "portal.tenant.name=Contoso Outdoor"})
@ViewPackages(packages = "org.deviceoffboarding")
@WithMockUser(username = "rita", roles = Roles.READER)
class ConnectViewTest extends SpringBrowserlessTest {

    @Test
    void everyPageSaysWhichDemoItIsAndLeadsToARealTenant() {
        UI.getCurrent().navigate("devices");

        assertThat(find(Paragraph.class)
                        .withClassName("demo-banner")
                        .single()
                        .getElement()
                        .getTextRecursively())
                .isEqualTo("Demo tenant Contoso Outdoor – nothing here reaches Microsoft. Connect a real tenant");
        assertThat(find(Anchor.class).withText("Connect a real tenant").single().getHref())
                .isEqualTo("connect");
    }

    @Test
    void whatToRegisterPermitAndSetIsNamedWhole() {
        UI.getCurrent().navigate("connect");

        assertThat(find(H1.class).single().getText()).isEqualTo("Connect a real tenant");
        assertThat(find(ConnectView.class).single().getElement().getTextRecursively())
                .contains("https://<your portal>/login/oauth2/code/")
                .contains("Reader", "Operator", "Approver", "Owner", "Auditor")
                .contains(
                        "DeviceManagementManagedDevices.Read.All",
                        "Directory.AccessAsUser.All",
                        "BitlockerKey.ReadBasic.All")
                .contains("PORTAL_TENANT_ISSUER_URI", "PORTAL_TENANT_NAME", "PORTAL_PUBLIC_URL");
    }
}
