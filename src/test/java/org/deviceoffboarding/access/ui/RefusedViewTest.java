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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.transaction.TestTransaction;

@PortalTest
@ViewPackages(packages = "org.deviceoffboarding")
class RefusedViewTest extends SpringBrowserlessTest {

    @Autowired
    private JdbcClient jdbc;

    @Test
    @WithMockUser(username = "rita", roles = Roles.READER)
    void aReaderInSettingsIsToldToAskForTheRoleOwner() {
        UI.getCurrent().navigate("settings");

        assertThat(find(Paragraph.class).single().getText()).contains("rita").contains("app role Owner");
    }

    @Test
    @WithMockUser(
            username = "norman",
            roles = {})
    void aPersonWithoutARoleIsToldToAskForTheRoleReader() {
        UI.getCurrent().navigate("");

        assertThat(find(H1.class).withText("You have no role in this portal").exists())
                .isTrue();
        assertThat(find(Paragraph.class).single().getText()).contains("app role Reader");
    }

    @Test
    @WithMockUser(username = "robert", roles = Roles.READER)
    void aRefusedPageIsRemembered() {
        UI.getCurrent().navigate("settings");
        TestTransaction.end();

        assertThat(jdbc.sql("select summary from audit_entry where actor_name = 'robert'")
                        .query(String.class)
                        .list())
                .contains("Was refused the page /settings");
    }
}
