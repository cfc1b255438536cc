package org.deviceoffboarding.demotenant.identity;

import java.security.Principal;
import java.util.stream.Collectors;
import org.deviceoffboarding.demotenant.identity.page.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** Where an administrator consents for the whole tenant to all that the portal's app registration lists. */
@Controller
class AdminConsentPage {

    static final String PATH = "/" + Contoso.TENANT_ID + "/adminconsent";

    private final IdentitySwitches switches;
    private final DemoPeople people;
    private final DemoClient client;

    AdminConsentPage(IdentitySwitches switches, DemoPeople people, DemoClient client) {
        this.switches = switches;
        this.people = people;
        this.client = client;
    }

    @GetMapping(path = PATH, produces = MediaType.TEXT_HTML_VALUE)
    @ResponseBody
    String show(@RequestParam("client_id") String clientId, Principal principal, CsrfToken csrf) {
        require(clientId, principal);
        return Page.html("Permissions requested", """
                <h1>Permissions requested for your organization</h1>
                <p class="lead"><strong>%s</strong> would like to, by itself and for everybody who uses it:</p>
                <ul class="permissions">
                %s
                </ul>
                <form method="post" action="%s">%s%s<div class="actions"><button class="primary">Accept</button></div></form>
                """.formatted(
                        Page.text(DemoClient.DISPLAY_NAME),
                        Permission.granted().stream()
                                .sorted()
                                .map(permission -> "<li><code>" + Page.text(permission) + "</code></li>")
                                .collect(Collectors.joining("\n")),
                        PATH,
                        Page.csrf(csrf),
                        Page.hidden("client_id", clientId)));
    }

    @PostMapping(path = PATH, produces = MediaType.TEXT_HTML_VALUE)
    @ResponseBody
    String accept(@RequestParam("client_id") String clientId, Principal principal) {
        require(clientId, principal);
        switches.consentForEverybody();
        return Page.html(
                "Granted", "<h1>Granted</h1><p class=\"lead\">Go back to the portal, and try again there.</p>");
    }

    private void require(String clientId, Principal principal) {
        if (!clientId.equals(client.clientId())) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "AADSTS700016: This tenant has no application with that client ID.");
        }
        boolean administrator = people.byObjectId(principal.getName())
                .map(switches::roleOf)
                .filter(AppRole.OWNER::equals)
                .isPresent();
        if (!administrator) {
            throw new ResponseStatusException(
                    HttpStatus.FORBIDDEN,
                    "AADSTS90094: The grant requires admin permission. In this tenant owners of the portal have that.");
        }
    }
}
