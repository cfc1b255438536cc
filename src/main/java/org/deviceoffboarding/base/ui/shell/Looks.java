package org.deviceoffboarding.base.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlRequestListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.Optional;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.Look;
import org.deviceoffboarding.base.Preferences;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Makes pages light or dark as each person chose, from their first line on, so that nothing flashes. The choice is the
 * person's, in every browser; the browser remembers it, too, for the pages that come before signing in.
 */
@Component
class Looks implements VaadinServiceInitListener {

    private static final String PREFERENCE = "look";
    private static final int SECONDS_REMEMBERED = 365 * 24 * 3600;

    private final Preferences preferences;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;

    Looks(Preferences preferences, CurrentActor currentActor, ApplicationEventPublisher events) {
        this.preferences = preferences;
        this.currentActor = currentActor;
        this.events = events;
    }

    @Override
    public void serviceInit(ServiceInitEvent started) {
        IndexHtmlRequestListener listener = this::apply;
        started.addIndexHtmlRequestListener(listener);
    }

    /** Returns what the person chose; as the device is set, until then. */
    Look chosen() {
        return keepsPreferences() ? preferred() : remembered(VaadinService.getCurrentRequest());
    }

    /** Shows all windows of the person in a look from now on, and remembers it. */
    void choose(Look look) {
        if (keepsPreferences()) {
            preferences.set(PREFERENCE, look.key());
        }
        remember(look, VaadinService.getCurrentRequest(), VaadinService.getCurrentResponse());
        show(look);
        events.publishEvent(new LookChosen());
    }

    /** Shows the window in a look. */
    static void show(Look look) {
        UI.getCurrent().getPage().setColorScheme(ColorScheme.Value.fromString(look.colorScheme()));
    }

    private void apply(IndexHtmlResponse page) {
        Look look = remembered(page.getVaadinRequest());
        if (keepsPreferences()) {
            try {
                look = preferred();
                remember(look, page.getVaadinRequest(), page.getVaadinResponse());
            } catch (DataAccessException databaseAway) {
                // The page says so itself, in the look that the browser remembers.
            }
        }
        Element html = page.getDocument().getElementsByTag("html").getFirst();
        html.attr("lang", "en"); // which all words are in, whatever the browser's language
        html.attr("style", "color-scheme: " + look.colorScheme());
        if (look == Look.SYSTEM) {
            html.removeAttr("theme");
        } else {
            html.attr("theme", look.key());
        }
    }

    private Look preferred() {
        return preferences.get(PREFERENCE).flatMap(Look::ofKey).orElse(Look.SYSTEM);
    }

    private boolean keepsPreferences() {
        return currentActor.may(Capability.READ);
    }

    private static Look remembered(@Nullable VaadinRequest request) {
        return Optional.ofNullable(request).map(VaadinRequest::getCookies).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> Look.COOKIE.equals(cookie.getName()))
                .findFirst()
                .flatMap(cookie -> Look.ofKey(cookie.getValue()))
                .orElse(Look.SYSTEM);
    }

    private static void remember(Look look, VaadinRequest request, @Nullable VaadinResponse response) {
        if (response == null || look == remembered(request)) {
            return;
        }
        Cookie cookie = new Cookie(Look.COOKIE, look.key());
        cookie.setPath(request.getContextPath() + "/");
        cookie.setMaxAge(SECONDS_REMEMBERED);
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }
}
