package org.deviceoffboarding.remediation.ui.asking;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.ui.RefusalNotice;
import org.deviceoffboarding.remediation.FlaggedTenant;
import org.deviceoffboarding.remediation.query.RequestFilter;
import org.deviceoffboarding.remediation.query.RequestQueryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** Asking for actions on the devices of an uploaded list. */
@PortalTest
@ViewPackages(packages = {"org.deviceoffboarding.inventory.ui", "org.deviceoffboarding.remediation.ui"})
@WithMockUser(roles = {Roles.READER, Roles.OPERATOR})
class UploadIdsTest extends SpringBrowserlessTest {

    @Autowired
    private RequestQueryService requests;

    @Autowired
    private JdbcClient jdbc;

    private UUID flagged;

    @BeforeEach
    void haveATenant() {
        FlaggedTenant tenant = FlaggedTenant.removed(jdbc);
        flagged = tenant.flagged("LAPTOP-1", "AzureAd");
        UI.getCurrent().navigate("devices");
        click("Upload IDs…");
    }

    @Test
    void nothingHappensBeforeTheReportWasSeenAndAnActionChosen() {
        upload(flagged + "\nLAPTOP-2\n");

        assertThat(sentences()).contains("1 of 2 lines names a device.");
        assertThat(result(0)).startsWith("LAPTOP-2Left out. 'LAPTOP-2' is no ID.");
        assertThat(result(1)).isEqualTo(flagged + "LAPTOP-1, Entra object ID " + flagged);

        click("Continue with 1 device");

        assertThat(find(Dialog.class).single().getHeaderTitle()).isEqualTo("Ask for an action on 1 device");
        assertThat(find(TextArea.class).exists()).isFalse();
        assertThat(find(Button.class).withTextContaining("Ask to").exists()).isFalse();

        test(find(Select.class).withCaption("What is to be done to them?").single())
                .selectItem("Restore");
        assertThat(find(AskDialog.class).single().getElement().getTextRecursively())
                .contains("The device cannot be restored", "This portal did not delete it");
        test(find(Select.class).withCaption("What is to be done to them?").single())
                .selectItem("Disable");
        test(find(TextArea.class).single()).setValue("list of the service desk");
        click("Ask to disable 1 device");

        assertThat(requests.find(RequestFilter.NONE, PageRequest.ofSize(10)))
                .singleElement()
                .satisfies(request -> assertThat(request.source()).isEqualTo("list 'ids.csv'"));
    }

    @Test
    void aListWithoutAnyDeviceLeadsNowhere() {
        upload("F9FX21\n");

        assertThat(sentences()).contains("No line names a device");
        assertThat(find(Button.class).withTextContaining("Continue").exists()).isFalse();
    }

    @Test
    void aFileThatIsNoneIsRefusedInASentence() {
        upload(flagged + ",\"never closed");

        assertThat(find(RefusalNotice.class).single().getText()).contains("not CSV");
        assertThat(find(Button.class).withTextContaining("Continue").exists()).isFalse();
    }

    private String result(int row) {
        return test(find(Grid.class).withClassName("upload-report").single())
                .getCellComponent(row, 1)
                .getElement()
                .getTextRecursively();
    }

    private String sentences() {
        return String.join(
                " ",
                find(Paragraph.class).all().stream().map(Paragraph::getText).toList());
    }

    private void upload(String text) {
        test(find(Upload.class).single()).upload("ids.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
        roundTrip();
    }

    private void click(String button) {
        test(find(Button.class).withText(button).single()).click();
    }
}
