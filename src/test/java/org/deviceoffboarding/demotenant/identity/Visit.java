package org.deviceoffboarding.demotenant.identity;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** A person of the demo tenant at a portal that runs elsewhere: follows redirects and answers what the tenant asks. */
public final class Visit {

    private static final Pattern FORM =
            Pattern.compile("<form method=\"post\" action=\"([^\"]+)\">(.*?)</form>", Pattern.DOTALL);
    private static final Pattern HIDDEN = Pattern.compile("type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final Browser browser = new Browser();
    private final URI portal;
    private final String person;

    /** @param person such as {@code owner} */
    public Visit(URI portal, String person) {
        this.portal = portal;
        this.person = person;
    }

    /** Signs in, and returns the path of the page that the person arrives at. */
    public String signIn() {
        return open("/oauth2/authorization/tenant");
    }

    /** Starts the agent as the button in the settings does, and returns the path of the page that the person arrives at. */
    public String startAgent() {
        return open("/oauth2/authorization/agent");
    }

    private String open(String path) {
        Browser.Answer answer = browser.get(portal.resolve(path));
        while (true) {
            URI here = answer.response().uri();
            if (answer.location() != null) {
                answer = browser.get(answer.location());
            } else if (here.getPath().equals(SignInPage.PATH)) {
                answer = send(answer, "&person=" + encoded(person + "@contoso.example"));
            } else if (here.getPath().equals(ConsentPage.PATH)) {
                answer = send(answer, "");
            } else {
                return here.getPath();
            }
        }
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
