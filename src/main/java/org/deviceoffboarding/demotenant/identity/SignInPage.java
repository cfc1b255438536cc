package org.deviceoffboarding.demotenant.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Collectors;
import org.deviceoffboarding.demotenant.identity.page.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Where people pick who they are. */
@Controller
class SignInPage {

    static final String PATH = "/sign-in";

    private static final String UNKNOWN_PERSON =
            "<p class=\"error\" role=\"alert\">Nobody in this tenant has that name. Pick one of these people.</p>";

    private final DemoPeople people;
    private final RequestCache requests;

    SignInPage(DemoPeople people, RequestCache requests) {
        this.people = people;
        this.requests = requests;
    }

    @GetMapping(path = PATH, produces = MediaType.TEXT_HTML_VALUE)
    @ResponseBody
    String show(HttpServletRequest request, HttpServletResponse response, CsrfToken csrf) {
        String hint = hint(requests.getRequest(request, response));
        return Page.html("Pick who you are", """
                <h1>Pick who you are</h1>
                <p class="lead">to continue to <strong>%s</strong></p>
                %s
                <form method="post" action="%s">
                %s
                <ul class="people">
                %s
                </ul>
                </form>
                <p class="foot">Nobody here is real, and no password is needed. Each person has another role in the
                portal, so that you can see it as each of them does. To see what the portal makes of a refusal,
                <a href="%s">refuse somebody</a>.</p>
                """.formatted(
                Page.text(DemoClient.DISPLAY_NAME),
                request.getParameter("error") == null ? "" : UNKNOWN_PERSON,
                PATH,
                Page.csrf(csrf),
                people.all().stream()
                        .map(person -> card(person, person.userPrincipalName().equalsIgnoreCase(hint)))
                        .collect(Collectors.joining("\n")),
                SwitchesPage.PATH));
    }

    private static String card(DemoPerson person, boolean asked) {
        AppRole role = person.appRole();
        return """
                <li><button class="person%s" name="person" value="%s">
                <span class="initials" aria-hidden="true">%s</span>
                <span class="who"><span class="name">%s</span>
                <span class="upn">%s</span>
                <span class="what">%s</span></span>
                <span class="role%s">%s</span>
                </button></li>""".formatted(
                        asked ? " asked" : "",
                        Page.text(person.userPrincipalName()),
                        Page.text(person.givenName().substring(0, 1)
                                + person.familyName().substring(0, 1)),
                        Page.text(person.displayName()),
                        Page.text(person.userPrincipalName()).replace("@", "<wbr>@"),
                        Page.text(role == null ? "Was given no role yet" : role.summary()),
                        role == null ? " none" : "",
                        Page.text(role == null ? "No role" : role.value()));
    }

    private static @Nullable String hint(@Nullable SavedRequest request) {
        String[] hints = request == null ? null : request.getParameterValues("login_hint");
        return hints == null || hints.length == 0 ? null : hints[0];
    }
}
