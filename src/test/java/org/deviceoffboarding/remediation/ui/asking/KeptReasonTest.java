package org.deviceoffboarding.remediation.ui.asking;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.As;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.ui.RefusalNotice;
import org.deviceoffboarding.person.draft.ui.KeptTexts;
import org.deviceoffboarding.remediation.FlaggedTenant;
import org.deviceoffboarding.remediation.approval.OwnersRules;
import org.deviceoffboarding.remediation.asking.RequestSubmissionService;
import org.deviceoffboarding.remediation.request.Action;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** A reason and a note that were typed and not sent, when their dialogs are opened again. */
@PortalTest
@ViewPackages(
        packages = {
            "org.deviceoffboarding.inventory.ui",
            "org.deviceoffboarding.suggestion.ui",
            "org.deviceoffboarding.remediation.ui"
        })
@WithMockUser(roles = {Roles.READER, Roles.OPERATOR})
class KeptReasonTest extends SpringBrowserlessTest {

    private static final Actor BEN = new Actor("oid-ben", "ben@contoso.example");

    @Autowired
    private AskDialogs dialogs;

    @Autowired
    private RequestSubmissionService submissions;

    @Autowired
    private JdbcClient jdbc;

    private FlaggedTenant tenant;
    private UUID device;

    @BeforeEach
    void haveAResult() {
        jdbc.sql("delete from evaluation_run").update();
        aRunEnds();
    }

    @Test
    void aDialogThatWasCancelledOffersWhatWasTypedUntilItIsAskedFor() {
        openSuggestion();
        click("Disable 1 device…");
        type("replaced, ticket 4711");
        click("Cancel");

        startAnew();
        openSuggestion();
        click("Disable 1 device…");

        assertThat(field().getValue()).isEqualTo("replaced, ticket 4711");
        assertThat(notice()).contains("Restored what you typed today ");
        click("Ask to disable 1 device");
        submissions.withdraw(
                jdbc.sql("select id from change_request").query(Long.class).single());
        openSuggestion();
        click("Disable 1 device…");
        assertThat(field().getValue()).isEmpty();
        assertThat(notice()).isEmpty();
    }

    @Test
    void whatIsRefusedIsKept() {
        OwnersRules.set(jdbc, 2, 10, 10); // at once, which needs a sign-in for actions
        openSuggestion();
        click("Disable 1 device…");
        type("replaced, ticket 4711");
        click("Disable 1 device now");
        assertThat(find(RefusalNotice.class).exists()).isTrue();

        startAnew();
        openSuggestion();
        click("Disable 1 device…");

        assertThat(field().getValue()).isEqualTo("replaced, ticket 4711");
    }

    @Test
    void theNextPersonInThatBrowserFindsNothing() {
        openSuggestion();
        click("Disable 1 device…");
        type("replaced, ticket 4711");

        As.person(BEN, () -> {
            startAnew();
            openSuggestion();
            click("Disable 1 device…");
            assertThat(field().getValue()).isEmpty();
            assertThat(notice()).isEmpty();
        });
    }

    @Test
    void aReasonIsOfferedWhereTheSameSuggestionGoesOnInANewerRun() {
        openSuggestion();
        click("Disable 1 device…");
        type("replaced, ticket 4711");
        aRunEnds();

        startAnew();
        openSuggestion();
        click("Disable 1 device…");

        assertThat(field().getValue()).isEqualTo("replaced, ticket 4711");
    }

    @Test
    void aReasonIsForItsDevicesAndItsActionOnly() {
        UUID other = tenant.flagged("LAPTOP-2", "AzureAd");
        tenant.flagged("LAPTOP-3", "AzureAd");
        ask(Action.DISABLE, device);
        type("replaced, ticket 4711");

        assertThat(askedAnew(Action.DISABLE, other)).isEmpty();
        assertThat(askedAnew(Action.DISABLE, device, other)).isEmpty();
        tenant.disabled(device, "LAPTOP-1", 3);
        assertThat(askedAnew(Action.ENABLE, device)).isEmpty();
        jdbc.sql("delete from disabled_device").update();
        assertThat(askedAnew(Action.DISABLE, device)).isEqualTo("replaced, ticket 4711");
    }

    @Test
    void aNoteIsOfferedOverTheNoteThatItWasTypedOver() {
        openSuggestion();
        click("Manage suggestion");
        type("Asked the help desk.");
        aRunEnds();

        startAnew();
        openSuggestion();
        click("Manage suggestion");
        assertThat(field().getValue()).isEqualTo("Asked the help desk.");
        assertThat(notice()).contains("Restored what you typed");

        jdbc.sql("update suggestion set note = 'Ada looks at it.'").update();
        startAnew();
        openSuggestion();
        click("Manage suggestion");
        assertThat(field().getValue()).isEqualTo("Ada looks at it.");
        assertThat(notice()).contains("What stands here was changed since.", "Asked the help desk.");
        click("Save");

        openSuggestion();
        click("Manage suggestion");
        assertThat(notice()).isEmpty();
    }

    private void aRunEnds() {
        tenant = FlaggedTenant.removed(jdbc);
        device = tenant.flagged("LAPTOP-1", "AzureAd");
    }

    private String askedAnew(Action action, UUID... devices) {
        startAnew();
        ask(action, devices);
        return field().getValue();
    }

    private void ask(Action action, UUID... devices) {
        dialogs.open(action, List.of(devices), "a test", () -> {});
    }

    /** With a new session and new pages, as after a restart. */
    private void startAnew() {
        cleanVaadinEnvironment();
        initVaadinEnvironment();
    }

    private void openSuggestion() {
        UI.getCurrent().navigate("suggestions/" + tenant.suggestionId());
    }

    private void click(String button) {
        test(find(Button.class).withText(button).single()).click();
    }

    private void type(String text) {
        test(field()).setValue(text);
    }

    private TextArea field() {
        return find(TextArea.class).single();
    }

    private String notice() {
        return find(KeptTexts.class).exists()
                ? find(KeptTexts.class).single().getElement().getTextRecursively()
                : "";
    }
}
