package org.deviceoffboarding.remediation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.playbook.TickedSteps;
import org.deviceoffboarding.remediation.FlaggedTenant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** What was done, is asked for and can be asked for on the page of a device. */
@PortalTest
@ViewPackages(packages = {"org.deviceoffboarding.inventory.ui", "org.deviceoffboarding.remediation.ui"})
@WithMockUser(roles = {Roles.READER, Roles.OPERATOR})
class DeviceActionsTest extends SpringBrowserlessTest {

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aFlaggedDeviceIsAskedToBeDisabledAndSaysSo() {
        open(FlaggedTenant.removed(jdbc).flagged("LAPTOP-1", "AzureAd"));
        assertThat(buttons()).containsOnlyOnce("Disable…").doesNotContain("Re-enable…", "Delete…");
        click("Disable…");
        test(find(TextArea.class).single()).setValue("stolen");

        click("Ask to disable 1 device");

        assertThat(find(Badge.class).all())
                .extracting(Badge::getText)
                .contains("Waiting for approval: disable", "Waiting");
        assertThat(find(Anchor.class).withText("Disable 1 device").single().getHref())
                .startsWith("approvals/");
        assertThat(text()).contains("asked for by user", "stolen", "which has not ended yet");
        assertThat(buttons()).doesNotContain("Disable…");
    }

    @Test
    void aRequestFromThePageOfADeviceSaysSoAndThePageLeadsToItsSuggestion() {
        FlaggedTenant tenant = FlaggedTenant.removed(jdbc);
        UUID device = tenant.flagged("LAPTOP-1", "AzureAd");
        tenant.flagged("LAPTOP-2", "AzureAd");
        open(device);
        assertThat(find(Anchor.class).all())
                .extracting(Anchor::getHref)
                .containsOnlyOnce("suggestions/" + tenant.suggestionId());
        click("Disable…");
        test(find(TextArea.class).single()).setValue("stolen");

        click("Ask to disable 1 device");

        assertThat(jdbc.sql("select source from change_request where id = (select max(id) from change_request)")
                        .query(String.class)
                        .single())
                .isEqualTo("the page of the device, in suggestion 'Remove some devices'");
    }

    @Test
    void aReasonTypedBeforeTheSessionEndedIsThereInTheNext() {
        UUID device = FlaggedTenant.removed(jdbc).flagged("LAPTOP-1", "AzureAd");
        open(device);
        click("Disable…");
        test(find(TextArea.class).single()).setValue("stolen");

        cleanVaadinEnvironment();
        initVaadinEnvironment();
        open(device);
        click("Disable…");

        assertThat(find(TextArea.class).single().getValue()).isEqualTo("stolen");
    }

    @Test
    void aDeviceThatIsNotFlaggedSaysWhyNothingCanBeAskedFor() {
        open(FlaggedTenant.removed(jdbc).healthy("LAPTOP-1"));

        assertThat(text())
                .contains("Nothing was asked for from here yet.", "Disable: It is not flagged by the newest run.");
        assertThat(buttons()).doesNotContain("Disable…", "Re-enable…", "Delete…");
    }

    @Test
    void whatThisPortalDisabledSaysUntilWhenItIsKept() {
        UUID device = FlaggedTenant.readyToDelete(jdbc).flaggedAndDisabled("LAPTOP-1", "AzureAd", 40);
        open(device);
        assertThat(text()).contains("requires this before, and it is not ticked: “Download the device list”");
        assertThat(buttons()).doesNotContain("Delete…");

        TickedSteps.everywhere(jdbc);
        UI.getCurrent().refreshCurrentRoute(false);

        assertThat(text()).contains("approver@contoso.example", "Grace period over", "ready to delete");
        assertThat(find(Badge.class).withText("Disabled by this portal").exists())
                .isTrue();
        assertThat(buttons()).contains("Re-enable…", "Delete…").doesNotContain("Disable…");
    }

    @Test
    void everythingOnRecordAboutTheDeviceIsOneClickAway() {
        UUID device = FlaggedTenant.removed(jdbc).flagged("LAPTOP-1", "AzureAd");
        open(device);

        assertThat(find(Section.class).all())
                .extracting(Section::getHeaderSuffix)
                .filteredOn(Anchor.class::isInstance)
                .extracting(link -> ((Anchor) link).getHref())
                .contains("audit?device=" + device);
    }

    @Test
    void whatLeftTheQueueSaysWhy() {
        FlaggedTenant tenant = FlaggedTenant.removed(jdbc);
        UUID device = tenant.healthy("LAPTOP-1");
        tenant.disabled(device, "LAPTOP-1", 3);
        jdbc.sql("update disabled_device set left_at = now(), left_because = 'It was active in Entra.'")
                .update();

        open(device);

        assertThat(text()).contains("Left the queue", "It was active in Entra.");
    }

    @Test
    @WithMockUser(roles = Roles.READER)
    void aReaderSeesWhatWasDoneOnly() {
        FlaggedTenant tenant = FlaggedTenant.removed(jdbc);
        open(tenant.flagged("LAPTOP-1", "AzureAd"));
        assertThat(find(Section.class).all()).noneMatch(section -> text(section).startsWith("Actions"));

        UUID disabled = tenant.flagged("LAPTOP-2", "AzureAd");
        tenant.disabled(disabled, "LAPTOP-2", 3);
        open(disabled);

        assertThat(text()).contains("27 days left");
        assertThat(buttons()).doesNotContain("Disable…", "Re-enable…", "Delete…");
    }

    private void open(UUID device) {
        UI.getCurrent().navigate("devices/" + device);
    }

    private List<String> buttons() {
        return find(Button.class).all().stream().map(Button::getText).toList();
    }

    private String text() {
        return find(Section.class).all().stream()
                .map(DeviceActionsTest::text)
                .filter(text -> text.startsWith("Actions"))
                .findFirst()
                .orElseThrow();
    }

    private static String text(Section section) {
        return section.getElement().getTextRecursively();
    }

    private void click(String button) {
        test(find(Button.class).withText(button).single()).click();
    }
}
