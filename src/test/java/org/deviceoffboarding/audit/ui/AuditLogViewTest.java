package org.deviceoffboarding.audit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.QueryParameters;
import java.util.Map;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

@PortalTest
@ViewPackages(classes = AuditLogView.class)
@WithMockUser(roles = Roles.READER)
class AuditLogViewTest extends SpringBrowserlessTest {

    @Autowired
    private AuditLog auditLog;

    @Test
    void entriesCanBeNarrowedToOnePerson() {
        record("anna@contoso.example");
        record("ben@contoso.example");
        navigate(AuditLogView.class);
        assertThat(test(find(Grid.class).single()).size()).isGreaterThanOrEqualTo(2);

        test(find(ComboBox.class).withCaption("Person").single()).selectItem("ben@contoso.example");

        assertThat(test(find(Grid.class).single()).size()).isEqualTo(1);
    }

    @Test
    void theFilterInTheAddressIsApplied() {
        record("anna@contoso.example");
        record("ben@contoso.example");

        UI.getCurrent().navigate("audit", QueryParameters.of("person", "anna@contoso.example"));

        assertThat(test(find(Grid.class).single()).size()).isEqualTo(1);
    }

    @Test
    void aReaderCannotExport() {
        navigate(AuditLogView.class);

        assertThat(find(Anchor.class).withText("Export CSV").exists()).isFalse();
    }

    @Test
    @WithMockUser(roles = {Roles.READER, Roles.AUDITOR})
    void anAuditorCanExport() {
        navigate(AuditLogView.class);

        assertThat(find(Anchor.class).withText("Export CSV").exists()).isTrue();
    }

    private void record(String name) {
        auditLog.record(new Actor(name, name), new Sung(Map.of()));
    }

    private record Sung(Map<String, String> details) implements AuditableAction {

        @Override
        public String action() {
            return "song.sung";
        }

        @Override
        public String subject() {
            return "song:1";
        }

        @Override
        public String summary() {
            return "Sang a song";
        }
    }
}
