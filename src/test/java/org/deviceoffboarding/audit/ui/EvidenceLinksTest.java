package org.deviceoffboarding.audit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Roles;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

@PortalTest
@ViewPackages(classes = AuditLogView.class)
@WithMockUser(roles = {Roles.READER, Roles.AUDITOR})
class EvidenceLinksTest extends SpringBrowserlessTest {

    @Autowired
    private EvidenceLinks links;

    @Autowired
    private DeviceTrail trail;

    @Test
    void whoMayTakeTheLogAwayIsOfferedEvidenceInBothForms() {
        assertThat(texts(links.request(42))).containsExactly("Evidence as HTML", "Evidence as JSON");
    }

    @Test
    @WithMockUser(roles = Roles.READER)
    void whoMayOnlyReadIsNot() {
        assertThat(texts(links.request(42))).isEmpty();
    }

    @Test
    void theLogAndADevicesTrailOfferIt() {
        navigate(AuditLogView.class);

        assertThat(find(Anchor.class).withText("Evidence as HTML").exists()).isTrue();
        assertThat(texts(trail.section(UUID.randomUUID(), ""))).contains("Evidence as HTML", "Evidence as JSON");
    }

    private static List<String> texts(Component component) {
        return component
                .getChildren()
                .flatMap(child -> child instanceof Anchor anchor
                        ? java.util.stream.Stream.of(anchor.getElement().getTextRecursively())
                        : texts(child).stream())
                .toList();
    }
}
