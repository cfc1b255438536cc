package org.deviceoffboarding.access.session;

import com.vaadin.flow.component.UI;
import jakarta.servlet.http.HttpSession;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.form.OpenForms;

/** A window of a person whom the tenant took a role from. */
final class ReducedWindow {

    private ReducedWindow() {}

    /** Makes it anew, unless something in it is unsaved: that stays, and the person is told. Called with the window's lock held. */
    static void show(HttpSession browser, UI window) {
        if (OpenForms.of(window).haveUnsaved()) {
            TakenRoles.besideUnsaved(browser).ifPresent(Notices::problem);
            return;
        }
        TakenRoles.madeAnew(
                browser, window.getInternals().getActiveViewLocation().getPath());
        window.getPage().reload();
    }
}
