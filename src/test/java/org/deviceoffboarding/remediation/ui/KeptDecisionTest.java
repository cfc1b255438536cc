package org.deviceoffboarding.remediation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import org.deviceoffboarding.As;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.delegation.StoredActionIdentity;
import org.deviceoffboarding.person.draft.ui.KeptTexts;
import org.deviceoffboarding.remediation.FlaggedTenant;
import org.deviceoffboarding.remediation.approval.ApprovalService;
import org.deviceoffboarding.remediation.asking.ARequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** What an approver has typed about a request and not sent, when the request is looked at again. */
@PortalTest
@ViewPackages(classes = RequestView.class)
@WithMockUser(
        username = "anna",
        roles = {Roles.READER, Roles.OPERATOR, Roles.APPROVER})
class KeptDecisionTest extends SpringBrowserlessTest {

    private static final Actor BEN = new Actor("oid-ben", "ben@contoso.example");

    @Autowired
    private ApprovalService approvals;

    @Autowired
    private JdbcClient jdbc;

    private long request;

    @BeforeEach
    void somebodyAsks() {
        request = ARequest.in(jdbc).askedBy("ben").store();
    }

    @Test
    void aHalfWrittenNoteIsOfferedForTheSameDecisionAboutTheSameRequest() {
        FlaggedTenant.removed(jdbc);
        StoredActionIdentity.by("anna", jdbc);
        openAndClick(request, "Reject…");
        test(note()).setValue("PC-2 is in");

        openAndClick(request, "Reject…");
        assertThat(note().getValue()).isEqualTo("PC-2 is in");
        assertThat(find(KeptTexts.class).single().getElement().getTextRecursively())
                .contains("Restored what you typed");

        openAndClick(request, "Approve…");
        assertThat(note().getValue()).isEmpty();
        openAndClick(ARequest.in(jdbc).askedBy("ben").store(), "Reject…");
        assertThat(note().getValue()).isEmpty();
    }

    @Test
    void aRefusedDecisionKeepsItAndAnAcceptedOneForgetsIt() {
        openAndClick(request, "Reject…");
        test(note()).setValue("  ");
        click("Reject request");
        assertThat(find(Dialog.class).exists()).isTrue();
        assertThat(drafts()).isEqualTo(1);

        test(note()).setValue("PC-2 is in use.");
        click("Reject request");

        assertThat(find(Dialog.class).exists()).isFalse();
        assertThat(drafts()).isZero();
    }

    @Test
    void whatWasTypedAboutARequestThatSomebodyElseDecidedIsShownNowhere() {
        openAndClick(request, "Reject…");
        test(note()).setValue("PC-2 is in use.");
        As.person(new Actor("oid-olga", "olga@contoso.example"), () -> approvals.reject(request, "No."));
        click("Reject request");
        assertThat(find(Dialog.class).exists()).isTrue(); // refused

        startAnew();
        navigate(RequestView.class, request);

        assertThat(find(Button.class).withText("Reject…").exists()).isFalse();
        assertThat(find(KeptTexts.class).exists()).isFalse();
        assertThat(drafts()).isEqualTo(1);
    }

    @Test
    void aDialogThatAnotherPersonTypesIntoKeepsNothingForEither() {
        openAndClick(request, "Reject…");
        test(note()).setValue("PC-2 is in use.");

        As.person(BEN, () -> {
            try {
                note().setValue("typed by Ben");
            } catch (RuntimeException refused) { // its page would say so
                assertThat(refused).hasMessageContaining("Another person");
            }
        });

        assertThat(jdbc.sql("select text from draft").query(String.class).list())
                .containsExactly("PC-2 is in use.");
    }

    @Test
    void whatCannotBeKeptIsSaidAndCanStillBeSent() {
        openAndClick(request, "Reject…");
        note().setValue("x".repeat(1_000_001));
        assertThat(find(KeptTexts.class).single().getElement().getTextRecursively())
                .contains("cannot be kept at the moment");

        note().setValue("PC-2 is in use.");

        assertThat(find(KeptTexts.class).exists()).isFalse();
        click("Reject request");
        assertThat(find(Dialog.class).exists()).isFalse();
    }

    private void openAndClick(long id, String button) {
        startAnew();
        navigate(RequestView.class, id);
        click(button);
    }

    /** With a new session and new pages, as after a restart. */
    private void startAnew() {
        cleanVaadinEnvironment();
        initVaadinEnvironment();
    }

    private void click(String button) {
        test(find(Button.class).withText(button).single()).click();
    }

    private TextArea note() {
        return find(TextArea.class).single();
    }

    private int drafts() {
        return jdbc.sql("select count(*) from draft").query(Integer.class).single();
    }
}
