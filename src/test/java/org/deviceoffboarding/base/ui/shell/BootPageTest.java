package org.deviceoffboarding.base.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.browserless.mocks.MockContext;
import com.vaadin.browserless.mocks.MockHttpSession;
import com.vaadin.browserless.mocks.MockRequest;
import com.vaadin.browserless.mocks.MockResponse;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Roles;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

/** A window is never blank while its page loads. */
@PortalTest
@ViewPackages(packages = "org.deviceoffboarding.suggestion.ui")
@WithMockUser(roles = Roles.READER)
class BootPageTest extends SpringBrowserlessTest {

    private static final String ANSWER = """
            <html><head>
            <link rel="icon" href="images/icon.svg">
            <link rel="stylesheet" href="aura/aura.css"><link rel="stylesheet" href="styles/portal.css">
            <script type="module" src="VAADIN/build/indexhtml.js"></script>
            </head><body><div id="outlet"></div></body></html>
            """;

    @Autowired
    private ObjectProvider<VaadinServiceInitListener> listeners;

    @Test
    void theFirstAnswerSaysWhatLoads() {
        Document page = load();

        assertThat(page.title()).isEqualTo(PageTitles.PRODUCT);
        assertThat(page.body().child(0).id()).isEqualTo("boot");
        assertThat(page.body().child(0).attr("role")).as("a landmark").isEqualTo("main");
        assertThat(page.select("[role=main] .boot-name")).hasSize(1);
        assertThat(page.body().child(0).text()).contains(PageTitles.PRODUCT, "Loading…");
        assertThat(page.body().child(1).id()).isEqualTo("outlet");
    }

    @Test
    void nothingIsWaitedForBeforeItIsShown() {
        Document page = load();

        assertThat(page.head().select("link[rel=stylesheet], script:not([type=module])[src]"))
                .isEmpty();
        assertThat(page.body().select("link[rel=stylesheet]").eachAttr("href"))
                .containsExactly("aura/aura.css", "styles/portal.css");
        assertThat(page.select("#boot ~ link[rel=stylesheet]")).hasSize(2);
        assertThat(page.head().select("link[rel=icon]")).hasSize(1);
    }

    @Test
    void itIsLightOrDarkAsPagesAreAndGoesOnceOneIsThere() {
        Document page = load();

        assertThat(page.head().getElementsByTag("style").html())
                .contains(
                        "light-dark(#f3f5f8, #12161d)",
                        "body:has(#outlet > :not(output) > *) > #boot { display: none; }");
        assertThat(page.getElementsByTag("html").attr("style")).isEqualTo("color-scheme: light dark");
    }

    private Document load() {
        ServiceInitEvent started = new ServiceInitEvent(VaadinService.getCurrent());
        listeners.stream()
                .filter(listener -> listener instanceof BootPage || listener instanceof Looks)
                .forEach(listener -> listener.serviceInit(started));
        IndexHtmlResponse page = new IndexHtmlResponse(
                new VaadinServletRequest(new MockRequest(new MockHttpSession("one", new MockContext(), 0, 60)), null),
                new VaadinServletResponse(new MockResponse(), null),
                Jsoup.parse(ANSWER));
        started.getAddedIndexHtmlRequestListeners().forEach(listener -> listener.modifyIndexHtmlResponse(page));
        return page.getDocument();
    }
}
