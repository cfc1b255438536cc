package org.deviceoffboarding.demotenant.identity;

import java.net.CookieStore;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** A person of the demo tenant at a portal that runs elsewhere: follows redirects and answers what the tenant asks. */
public final class Visit {

    private static final Pattern FORM =
            Pattern.compile("<form method=\"post\" action=\"([^\"]+)\">(.*?)</form>", Pattern.DOTALL);
    private static final Pattern ACTION = Pattern.compile("class=\"action\" href=\"([^\"]+)\"");
    private static final Pattern HIDDEN = Pattern.compile("type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final Browser browser = new Browser();
    private final URI portal;
    private String person;
    private String read = "";
    private URI shown;

    /**
     * @param portal with its path, if it has one
     * @param person such as {@code owner}
     */
    public Visit(URI portal, String person) {
        this.portal = portal;
        this.person = person;
        this.shown = portal;
    }

    /** Signs in, and returns the path of the page that the person arrives at. */
    public String signIn() {
        return open("/oauth2/authorization/tenant");
    }

    /** Signs in as somebody else in the same browser, once the tenant no longer knows the one before. */
    public String signInAs(String another) {
        CookieStore store = browser.cookies().getCookieStore();
        List.copyOf(store.getCookies()).stream()
                .filter(cookie -> cookie.getName().equals("DEMOTENANTSESSION"))
                .forEach(cookie -> store.remove(null, cookie));
        person = another;
        return signIn();
    }

    /** Starts the agent as the button in the settings does, and returns the path of the page that the person arrives at. */
    public String startAgent() {
        return arrive(browser.follow(at("/oauth2/authorization/agent"), at("/settings")));
    }

    /**
     * Answers what the tenant asks after a request that the portal sent the person to it with, and returns the address at the
     * portal, not yet visited, that leads back.
     */
    public URI answer(URI request) {
        Browser.Answer answer = browser.get(request);
        while (answer.location() == null || answer.location().getAuthority().equals(request.getAuthority())) {
            answer = next(answer);
        }
        return answer.location();
    }

    /** Opens a page, answers what the tenant asks on the way, and returns the path of the page that the person arrives at. */
    public String open(String path) {
        return arrive(browser.get(at(path)));
    }

    private URI at(String path) {
        return URI.create(portal.toString().replaceFirst("/$", "") + path);
    }

    /** Returns the header that the browser sends to the portal after signing in. */
    public String cookies() {
        return browser.cookies().getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().endsWith("PORTALSESSION"))
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private String arrive(Browser.Answer first) {
        Browser.Answer answer = first;
        while (answer.location() != null || asks(answer)) {
            answer = next(answer);
        }
        read = answer.body();
        shown = answer.response().uri();
        return path(answer);
    }

    /** The portal that the browser was signed in to is gone, with its memory; another one answers in its place. */
    public void keepsTheCookieOfAKilledPortal() {
        browser.cookies().getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().endsWith("PORTALSESSION"))
                .forEach(cookie -> cookie.setValue("OF-BEFORE"));
    }

    /** Sends what a page sends for a click, and returns what it is answered. */
    public String click() {
        return browser.postJson(at("/?v-r=uidl&v-uiId=0"), "{\"rpc\":[],\"syncId\":1,\"clientId\":1}")
                .body();
    }

    /** Goes where the page that is shown leads the browser by itself, and returns the path of the page that the person arrives at. */
    public String isLedTo(String path) {
        return arrive(browser.follow(at(path), shown));
    }

    /** Follows what a plain page offers, and returns the address, within the portal, of the page that the person arrives at. */
    public String followAction() {
        Matcher action = ACTION.matcher(read);
        if (!action.find()) {
            throw new AssertionError("Nothing to follow in " + read);
        }
        arrive(browser.follow(shown.resolve(HtmlUtils.htmlUnescape(action.group(1))), shown));
        return shown.getRawQuery() == null ? shown.getRawPath() : shown.getRawPath() + "?" + shown.getRawQuery();
    }

    /** Returns the page that the person arrived at last, as HTML. */
    public String read() {
        return read;
    }

    private static boolean asks(Browser.Answer answer) {
        return Set.of(SignInPage.PATH, ConsentPage.PATH).contains(path(answer));
    }

    /** Follows a redirect, or fills in the form of a page that asks something. */
    private Browser.Answer next(Browser.Answer answer) {
        if (answer.location() != null) {
            return browser.get(answer.location());
        }
        return send(
                answer, path(answer).equals(SignInPage.PATH) ? "&person=" + encoded(person + "@contoso.example") : "");
    }

    private static String path(Browser.Answer answer) {
        return answer.response().uri().getPath();
    }

    /** Sends the first form of a page. */
    private Browser.Answer send(Browser.Answer page, String more) {
        Matcher form = FORM.matcher(page.body());
        if (!form.find()) {
            throw new AssertionError("No form in " + page.body());
        }
        String fields = HIDDEN.matcher(form.group(2))
                .results()
                .map(field -> encoded(field.group(1)) + "=" + encoded(HtmlUtils.htmlUnescape(field.group(2))))
                .collect(Collectors.joining("&"));
        return browser.post(page.response().uri().resolve(form.group(1)), fields + more);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
