package org.deviceoffboarding.access.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.ui.form.UnsavedChanges;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.test.context.support.WithMockUser;

/** What becomes of an open window when the tenant takes a role from its person. */
@PortalTest
@ViewPackages(classes = ReducedWindowTest.class)
@WithMockUser(roles = Roles.READER)
class ReducedWindowTest extends SpringBrowserlessTest {

    private final MockHttpSession browser = new MockHttpSession();
    private final TextField field = new TextField("Reason");

    @BeforeEach
    void openAForm() {
        TakenRoles.note(browser, List.of(Roles.OWNER));
        Div form = new Div(field);
        UnsavedChanges.of(form, () -> !field.isEmpty(), "It would be lost.");
        UI.getCurrent().add(form);
    }

    @Test
    void whatIsUnsavedStaysAndThePersonReadsThatItCannotBeSaved() {
        test(field).setValue("Lost in the flood");

        ReducedWindow.show(browser, UI.getCurrent());

        assertThat(isMadeAnew()).isFalse();
        assertThat(find(Notification.class).single().getElement().getTextRecursively())
                .startsWith("Your tenant took from you while you were signed in: ")
                .contains("Owner", "It stays here", "copy what you still need, then load the page again.");
        assertThat(field.getValue()).isEqualTo("Lost in the flood");
    }

    @Test
    void aWindowWithNothingUnsavedIsMadeAnew() {
        ReducedWindow.show(browser, UI.getCurrent());

        assertThat(isMadeAnew()).isTrue();
        assertThat(find(Notification.class).exists()).isFalse();
    }

    private boolean isMadeAnew() {
        String path = UI.getCurrent().getInternals().getActiveViewLocation().getPath();
        return TakenRoles.isMadeAnew(browser, path);
    }
}
