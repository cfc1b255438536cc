package org.deviceoffboarding.demotenant.identity;

import java.security.Principal;
import org.deviceoffboarding.demotenant.identity.page.Page;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** What someone sees who came here by hand, not from the portal. */
@Controller
class HomePage {

    static final String PATH = "/";
    static final String SIGN_OUT = "/sign-out";

    private final DemoPeople people;

    HomePage(DemoPeople people) {
        this.people = people;
    }

    @GetMapping(path = PATH, produces = MediaType.TEXT_HTML_VALUE)
    @ResponseBody
    String show(Principal principal, CsrfToken csrf) {
        String name = people.byObjectId(principal.getName())
                .map(DemoPerson::displayName)
                .orElse("someone unknown");
        return Page.html("Signed in", """
                <h1>You are signed in as %s</h1>
                <p class="lead">This is the demo tenant behind the portal. Open the portal to go on.</p>
                <div class="actions"><form method="post" action="%s">%s<button>Sign out</button></form></div>
                """.formatted(Page.text(name), SIGN_OUT, Page.csrf(csrf)));
    }
}
