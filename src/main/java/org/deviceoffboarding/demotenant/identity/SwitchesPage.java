package org.deviceoffboarding.demotenant.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.deviceoffboarding.demotenant.graph.faults.Fault;
import org.deviceoffboarding.demotenant.graph.faults.FaultSwitches;
import org.deviceoffboarding.demotenant.identity.page.Page;
import org.deviceoffboarding.demotenant.identity.page.SwitchForm;
import org.deviceoffboarding.demotenant.identity.refusal.SignInFault;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** Where somebody lets the tenant refuse and take away what the portal needs, to see what the portal makes of it, and give it back. */
@Controller
class SwitchesPage {

    static final String PATH = "/demo/switches";

    private static final String ACCEPT = PATH + "/accept";
    private static final String APP = "app";

    /** What Graph refuses an account of, beside what the provider does. */
    private static final List<Fault> OF_GRAPH = List.of(
            Fault.of(Fault.Kind.STATUS, "/devices*", -1).withStatus(403),
            Fault.of(Fault.Kind.NO_INTUNE_ROLE, "/deviceManagement/*", -1),
            Fault.of(Fault.Kind.NO_LICENCE, "/deviceManagement/*", -1),
            Fault.of(Fault.Kind.NO_INTUNE, "/deviceManagement/*", -1),
            Fault.of(Fault.Kind.CLAIMS_CHALLENGE, "*", -1));

    private final IdentitySwitches switches;
    private final FaultSwitches faults;
    private final DemoPeople people;
    private final SwitchGroups groups;

    SwitchesPage(IdentitySwitches switches, FaultSwitches faults, DemoPeople people, SwitchGroups groups) {
        this.switches = switches;
        this.faults = faults;
        this.people = people;
        this.groups = groups;
    }

    @GetMapping(path = PATH, produces = MediaType.TEXT_HTML_VALUE)
    @ResponseBody
    String show(@RequestParam(defaultValue = "") String done, CsrfToken csrf) {
        return Page.html(
                "Switches",
                "<h1>Switches</h1>\n<p class=\"lead\">Makes happen at once what takes weeks in a real tenant. Each holds from the next"
                        + " time on that the portal asks this tenant for a token, or Graph for something.</p>"
                        + (done.isEmpty() ? "" : "<p class=\"signed-in\" role=\"status\">" + told(done) + "</p>")
                        + refusals(csrf)
                        + groups.html(csrf)
                        + "<p><a href=\"" + ApplicationPage.PATH
                        + "\">App registration of the portal</a>: its own permissions, its secret, certificates</p>"
                        + SwitchForm.alone(ACCEPT, csrf, "Let everything be as usual again"));
    }

    private String refusals(CsrfToken csrf) {
        return new SwitchForm(
                        "Refuse somebody",
                        "The token endpoint refuses the account, or the portal itself, with Microsoft's code; what begins with Graph,"
                                + " Graph refuses. A challenge is met by a new sign-in that asks for its claims.",
                        PATH)
                .choice(
                        "account",
                        "Whom",
                        accounts()
                                .map(account -> SwitchForm.option(
                                        account, account.equals(APP) ? "the portal itself" : account)))
                .choice("why", "Why", reasons())
                .tick("whileSigningIn", "Already while they sign in, before there is a code")
                .html(csrf, SwitchForm.button("refuse", "Refuse"));
    }

    @PostMapping(PATH)
    String refuse(
            @RequestParam String account,
            @RequestParam String why,
            @RequestParam(defaultValue = "false") boolean whileSigningIn) {
        Fault ofGraph = OF_GRAPH.stream()
                .filter(fault -> nameOf(fault).equals(why))
                .findFirst()
                .orElse(null);
        if (ofGraph != null) {
            faults.add(account.equals(APP) ? ofGraph : ofGraph.onlyOf(account));
        } else {
            refuse(account, fault(why), whileSigningIn);
        }
        return "redirect:" + PATH + "?done=refused";
    }

    @PostMapping(ACCEPT)
    String acceptAll() {
        switches.reset();
        faults.clear();
        return "redirect:" + PATH + "?done=accepted";
    }

    private void refuse(String account, SignInFault fault, boolean whileSigningIn) {
        if (account.equals(APP)) {
            switches.refuseApp(fault);
        } else if (whileSigningIn) {
            switches.refuseWhileSigningIn(account, fault);
        } else {
            switches.refuse(account, fault);
        }
    }

    private static SignInFault fault(String name) {
        return Arrays.stream(SignInFault.values())
                .filter(fault -> fault.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST, "There is no such refusal."));
    }

    private Stream<String> accounts() {
        return Stream.concat(people.all().stream().map(DemoPerson::userPrincipalName), Stream.of(APP));
    }

    private static Stream<String> reasons() {
        return Stream.concat(
                Arrays.stream(SignInFault.values())
                        .map(fault -> SwitchForm.option(fault.name(), words(fault.name()) + " (" + fault.code() + ")")),
                OF_GRAPH.stream()
                        .map(fault -> SwitchForm.option(
                                nameOf(fault), "Graph: " + words(nameOf(fault).substring(6)))));
    }

    private static String nameOf(Fault fault) {
        return "GRAPH_"
                + (fault.kind() == Fault.Kind.STATUS
                        ? "ROLE_MISSING"
                        : fault.kind().name());
    }

    private static String words(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String told(String done) {
        return switch (done) {
            case "accepted" -> "Everything is as usual again, but what was revoked or has expired.";
            case "refused" -> "That account is refused from now on.";
            default -> "That is so from now on.";
        };
    }
}
