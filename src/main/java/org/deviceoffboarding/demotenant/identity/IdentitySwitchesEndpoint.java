package org.deviceoffboarding.demotenant.identity;

import java.time.Duration;
import java.util.Map;
import org.deviceoffboarding.demotenant.identity.refusal.SignInFault;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Turns the {@linkplain IdentitySwitches switches} from outside. Takes JSON only, which no form of a foreign page can send. */
@RestController
@RequestMapping(path = IdentitySwitchesEndpoint.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
class IdentitySwitchesEndpoint {

    static final String PATH = "/demo/identity";

    private static final String APP = "app";

    private final IdentitySwitches switches;

    IdentitySwitchesEndpoint(IdentitySwitches switches) {
        this.switches = switches;
    }

    /**
     * What to switch.
     *
     * @param refreshTokens what becomes of those issued until now
     * @param accessTokenSeconds how long access tokens issued from now on live
     * @param endRole whose app role is taken away, by user principal name as in the next two
     * @param refuseRefresh whose refresh tokens are taken back
     * @param signOut who is signed out, of which each portal is told by back-channel
     * @param grant a permission that an administrator consents to for everybody, such as {@code Application.Read.All}
     * @param withdraw a permission whose consent is withdrawn for everybody, until it is granted
     * @param endDirectoryRoles whose roles in Entra are ended, by user principal name as in the next
     * @param giveDirectoryRoles whose are given back
     * @param away whether the provider answers nothing but 503
     * @param refuse whom to refuse, and how
     * @param accept whom to accept again, by user principal name; {@code app} for the application
     * @param grantToApp a permission that an administrator consents to for the application itself
     * @param withdrawFromApp a permission whose consent is withdrawn from the application itself
     * @param secretExpired whether the client secret is older than it may be
     * @param trustWorkload whether tokens of the issuer of its own prove the app
     * @param addCertificate a certificate in PEM form, without its key, that proves the app from now on
     * @param clockAheadSeconds how far the provider's clock is ahead; behind where it is negative
     */
    record Change(
            @Nullable RefreshTokens refreshTokens,
            @Nullable Integer accessTokenSeconds,
            @Nullable String endRole,
            @Nullable String refuseRefresh,
            @Nullable String signOut,
            @Nullable String grant,
            @Nullable String withdraw,
            @Nullable String endDirectoryRoles,
            @Nullable String giveDirectoryRoles,
            @Nullable Boolean away,
            @Nullable Refusal refuse,
            @Nullable String accept,
            @Nullable String grantToApp,
            @Nullable String withdrawFromApp,
            @Nullable Boolean secretExpired,
            @Nullable Boolean trustWorkload,
            @Nullable String addCertificate,
            @Nullable Integer clockAheadSeconds) {

        /**
         * A refusal.
         *
         * @param account the user principal name; {@code app} for the application
         * @param fault why
         * @param whileSigningIn whether the authorization endpoint refuses, and not the token endpoint
         */
        record Refusal(
                String account, SignInFault fault, @Nullable Boolean whileSigningIn) {}

        enum RefreshTokens {
            EXPIRE,
            REVOKE
        }
    }

    @GetMapping
    Map<String, Object> show() {
        return Map.of("accessTokenSeconds", switches.accessTokenLifetime().toSeconds());
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> change(@RequestBody Change change) {
        if (change.accessTokenSeconds() != null) {
            switches.setAccessTokenLifetime(Duration.ofSeconds(change.accessTokenSeconds()));
        }
        if (change.refreshTokens() == Change.RefreshTokens.EXPIRE) {
            switches.expireRefreshTokens();
        }
        if (change.refreshTokens() == Change.RefreshTokens.REVOKE) {
            switches.revokeRefreshTokens();
        }
        if (change.grant() != null) {
            switches.grant(change.grant());
        }
        if (change.withdraw() != null) {
            switches.withdraw(change.withdraw());
        }
        if (change.endDirectoryRoles() != null) {
            switches.endDirectoryRoles(change.endDirectoryRoles());
        }
        if (change.giveDirectoryRoles() != null) {
            switches.giveDirectoryRoles(change.giveDirectoryRoles());
        }
        if (change.endRole() != null) {
            switches.endRole(change.endRole());
        }
        if (change.refuseRefresh() != null) {
            switches.refuseRefresh(change.refuseRefresh());
        }
        if (change.refuse() != null) {
            refuse(change.refuse());
        }
        if (change.accept() != null) {
            accept(change.accept());
        }
        changeApp(change);
        if (change.clockAheadSeconds() != null) {
            switches.setClockAhead(Duration.ofSeconds(change.clockAheadSeconds()));
        }
        if (change.away() != null) {
            switches.setAway(change.away());
        }
        if (change.signOut() != null) {
            switches.signOut(change.signOut());
        }
        return show();
    }

    private void changeApp(Change change) {
        if (change.grantToApp() != null) {
            switches.grantToApp(change.grantToApp());
        }
        if (change.withdrawFromApp() != null) {
            switches.withdrawFromApp(change.withdrawFromApp());
        }
        if (change.secretExpired() != null) {
            switches.expireSecret(change.secretExpired());
        }
        if (change.trustWorkload() != null) {
            switches.trustWorkload(change.trustWorkload());
        }
        if (change.addCertificate() != null) {
            switches.addCertificate(change.addCertificate());
        }
    }

    private void refuse(Change.Refusal refusal) {
        if (refusal.account().equals(APP)) {
            switches.refuseApp(refusal.fault());
        } else if (Boolean.TRUE.equals(refusal.whileSigningIn())) {
            switches.refuseWhileSigningIn(refusal.account(), refusal.fault());
        } else {
            switches.refuse(refusal.account(), refusal.fault());
        }
    }

    private void accept(String account) {
        if (account.equals(APP)) {
            switches.acceptApp();
        } else {
            switches.accept(account);
        }
    }

    @DeleteMapping
    Map<String, Object> reset() {
        switches.reset();
        return show();
    }

    @ExceptionHandler(IllegalArgumentException.class)
    ResponseEntity<Map<String, Object>> explain(IllegalArgumentException refused) {
        return ResponseEntity.badRequest().body(Map.of("error", String.valueOf(refused.getMessage())));
    }
}
