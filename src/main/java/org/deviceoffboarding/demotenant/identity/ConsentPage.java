package org.deviceoffboarding.demotenant.identity;

import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.deviceoffboarding.demotenant.identity.page.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/** Where people say whether an application gets what it asks for. */
@Controller
class ConsentPage {

    static final String PATH = "/consent";

    private static final String CANCEL = PATH + "/cancel";
    private static final OAuth2TokenType STATE = new OAuth2TokenType(OAuth2ParameterNames.STATE);

    private final DemoPeople people;
    private final Grants grants;

    ConsentPage(DemoPeople people, Grants grants) {
        this.people = people;
        this.grants = grants;
    }

    @GetMapping(path = PATH, produces = MediaType.TEXT_HTML_VALUE)
    @ResponseBody
    String show(@RequestParam String state, Principal principal, CsrfToken csrf) {
        OAuth2AuthorizationRequest request = request(question(state, principal));
        DemoPerson person = people.byObjectId(principal.getName()).orElseThrow(ConsentPage::noQuestion);
        return Page.html("Permissions requested", """
                <h1>Permissions requested</h1>
                <p class="lead"><strong>%s</strong> would like to:</p>
                <ul class="permissions">
                %s
                </ul>
                <p class="signed-in">Signed in as <strong>%s</strong> (%s). What it does in your name, it can do only as
                far as you may yourself.</p>
                <div class="actions">
                <form method="post" action="%s">%s%s%s<button class="primary">Accept</button></form>
                <form method="post" action="%s">%s%s<button>Cancel</button></form>
                </div>
                """.formatted(
                        Page.text(DemoClient.DISPLAY_NAME),
                        permissions(request.getScopes()),
                        Page.text(person.displayName()),
                        Page.text(person.userPrincipalName()),
                        IssuerPaths.AUTHORIZE,
                        Page.hidden(OAuth2ParameterNames.CLIENT_ID, request.getClientId()),
                        Page.hidden(OAuth2ParameterNames.STATE, state),
                        request.getScopes().stream()
                                .map(scope -> Page.hidden(OAuth2ParameterNames.SCOPE, scope))
                                .collect(Collectors.joining()),
                        CANCEL,
                        Page.hidden(OAuth2ParameterNames.STATE, state),
                        Page.csrf(csrf)));
    }

    /** Sends a person who declined back to the application, which is told so. Earlier consent stands. */
    @PostMapping(CANCEL)
    String cancel(@RequestParam String state, Principal principal) {
        OAuth2Authorization question = question(state, principal);
        grants.remove(question);
        OAuth2AuthorizationRequest request = request(question);
        return "redirect:"
                + UriComponentsBuilder.fromUriString(String.valueOf(request.getRedirectUri()))
                        .queryParam("error", OAuth2ErrorCodes.ACCESS_DENIED)
                        .queryParam("error_description", "{description}")
                        .queryParamIfPresent(
                                "state", Optional.ofNullable(request.getState()).map(given -> "{state}"))
                        .encode()
                        .buildAndExpand(
                                "AADSTS65004: User declined to consent to access the app.",
                                String.valueOf(request.getState()))
                        .toUriString();
    }

    private static String permissions(Set<String> scopes) {
        return Permission.among(scopes).stream()
                .map(permission -> "<li><span>%s</span> <code>%s</code></li>"
                        .formatted(Page.text(permission.words()), Page.text(permission.value())))
                .collect(Collectors.joining("\n"));
    }

    private OAuth2Authorization question(String state, Principal principal) {
        return Optional.ofNullable(grants.findByToken(state, STATE))
                .filter(question -> question.getPrincipalName().equals(principal.getName()))
                .orElseThrow(ConsentPage::noQuestion);
    }

    private static OAuth2AuthorizationRequest request(OAuth2Authorization question) {
        OAuth2AuthorizationRequest request = question.getAttribute(OAuth2AuthorizationRequest.class.getName());
        if (request == null) {
            throw noQuestion();
        }
        return request;
    }

    private static ResponseStatusException noQuestion() {
        return new ResponseStatusException(
                HttpStatus.BAD_REQUEST,
                "This question was answered already, or is too old. Go back to the application and start again.");
    }
}
