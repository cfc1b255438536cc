package org.deviceoffboarding.bench.pages;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** An owner at a browser window that shares nothing with others. */
final class MeasuredWindow implements AutoCloseable {

    private static final double PATIENCE_MILLIS = 600_000;

    /**
     * How long something took, in milliseconds.
     *
     * @param painted until all of it was to be seen
     * @param server for its longest answer
     */
    record Took(double painted, double server) {}

    /** What can be done on a page. */
    record Offers(List<String> sorters, List<List<String>> selects, boolean search, long rows) {}

    private final URI portal;
    private final BrowserContext context;
    private final Page page;

    private MeasuredWindow(URI portal, BrowserContext context) {
        this.portal = portal;
        this.context = context;
        this.page = context.newPage();
    }

    static MeasuredWindow signIn(Browser browser, URI portal) {
        MeasuredWindow person = new MeasuredWindow(
                portal, browser.newContext(new Browser.NewContextOptions().setViewportSize(1440, 1000)));
        person.context.setDefaultTimeout(PATIENCE_MILLIS);
        person.context.setDefaultNavigationTimeout(PATIENCE_MILLIS);
        person.context.addInitScript(Act.SCRIPT);
        person.page.navigate(portal.toString());
        person.page
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Olivia Berg"))
                .click();
        person.page.waitForURL(url -> url.startsWith(portal.toString()));
        person.offers();
        return person;
    }

    /** Loads a page as from a bookmark. */
    void load(String path) {
        page.navigate(portal.resolve(path).toString());
        offers();
    }

    Took act(Act act) {
        List<?> took = (List<?>) page.evaluate("act => bench.act(act)", act.words());
        return new Took(((Number) took.get(0)).doubleValue(), ((Number) took.get(1)).doubleValue());
    }

    @SuppressWarnings("unchecked")
    Offers offers() {
        List<Object> offers = (List<Object>) page.evaluate("() => bench.offers()");
        return new Offers(
                (List<String>) offers.get(0),
                (List<List<String>>) offers.get(1),
                (Boolean) offers.get(2),
                ((Number) offers.get(3)).longValue());
    }

    /** Sorts and searches from now on, until {@link #haveEnough()}. */
    void keepBusy(List<String> texts) {
        page.evaluate("texts => { bench.keepBusy(texts); }", texts);
    }

    void haveEnough() {
        page.evaluate("() => { window.benchEnough = true; }");
    }

    Path export(String link) {
        Download download = page.waitForDownload(
                new Page.WaitForDownloadOptions().setTimeout(PATIENCE_MILLIS),
                () -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link))
                        .click());
        return download.path();
    }

    @Override
    public void close() {
        context.close();
    }
}
