package org.deviceoffboarding.demotenant.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.deviceoffboarding.demotenant.identity.page.Page;
import org.deviceoffboarding.demotenant.identity.proof.AppCredentials;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** The portal's app registration as an administrator sees it: what it was granted for itself, and what proves it. */
@Controller
class ApplicationPage {

    static final String PATH = "/demo/application";

    private final IdentitySwitches switches;
    private final AppCredentials credentials;

    ApplicationPage(IdentitySwitches switches, AppCredentials credentials) {
        this.switches = switches;
        this.credentials = credentials;
    }

    @GetMapping(path = PATH, produces = MediaType.TEXT_HTML_VALUE)
    @ResponseBody
    String show(@RequestParam(defaultValue = "false") boolean saved, CsrfToken csrf) {
        return Page.html("App registration", """
                <h1>App registration of the portal</h1>
                <p class="lead">What is saved here holds for tokens from the next one on.</p>
                %s
                <form method="post" action="%s" class="switch">
                %s
                <h2>Application permissions with admin consent</h2>
                %s
                <h2>Certificates &amp; secrets</h2>
                %s
                %s
                <p><label>Add a certificate, without its key <textarea name="certificate" rows="6" cols="66"></textarea></label></p>
                <div class="actions"><button class="primary">Save</button></div>
                </form>
                """.formatted(
                        saved ? "<p class=\"signed-in\" role=\"status\">Saved.</p>" : "",
                        PATH,
                        Page.csrf(csrf),
                        permissions(switches.grantedToApp()),
                        box("secretExpired", "true", credentials.secretExpired(), "The client secret has expired"),
                        box(
                                "trustWorkload",
                                "true",
                                credentials.trustsWorkload(),
                                "Federated credential for tokens of " + credentials.workloadIssuer())));
    }

    @PostMapping(PATH)
    String save(
            @RequestParam(defaultValue = "") List<String> granted,
            @RequestParam(defaultValue = "false") boolean secretExpired,
            @RequestParam(defaultValue = "false") boolean trustWorkload,
            @RequestParam(defaultValue = "") String certificate) {
        try {
            if (!certificate.isBlank()) {
                switches.addCertificate(certificate.strip());
            }
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()), e);
        }
        Arrays.stream(Permission.values())
                .filter(Permission::ofApplications)
                .map(Permission::value)
                .forEach(permission -> {
                    if (granted.contains(permission)) {
                        switches.grantToApp(permission);
                    } else {
                        switches.withdrawFromApp(permission);
                    }
                });
        switches.expireSecret(secretExpired);
        switches.trustWorkload(trustWorkload);
        return "redirect:" + PATH + "?saved=true";
    }

    private static String permissions(Set<String> granted) {
        return Arrays.stream(Permission.values())
                .filter(Permission::ofApplications)
                .map(each -> box(
                        "granted", each.value(), granted.contains(each.value()), each.value() + ": " + each.words()))
                .collect(Collectors.joining("\n"));
    }

    private static String box(String name, String value, boolean checked, String words) {
        return "<p><label><input type=\"checkbox\" name=\"" + name + "\" value=\"" + Page.text(value) + "\""
                + (checked ? " checked" : "") + "> " + Page.text(words) + "</label></p>";
    }
}
