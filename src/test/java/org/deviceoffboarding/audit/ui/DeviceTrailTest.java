package org.deviceoffboarding.audit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedDevice;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.ui.Section;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

@PortalTest
@ViewPackages(classes = AuditLogView.class)
@WithMockUser(roles = Roles.READER)
class DeviceTrailTest extends SpringBrowserlessTest {

    private static final UUID DRUM = new UUID(11, 1);

    @Autowired
    private AuditLog auditLog;

    @Autowired
    private DeviceTrail trail;

    @Test
    void allEntriesAreShownTheNewestFirstAFewAtATimeAndNoneTwice() {
        for (int i = 1; i <= 23; i++) {
            record("Beat it " + i, DRUM);
        }
        record("Beat another", new UUID(11, 2));
        UI.getCurrent().add(trail.section(DRUM, "Drum"));
        assertThat(lines()).hasSize(10).first().asString().contains("Beat it 23");

        record("Beat it meanwhile", DRUM);
        test(find(Button.class).withText("Show earlier entries").single()).click();
        test(find(Button.class).withText("Show earlier entries").single()).click();

        assertThat(lines())
                .hasSize(23)
                .doesNotHaveDuplicates()
                .last()
                .asString()
                .contains("Beat it 1 ");
        assertThat(find(Button.class).withText("Show earlier entries").exists()).isFalse();
    }

    @Test
    void itLeadsToTheAuditLogAndSaysWhereThereIsNothing() {
        Section section = trail.section(DRUM, "Drum");
        UI.getCurrent().add(section);

        assertThat(((Anchor) section.getHeaderSuffix()).getHref()).isEqualTo("audit?device=" + DRUM);
        assertThat(lines()).isEmpty();
        assertThat(UI.getCurrent().getElement().getTextRecursively())
                .contains("No entry of the log concerns this device");
    }

    private List<String> lines() {
        return find(ListItem.class).all().stream()
                .map(line -> line.getElement().getTextRecursively() + " ")
                .filter(line -> line.contains("Beat"))
                .map(line -> line.replaceAll("[Bb]runo.*", " "))
                .toList();
    }

    private void record(String summary, UUID device) {
        auditLog.record(
                new Actor("b", "bruno@contoso.example"),
                new Beaten(summary, List.of(new AuditedDevice(device, null, "DRUM-1"))));
    }

    private record Beaten(String summary, List<AuditedDevice> devices) implements AuditableAction {

        @Override
        public String action() {
            return "drum.beaten";
        }

        @Override
        public String subject() {
            return "";
        }
    }
}
