package org.deviceoffboarding.base.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.Optional;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.PersonDisplay;
import org.deviceoffboarding.base.ui.form.OpenForms;
import org.deviceoffboarding.base.ui.keyboard.Shortcuts;

/** Who is signed in, with which roles; light or dark; and the way out. */
@SpringComponent
@UIScope
class PersonMenu extends MenuBar {

    PersonMenu(
            CurrentActor currentActor,
            AuthenticationContext authentication,
            Looks looks,
            Shortcuts shortcuts,
            OpenPages openPages) {
        addClassName("person-menu");
        addThemeVariants(MenuBarVariant.TERTIARY);
        Optional<Actor> signedIn = currentActor.find();
        String name = signedIn.map(PersonDisplay::name).orElse("Nobody");
        Span shown = new Span(name);
        shown.addClassName("person-menu-name");
        MenuItem person = addItem(new Div(signedIn.map(PersonDisplay::avatar).orElseGet(Avatar::new), shown));
        person.setAriaLabel("Signed in as " + name);
        SubMenu menu = person.getSubMenu();
        menu.addItem(new Span(name)).setEnabled(false);
        signedIn.map(Actor::name)
                .filter(recorded -> !recorded.equals(name))
                .ifPresent(recorded -> menu.addItem(new Span(recorded)).setEnabled(false));
        menu.addItem(new Span(roles(currentActor))).setEnabled(false);
        menu.addSeparator();
        new LookChoice(looks).addTo(menu, this, openPages);
        menu.addSeparator();
        menu.addItem("Keyboard shortcuts", event -> shortcuts.show());
        menu.addItem("Sign out", event -> OpenForms.of(UI.getCurrent()).leave(authentication::logout));
    }

    private static String roles(CurrentActor currentActor) {
        String roles = Roles.labels(currentActor.roles());
        return roles.isEmpty() ? "No role" : roles;
    }
}
