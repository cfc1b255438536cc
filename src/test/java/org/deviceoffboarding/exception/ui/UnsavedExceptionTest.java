package org.deviceoffboarding.exception.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Roles;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

/** What becomes of an exception that was begun when its dialog is closed by a key or by a click beside it. */
@PortalTest
@ViewPackages(classes = ExceptionsView.class)
@WithMockUser(roles = {Roles.READER, Roles.OPERATOR})
class UnsavedExceptionTest extends SpringBrowserlessTest {

    @Test
    void whatIsKeptIsNotAskedAbout() {
        open();
        test(find(TextArea.class).single()).setValue("stolen");

        escape();

        assertThat(find(ConfirmDialog.class).exists()).isFalse();
        assertThat(find(AddExceptionDialog.class).exists()).isFalse();
        assertThat(find(Notification.class).single().getElement().getProperty("text"))
                .startsWith("What you typed is kept");
        open();
        assertThat(find(TextArea.class).single().getValue()).isEqualTo("stolen");
    }

    @Test
    void whatWouldBeLostIs() {
        open();
        test(find(TextField.class).withCaption("Device ID").single()).setValue("4711");

        escape();

        ConfirmDialog question = find(ConfirmDialog.class).single();
        assertThat(question.getElement().getProperty("header")).isEqualTo("Close without saving?");
        test(question).confirm();
        assertThat(find(AddExceptionDialog.class).exists()).isTrue();

        escape();
        test(find(ConfirmDialog.class).single()).reject();
        assertThat(find(AddExceptionDialog.class).exists()).isFalse();
    }

    @Test
    void aDialogInWhichNothingWasEnteredCloses() {
        open();

        escape();

        assertThat(find(AddExceptionDialog.class).exists()).isFalse();
        assertThat(find(Notification.class).exists()).isFalse();
    }

    @Test
    void aLastDayThatIsNoneDoesNotBecomeAnExceptionWithoutAnEnd() {
        open();
        test(find(TextField.class).withCaption("Device ID").single()).setValue("4711");
        test(find(TextArea.class).single()).setValue("stolen");
        DatePicker lastDay = find(DatePicker.class).withCaption("Last day").single();
        lastDay.setValue(LocalDate.of(2020, 1, 1));

        test(find(Button.class).withText(AddExceptionDialog.LOOK).single()).click();

        assertThat(lastDay.isInvalid()).isTrue();
        assertThat(lastDay.getErrorMessage()).startsWith("Take a day after today");
        lastDay.clear();
        assertThat(lastDay.isInvalid()).isFalse();
    }

    private void open() {
        navigate(ExceptionsView.class);
        test(find(Button.class).withText("Add exception…").single()).click();
    }

    private void escape() {
        Dialog dialog = find(AddExceptionDialog.class).single();
        ComponentUtil.fireEvent(dialog, new Dialog.DialogCloseActionEvent(dialog, true));
    }
}
