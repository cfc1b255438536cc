package org.deviceoffboarding.person.draft.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Clock;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.person.draft.DraftService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.test.context.support.WithMockUser;

/** One person's two windows at the same place, each at a portal of its own: they share the database, and hear nothing of each other. */
@PortalTest
@WithMockUser(username = "anna", roles = Roles.READER)
class KeptInTwoWindowsTest extends SpringBrowserlessTest {

    @Autowired
    private DraftService drafts;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Clock clock;

    private Window first;
    private Window second;

    /** A page with one field. */
    private static final class Window {

        private final KeptTexts kept;
        private final TextArea field = new TextArea("Comment");

        Window(TextKeeping portal, String original) {
            kept = portal.at("comment:17");
            field.setValue(original);
            kept.keep("text", field);
            UI.getCurrent().removeAll();
            UI.getCurrent().add(kept, field);
        }

        String text() {
            return field.getValue();
        }

        String said() {
            return kept.getElement().getTextRecursively();
        }
    }

    @BeforeEach
    void bothAreOpenBeforeAnythingIsTyped() {
        first = open();
        second = open();
    }

    @Test
    void neitherWritesOverWhatIsTypedInTheOther() {
        first.field.setValue("The disk is broken");
        second.field.setValue("The screen is broken");
        first.field.setValue("The disk is broken, too");

        Window later = open();

        assertThat(later.text()).isEqualTo("The disk is broken, too");
        assertThat(later.said())
                .contains("Restored what you typed", " in another window and did not send it.", "The screen is broken");
    }

    @Test
    void whatOneSendsTakesNothingFromTheOther() {
        first.field.setValue("The disk is broken");
        second.field.setValue("The screen is broken");

        first.kept.sent();

        assertThat(second.kept.forgetSettled()).isFalse();
        assertThat(second.text()).isEqualTo("The screen is broken");
        assertThat(open().text()).isEqualTo("The screen is broken");
    }

    @Test
    void theSameTextIsSentOnce() {
        first.field.setValue("The disk is broken");
        Window later = open();
        assertThat(later.text()).isEqualTo("The disk is broken");

        later.kept.sent();

        assertThat(first.kept.forgetSettled()).isTrue();
        assertThat(first.text()).isEmpty();
        assertThat(open().text()).isEmpty();
    }

    @Test
    void whatIsTypedOnWhereItBeganIsNotSentByWhoeverWentOnWithIt() {
        first.field.setValue("The disk is broken");
        Window later = open();
        first.field.setValue("The disk is broken. So is the screen");

        later.kept.sent();

        assertThat(first.kept.forgetSettled()).isFalse();
        assertThat(first.text()).isEqualTo("The disk is broken. So is the screen");
        assertThat(open().text()).isEqualTo("The disk is broken. So is the screen");
    }

    @Test
    void whatIsPassedOverSinceWhatStoodThereChangedIsOfferedNoMoreAndStaysInItsOwnWindow() {
        first.field.setValue("The disk is broken");
        Window changed = open("Changed since");
        assertThat(changed.said()).contains("What stands here was changed since.", "The disk is broken");
        changed.field.setValue("Mine");

        changed.kept.sent();

        assertThat(first.kept.forgetSettled()).isFalse();
        assertThat(first.text()).isEqualTo("The disk is broken");
        assertThat(open("Mine").said()).doesNotContain("The disk is broken");
        first.field.setValue("The disk is broken, too");
        assertThat(open("Mine").said()).contains("The disk is broken, too");
    }

    @Test
    void whoTakesUpWhatIsOfferedFindsWhatStoodThereOfferedInItsPlace() {
        first.field.setValue("The disk is broken");
        second.field.setValue("The screen is broken");
        Window later = open();

        press("Use what I typed");

        assertThat(later.text()).isEqualTo("The disk is broken");
        assertThat(later.said()).contains("The screen is broken");
        Window last = open();
        assertThat(last.text()).isEqualTo("The disk is broken");
        assertThat(last.said()).contains("The screen is broken");
    }

    @Test
    void whatIsOfferedAndNotWantedIsOfferedNoMoreAndTheRestStays() {
        first.field.setValue("The disk is broken");
        second.field.setValue("The screen is broken");
        Window later = open();

        pressLabelled("Discard what I typed");

        assertThat(later.text()).isEqualTo("The screen is broken");
        assertThat(later.said()).doesNotContain("The disk is broken");
        assertThat(open().said()).doesNotContain("The disk is broken");
    }

    @Test
    void whatWasRestoredAndIsDiscardedTakesNothingThatIsOfferedWithIt() {
        first.field.setValue("The disk is broken");
        second.field.setValue("The screen is broken");
        open();

        pressLabelled("Discard what was restored");

        assertThat(open().text()).isEqualTo("The disk is broken");
    }

    private void press(String words) {
        test(find(Button.class).withText(words).single()).click();
    }

    private void pressLabelled(String label) {
        test(find(Button.class).all().stream()
                        .filter(button -> label.equals(button.getElement().getAttribute("aria-label")))
                        .findFirst()
                        .orElseThrow())
                .click();
    }

    private Window open() {
        return open("");
    }

    /** @param original what the field holds before anything is typed */
    private Window open(String original) {
        OpenPages deaf = context.getAutowireCapableBeanFactory().createBean(OpenPages.class);
        return new Window(new TextKeeping(drafts, deaf, clock), original);
    }
}
