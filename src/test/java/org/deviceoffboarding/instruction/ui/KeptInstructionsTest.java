package org.deviceoffboarding.instruction.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import org.deviceoffboarding.As;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.instruction.version.InstructionService;
import org.deviceoffboarding.person.draft.ui.KeptTexts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

/** Instructions that were typed and not saved, when the page is opened again: by the same person, and by another. */
@PortalTest
@ViewPackages(classes = InstructionsView.class)
@WithMockUser(
        username = "olga",
        roles = {Roles.READER, Roles.OPERATOR, Roles.APPROVER, Roles.OWNER})
class KeptInstructionsTest extends SpringBrowserlessTest {

    private static final Actor BOB = new Actor("bob", "Bob Owner");

    @Autowired
    private InstructionService instructions;

    @Test
    void whatWasTypedStandsThereAgainInANewSessionAndSaysSo() {
        open();
        type("Exclude Windows devices");

        reopen();

        assertThat(area().getValue()).isEqualTo("Exclude Windows devices");
        assertThat(notice()).contains("Restored what you typed today ", " and did not send.");
        assertThat(button("Save").isEnabled()).isTrue();
        assertThat(instructions.current().text()).isEmpty();
    }

    @Test
    void whatIsNotWantedAnyMoreIsDiscarded() {
        open();
        type("Exclude Windows devices");
        reopen();

        test(button("Discard")).click();

        assertThat(area().getValue()).isEmpty();
        assertThat(notice()).isEmpty();
        reopen();
        assertThat(area().getValue()).isEmpty();
        assertThat(notice()).isEmpty();
    }

    @Test
    void whatIsSavedIsNotOfferedAgain() {
        open();
        type("Exclude Windows devices");

        test(button("Save")).click();

        reopen();
        assertThat(area().getValue()).isEqualTo("Exclude Windows devices");
        assertThat(notice()).isEmpty();
        type("Exclude Android devices");
        reopen();
        assertThat(area().getValue()).isEqualTo("Exclude Android devices");
    }

    @Test
    void nobodyElseSeesIt() {
        open();
        type("Exclude Windows devices");

        As.person(BOB, () -> {
            reopen();
            assertThat(area().getValue()).isEmpty();
            assertThat(notice()).isEmpty();
        });

        reopen();
        assertThat(area().getValue()).isEqualTo("Exclude Windows devices");
    }

    @Test
    void whatSomebodySavedMeanwhileStandsThereAndWhatWasTypedIsOfferedBesideIt() {
        open();
        type("Exclude Windows devices");
        As.person(BOB, () -> instructions.save(instructions.current(), "Exclude Android devices"));
        test(button("Save")).click(); // refused

        reopen();

        assertThat(area().getValue()).isEqualTo("Exclude Android devices");
        assertThat(notice())
                .contains("You typed this today ", "What stands here was changed since.", "Exclude Windows devices");

        type("Exclude Linux devices"); // and still decides about the other
        reopen();
        assertThat(area().getValue()).isEqualTo("Exclude Linux devices");
        assertThat(notice()).contains("Restored what you typed", "Exclude Windows devices");

        test(button("Use what I typed")).click();

        assertThat(area().getValue()).isEqualTo("Exclude Windows devices");
        reopen();
        assertThat(area().getValue()).isEqualTo("Exclude Windows devices");
        assertThat(notice()).contains("Restored what you typed").doesNotContain("changed since");
    }

    @Test
    void whatIsOfferedBesideCanBeDiscardedAloneAndWhatWasTypedSinceStays() {
        open();
        type("Exclude Windows devices");
        As.person(BOB, () -> instructions.save(instructions.current(), "Exclude Android devices"));
        reopen();
        type("Exclude Linux devices");

        test(find(Button.class)
                        .withAttribute("aria-label", "Discard what I typed")
                        .single())
                .click();

        assertThat(notice()).isEmpty();
        reopen();
        assertThat(area().getValue()).isEqualTo("Exclude Linux devices");
        assertThat(notice()).doesNotContain("Windows");
    }

    private void open() {
        navigate(InstructionsView.class);
    }

    /** With a new session and a new page, as after a restart. */
    private void reopen() {
        cleanVaadinEnvironment();
        initVaadinEnvironment();
        open();
    }

    private void type(String text) {
        test(area()).setValue(text);
    }

    private TextArea area() {
        return find(TextArea.class).single();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    private String notice() {
        return find(KeptTexts.class).exists()
                ? find(KeptTexts.class).single().getElement().getTextRecursively()
                : "";
    }
}
