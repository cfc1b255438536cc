package org.deviceoffboarding.base.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.Optional;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.Roles;

/** Who is signed in, with which roles; light or dark; and the way out. */
@SpringComponent
@UIScope
class PersonMenu extends MenuBar {

    PersonMenu(CurrentActor currentActor, AuthenticationContext authentication) {
        addClassName("person-menu");
        addThemeVariants(MenuBarVariant.TERTIARY);
        Optional<Actor> signedIn = currentActor.find();
        String name = signedIn.map(PersonDisplay::name).orElse("Nobody");
        MenuItem person = addItem(signedIn.map(PersonDisplay::avatar).orElseGet(Avatar::new));
        person.setAriaLabel("Signed in as " + name);
        SubMenu menu = person.getSubMenu();
        menu.addItem(new Span(name)).setEnabled(false);
        signedIn.map(Actor::name)
                .filter(recorded -> !recorded.equals(name))
                .ifPresent(recorded -> menu.addItem(new Span(recorded)).setEnabled(false));
        menu.addItem(new Span(roles(currentActor))).setEnabled(false);
        menu.addSeparator();
        menu.addItem("Light", event -> show(ColorScheme.Value.LIGHT));
        menu.addItem("Dark", event -> show(ColorScheme.Value.DARK));
        menu.addItem("As the device", event -> show(ColorScheme.Value.SYSTEM));
        menu.addSeparator();
        menu.addItem("Sign out", event -> authentication.logout());
    }

    private static void show(ColorScheme.Value scheme) {
        UI.getCurrent().getPage().setColorScheme(scheme);
    }

    private static String roles(CurrentActor currentActor) {
        String roles = Roles.labels(currentActor.roles());
        return roles.isEmpty() ? "No role" : roles;
    }
}
