package org.deviceoffboarding.base.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.browserless.mocks.MockRequest;
import com.vaadin.browserless.mocks.MockResponse;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import jakarta.servlet.http.Cookie;
import java.util.List;
import org.deviceoffboarding.As;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Look;
import org.deviceoffboarding.base.Preferences;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.remediation.ui.News;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.test.context.support.WithAnonymousUser;
import org.springframework.security.test.context.support.WithMockUser;

/** Pages are light or dark as each person chose, from their first line on. */
@PortalTest
@ViewPackages(packages = "org.deviceoffboarding.suggestion.ui")
@WithMockUser(username = "anna", roles = Roles.READER)
class LooksTest extends SpringBrowserlessTest {

    private static final Actor BEN = new Actor("oid-ben", "Ben");

    @Autowired
    private Looks looks;

    @Autowired
    private Preferences preferences;

    @Autowired
    private ApplicationContext portal;

    private final MockResponse answer = new MockResponse();

    @Test
    void untilSomebodyChoosesPagesAreAsTheDeviceIsSet() {
        assertThat(ticked()).containsExactly("System");

        Element page = load();

        assertThat(page.attr("style")).isEqualTo("color-scheme: light dark");
        assertThat(page.hasAttr("theme")).isFalse();
        assertThat(answer.getCookies()).isEmpty();
    }

    @Test
    void aChoiceIsThatPersonsAloneAndTheBrowserRemembersIt() {
        looks.choose(Look.DARK);

        assertThat(ticked()).containsExactly("Dark");
        assertThat(preferences.get("look")).contains("dark");
        As.person(BEN, () -> assertThat(ticked()).containsExactly("System"));
        Element page = load();
        assertThat(page.attr("style")).isEqualTo("color-scheme: dark");
        assertThat(page.attr("theme")).isEqualTo("dark");
        assertThat(answer.getCookies()).singleElement().satisfies(cookie -> {
            assertThat(cookie.getName()).isEqualTo("portal-look");
            assertThat(cookie.getValue()).isEqualTo("dark");
            assertThat(cookie.getMaxAge()).isPositive();
            assertThat(cookie.isHttpOnly()).isTrue();
        });
    }

    @Test
    void everyWindowThatIsOpenFollows() {
        PersonMenu menu = portal.getAutowireCapableBeanFactory().createBean(PersonMenu.class);
        UI.getCurrent().add(menu);

        preferences.set("look", "dark"); // as another window of hers does
        News.tell(portal, new LookChosen());

        assertThat(ticked(menu)).containsExactly("Dark");
    }

    @Test
    void whoGoesBackToSystemFollowsTheDeviceAgain() {
        looks.choose(Look.LIGHT);
        assertThat(load().attr("theme")).isEqualTo("light");

        looks.choose(Look.SYSTEM);

        assertThat(ticked()).containsExactly("System");
        assertThat(load(new Cookie(Look.COOKIE, "light")).hasAttr("theme")).isFalse();
        assertThat(answer.getCookies()).extracting(Cookie::getValue).endsWith("system");
    }

    @Test
    @WithAnonymousUser
    void beforeSomebodySignsInTheBrowserKnowsWhatWasChosenLast() {
        assertThat(load(new Cookie(Look.COOKIE, "dark")).attr("theme")).isEqualTo("dark");
        assertThat(load(new Cookie(Look.COOKIE, "\"><script>")).hasAttr("theme"))
                .isFalse();
    }

    private List<String> ticked() {
        return ticked(portal.getAutowireCapableBeanFactory().createBean(PersonMenu.class));
    }

    private static List<String> ticked(PersonMenu menu) {
        return menu.getItems().getFirst().getSubMenu().getItems().stream()
                .filter(MenuItem::isChecked)
                .map(MenuItem::getText)
                .toList();
    }

    /** Returns the page's first element as a browser with these cookies loads it. */
    private Element load(Cookie... cookies) {
        ServiceInitEvent started = new ServiceInitEvent(VaadinService.getCurrent());
        looks.serviceInit(started);
        MockRequest request = new MockRequest(new com.vaadin.browserless.mocks.MockHttpSession(
                "one", new com.vaadin.browserless.mocks.MockContext(), 0, 60));
        List.of(cookies).forEach(request::addCookie);
        IndexHtmlResponse page = new IndexHtmlResponse(
                new VaadinServletRequest(request, null),
                new VaadinServletResponse(answer, null),
                Jsoup.parse("<html><body></body></html>"));
        started.getAddedIndexHtmlRequestListeners().forEach(listener -> listener.modifyIndexHtmlResponse(page));
        return page.getDocument().getElementsByTag("html").getFirst();
    }
}
