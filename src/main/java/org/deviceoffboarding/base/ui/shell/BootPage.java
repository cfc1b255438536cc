package org.deviceoffboarding.base.ui.shell;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlRequestListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/**
 * Shows what a window has until its page is there: the product's name, and that it loads. It needs nothing but the first answer: its
 * style is in it, in the colours that pages have, light or dark as {@link Looks} say; and style sheets, for which a browser would
 * keep the window blank, stand behind it. Scripts wait for those nevertheless, so that no page is shown without them.
 */
@Component
class BootPage implements VaadinServiceInitListener {

    /** Goes once a page has come into Vaadin's place for it. The colours are those of surface.css. */
    private static final String STYLE = """
            html { background: light-dark(#f3f5f8, #12161d); }
            #boot { color: light-dark(#1b2330, #e8edf4); display: grid; font: 16px/1.5 system-ui, sans-serif; inset: 0;
              place-content: center; position: fixed; text-align: center; }
            #boot p { margin: 0; }
            #boot .boot-name { font-size: 20px; font-weight: 600; }
            #boot .boot-state { color: light-dark(#5b6676, #9aa6b8); }
            body:has(#outlet > :not(output) > *) > #boot { display: none; }
            """;

    @Override
    public void serviceInit(ServiceInitEvent started) {
        IndexHtmlRequestListener listener = BootPage::addTo;
        started.addIndexHtmlRequestListener(listener);
    }

    private static void addTo(IndexHtmlResponse answer) {
        Document page = answer.getDocument();
        page.title(PageTitles.PRODUCT);
        page.head().prependElement("style").appendChild(new DataNode(STYLE));
        page.body().prependChild(boot());
        page.head().select("link[rel=stylesheet]").forEach(page.body()::appendChild);
    }

    private static Element boot() {
        Element boot = new Element("div").attr("id", "boot").attr("role", "main");
        boot.appendElement("p").addClass("boot-name").text(PageTitles.PRODUCT);
        boot.appendElement("p").addClass("boot-state").attr("role", "status").text("Loading…");
        boot.appendElement("noscript").appendElement("p").text("It needs JavaScript, which is off in this browser.");
        return boot;
    }
}
