package org.deviceoffboarding.access.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedHttpSession;
import java.util.Optional;
import org.deviceoffboarding.access.session.TakenRoles;
import org.deviceoffboarding.base.ui.Callout;
import org.deviceoffboarding.base.ui.shell.ShellSection;
import org.springframework.core.annotation.Order;

/** Says above every page why there is less on it than before: a role was taken away in the middle of the session. */
@org.springframework.stereotype.Component
@Order(5)
class TakenRolesNotice implements ShellSection {

    @Override
    public Component create() {
        Div place = new Div();
        sentence()
                .map(Callout::attention)
                .map(notice -> notice.saidAs("status"))
                .ifPresent(place::add);
        place.setVisible(place.getComponentCount() > 0);
        return place;
    }

    private static Optional<String> sentence() {
        return VaadinSession.getCurrent().getSession() instanceof WrappedHttpSession session
                ? TakenRoles.sentence(session.getHttpSession())
                : Optional.empty();
    }
}
