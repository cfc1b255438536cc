package org.deviceoffboarding.demotenant.identity;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deviceoffboarding.demotenant.graph.faults.Fault;
import org.deviceoffboarding.demotenant.graph.faults.FaultSwitches;
import org.deviceoffboarding.demotenant.identity.page.SwitchForm;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The groups of the {@link SwitchesPage} beside refusals: permissions, roles, restricted devices, tokens. */
@Controller
class SwitchGroups {

    private static final String PERMISSIONS = SwitchesPage.PATH + "/permissions";
    private static final String ROLES = SwitchesPage.PATH + "/roles";
    private static final String RESTRICTED = SwitchesPage.PATH + "/restricted";
    private static final String TOKENS = SwitchesPage.PATH + "/tokens";
    private static final String DONE = "redirect:" + SwitchesPage.PATH + "?done=so";

    private static final String GUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final Duration WRONG = Duration.ofMinutes(10);

    private final IdentitySwitches switches;
    private final FaultSwitches faults;
    private final DemoPeople people;

    SwitchGroups(IdentitySwitches switches, FaultSwitches faults, DemoPeople people) {
        this.switches = switches;
        this.faults = faults;
        this.people = people;
    }

    String html(CsrfToken csrf) {
        return permissions(csrf) + roles(csrf) + restricted(csrf) + tokens(csrf);
    }

    private String permissions(CsrfToken csrf) {
        return new SwitchForm(
                        "Permissions",
                        "Withdrawn, no delegated token has it any more, whoever consented to it; granted, each has it, as after admin"
                                + " consent. The portal names the features that lack it.",
                        PERMISSIONS)
                .choice(
                        "permission",
                        "Permission",
                        Arrays.stream(Permission.values())
                                .filter(Permission::ofGraph)
                                .map(Permission::value)
                                .map(value -> SwitchForm.option(value, value)))
                .now(Stream.of(
                                described(
                                        "withdrawn: ",
                                        switches.withdrawn().stream().sorted().toList()),
                                described(
                                        "granted: ",
                                        switches.granted().stream().sorted().toList()))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("; ")))
                .html(csrf, SwitchForm.button("withdraw", "Withdraw"), SwitchForm.plainButton("grant", "Grant"));
    }

    private String roles(CsrfToken csrf) {
        return new SwitchForm(
                        "Roles",
                        "Roles in Entra, such as Cloud Device Administrator, limit what is done in somebody's name: ended, Graph answers"
                                + " 403. The app role limits what they may do in the portal, which asks for it again within a minute.",
                        ROLES)
                .choice(
                        "account",
                        "Whose",
                        people.all().stream()
                                .map(DemoPerson::userPrincipalName)
                                .map(name -> SwitchForm.option(name, name)))
                .now(Stream.of(
                                described("without roles in Entra: ", switches.withoutDirectoryRoles()),
                                described("without an app role: ", switches.withoutRole()))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("; ")))
                .html(
                        csrf,
                        SwitchForm.button("end-entra", "End the roles in Entra"),
                        SwitchForm.plainButton("give-entra", "Give them back"),
                        SwitchForm.button("end-app", "Take the app role"),
                        SwitchForm.plainButton("give-app", "Give it back"));
    }

    private String restricted(CsrfToken csrf) {
        return new SwitchForm(
                        "Restricted devices",
                        "As after somebody put the device into a restricted management administrative unit: read by itself it says so,"
                                + " and Graph refuses to change it with 403, whatever roles the caller has.",
                        RESTRICTED)
                .text("device", "Object ID of the device in Entra", GUID)
                .now(described("restricted: ", restrictedNow()))
                .html(
                        csrf,
                        SwitchForm.button("restrict", "Restrict"),
                        SwitchForm.plainButton("free", "Free all of them"));
    }

    private String tokens(CsrfToken csrf) {
        return new SwitchForm(
                        "Tokens and time",
                        "Expired, all refresh tokens are as old as ones that nobody used for 90 days; revoked, as after Revoke sessions."
                                + " Neither can be undone. Where the clock is wrong, answers and ID tokens are of ten minutes later. Away,"
                                + " the provider answers 503 to everything.",
                        TOKENS)
                .now(Stream.of(
                                switches.clockAhead().isZero() ? "" : "the clock is wrong",
                                switches.away() ? "the provider is away" : "")
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("; ")))
                .html(
                        csrf,
                        SwitchForm.button("expire", "Let them expire"),
                        SwitchForm.button("revoke", "Revoke them"),
                        SwitchForm.button(
                                "clock",
                                switches.clockAhead().isZero() ? "Set the clock wrong" : "Set the clock right"),
                        SwitchForm.button("away", switches.away() ? "Come back" : "Be away"));
    }

    @PostMapping(PERMISSIONS)
    String permission(@RequestParam String permission, @RequestParam String what) {
        switch (what) {
            case "withdraw" -> switches.withdraw(permission);
            case "grant" -> switches.grant(permission);
            default -> throw unknown();
        }
        return DONE;
    }

    @PostMapping(ROLES)
    String role(@RequestParam String account, @RequestParam String what) {
        switch (what) {
            case "end-entra" -> switches.endDirectoryRoles(account);
            case "give-entra" -> switches.giveDirectoryRoles(account);
            case "end-app" -> switches.endRole(account);
            case "give-app" -> switches.giveRole(account);
            default -> throw unknown();
        }
        return DONE;
    }

    @PostMapping(RESTRICTED)
    String restrict(@RequestParam(defaultValue = "") String device, @RequestParam String what) {
        switch (what) {
            case "restrict" -> {
                if (!Pattern.matches(GUID, device)) {
                    throw new IllegalArgumentException("A device is named by its object ID in Entra.");
                }
                faults.add(Fault.of(Fault.Kind.MANAGEMENT_RESTRICTED, "/devices/" + device, -1));
            }
            case "free" -> faults.remove(Fault.Kind.MANAGEMENT_RESTRICTED);
            default -> throw unknown();
        }
        return DONE;
    }

    @PostMapping(TOKENS)
    String tokens(@RequestParam String what) {
        switch (what) {
            case "expire" -> switches.expireRefreshTokens();
            case "revoke" -> switches.revokeRefreshTokens();
            case "clock" -> switches.setClockAhead(switches.clockAhead().isZero() ? WRONG : Duration.ZERO);
            case "away" -> switches.setAway(!switches.away());
            default -> throw unknown();
        }
        return DONE;
    }

    @ExceptionHandler(IllegalArgumentException.class)
    ResponseEntity<String> explain(IllegalArgumentException refused) {
        return ResponseEntity.badRequest().contentType(MediaType.TEXT_PLAIN).body(String.valueOf(refused.getMessage()));
    }

    private List<String> restrictedNow() {
        return faults.pending().stream()
                .filter(fault -> fault.kind() == Fault.Kind.MANAGEMENT_RESTRICTED)
                .map(fault -> fault.path().replaceFirst("^/devices/", ""))
                .distinct()
                .toList();
    }

    private static String described(String before, List<String> names) {
        return names.isEmpty() ? "" : before + String.join(", ", names);
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, "There is no such switch.");
    }
}
