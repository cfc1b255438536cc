package org.deviceoffboarding.access.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Roles;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

@PortalTest
@ViewPackages(packages = "org.deviceoffboarding")
@WithMockUser(username = "rita", roles = Roles.READER)
class OwnTenantTest extends SpringBrowserlessTest {

    @Test
    void withATenantOfOnesOwnNothingSpeaksOfTheDemo() {
        UI.getCurrent().navigate("devices");
        assertThat(find(Paragraph.class).withClassName("demo-banner").exists()).isFalse();

        UI.getCurrent().navigate("connect");
        assertThat(find(H1.class).single().getText()).isEqualTo("There is no such page");
    }
}
