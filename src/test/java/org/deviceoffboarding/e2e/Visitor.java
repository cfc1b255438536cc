package org.deviceoffboarding.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Someone at a browser of their own. What the browser complains about (errors in the console, violations of the
 * Content-Security-Policy, scripts that fail, parts of a page that never came) is kept, and fails the test at its end.
 */
final class Visitor implements AutoCloseable {

    private static final Set<String> PARTS_OF_A_PAGE = Set.of("script", "stylesheet", "font", "image");

    private final Portal portal;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final List<Download> downloads = new ArrayList<>();
    private int clicks;

    Visitor(Portal portal, BrowserContext context) {
        this.portal = portal;
        this.context = context;
        context.onConsoleMessage(this::listen);
        context.onWebError(error -> complaints.add(error.page().url() + ": " + error.error()));
        context.onRequestFailed(this::listen);
        context.onRequest(portal.traces()::note);
        this.page = context.newPage();
        page.onDownload(downloads::add);
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** Opens the portal, is sent to the tenant, and picks who to be. */
    Visitor signIn(Person person) {
        page.navigate(portal.url());
        click(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(person.displayName())));
        assertThat(heading()).isVisible();
        settle();
        portal.traces().noteSessions(context);
        return this;
    }

    /** Opens a page of the portal by its address and waits until all of it is there. */
    Response open(String path) {
        Response response = page.navigate(portal.url() + path);
        settle();
        return response;
    }

    /** Goes to another page as by a link: what the browser loaded stays, which is most of its work. The same page is loaded again. */
    void goTo(String path) {
        String address = portal.url() + path;
        if (page.url().equals(address)) {
            open(path);
            return;
        }
        page.evaluate("""
                address => {
                  const link = document.createElement('a');
                  link.href = address;
                  document.body.append(link);
                  link.click();
                  link.remove();
                }
                """, address);
        awaitAddress(address);
        settle();
    }

    /** A list adds what it remembers to the address. */
    private void awaitAddress(String address) {
        String remembered = address + (address.contains("?") ? "&" : "?");
        try {
            page.waitForURL(reached -> reached.equals(address) || reached.startsWith(remembered));
        } catch (TimeoutError e) {
            throw new AssertionError("A link to " + address + " led to " + page.url(), e);
        }
    }

    /** Opens a page that is answered with an error status, which the browser's console says, too. */
    void openRefused(String path, int status) {
        assertThat(openRefused(path)).isEqualTo(status);
    }

    /** Opens a page that may be answered with an error status, and returns that. */
    int openRefused(String path) {
        int status = open(path).status();
        complaints.removeIf(complaint -> complaint.contains("status of " + status));
        return status;
    }

    /** Clicks as a person does, and counts. */
    void click(Locator target) {
        clicks++;
        target.click();
    }

    int clicks() {
        return clicks;
    }

    void forgetClicks() {
        clicks = 0;
    }

    /** Returns the heading that says which page this is. */
    Locator heading() {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Returns a field for text; a page's landmark may have the same name. */
    Locator textBox(String name) {
        return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(name));
    }

    /** Returns what a field says is wrong, apart from the page's own region where a screen reader is told the same. */
    Locator errorOf(String name) {
        return page.locator("[has-error-message]")
                .filter(new Locator.FilterOptions().setHas(textBox(name)))
                .locator("[slot='error-message']");
    }

    Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    /** Returns the card under a heading of the second level. */
    Locator section(String title) {
        return page.locator("vaadin-card")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(
                                AriaRole.HEADING,
                                new Page.GetByRoleOptions().setName(title).setExact(true))));
    }

    /** Returns the page's first table. */
    Table table() {
        return table(page.locator("body"));
    }

    Table table(Locator within) {
        return new Table(this, within.locator("vaadin-grid").first());
    }

    /** Waits until the server has answered everything that this page asked and the tables are filled. */
    void settle() {
        page.waitForFunction(
                """
                () => document.readyState === 'complete'
                    && Object.values(window.Vaadin?.Flow?.clients ?? {}).every(client => !client.isActive?.())
                    && [...document.querySelectorAll('vaadin-grid')].every(grid => !grid.loading)
                """, null, new Page.WaitForFunctionOptions().setPollingInterval(Chromium.MILLIS_BETWEEN_LOOKS));
    }

    List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        leaveTraces();
        context.close();
    }

    private void leaveTraces() {
        portal.traces().noteSessions(context);
        downloads.forEach(portal.traces()::keep);
        if (!page.isClosed() && page.url().startsWith(portal.url())) {
            portal.traces().keep(page);
        }
    }

    private void listen(ConsoleMessage message) {
        if (message.type().equals("error") || message.text().contains("Content Security Policy")) {
            complaints.add(message.page().url() + ": " + message.text());
        }
    }

    /** Whoever leaves a page ends its requests, which the browser calls aborted. */
    private void listen(Request request) {
        if (PARTS_OF_A_PAGE.contains(request.resourceType()) && !"net::ERR_ABORTED".equals(request.failure())) {
            complaints.add(request.url() + ": " + request.failure());
        }
    }
}
