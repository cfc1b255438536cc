package org.deviceoffboarding.signin;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What Microsoft's numbers mean: the one place that knows them.
 *
 * <p>Source, where nothing else is said: <em>Microsoft Entra authentication and authorization error codes</em>,
 * {@code https://learn.microsoft.com/entra/identity-platform/reference-error-codes}, whose text of 24 April 2024 is
 * {@code MicrosoftDocs/entra-docs/docs/identity-platform/reference-error-codes.md}. It says that numbers change, and that an
 * app goes by OAuth's own error first of all: a number that is not here means what OAuth's error beside it does.
 *
 * <ul>
 *   <li>700082 ExpiredOrRevokedGrantInactiveToken, 70008 ExpiredOrRevokedGrant, 700084 (a token of a single page app): expired.
 *   <li>50173 FreshTokenNeeded (revoked, or the password changed), 50132 SsoArtifactInvalidOrExpired and 50133
 *       SsoArtifactRevoked (password expired or changed): revoked.
 *   <li>70043 BadTokenDueToSignInFrequency, 50089 (flow token expired): too old.
 *   <li>50072, 50074, 50076, 50078, 50079 UserStrongAuth…, 53004 ProofUpBlockedDueToRisk: second factor.
 *   <li>53003 BlockedByConditionalAccess, 53000 to 53002 (device or app), 530032, 530035, 50131 and 50005, 50097, 50158: Conditional
 *       Access and what it asks for.
 *   <li>65001 DelegationDoesNotExist, 90008 and 650056: consent missing; 65004 UserDeclinedConsent; 90094 AdminConsentRequired and
 *       90095 AdminConsentRequiredRequestAccess.
 *   <li>7000222 InvalidClientSecretExpiredKeysProvided; 7000215 and 70002 InvalidClient, 7000218 (neither secret nor
 *       assertion).
 *   <li>700027 (signature of a client assertion), 700030 (subject of a certificate), 50012 AuthenticationFailed: certificate.
 *   <li>700229: federated token. 70021, 700211, 700212 and 700213 are not on that page; their sentence is <em>No matching federated
 *       identity record found for presented assertion</em>, see <em>Troubleshoot workload identity federation</em>.
 *   <li>500133 (assertion not within its valid time range). 700024 is not on that page; its sentence is <em>Client assertion is not
 *       within its valid time range. Current time: …</em>, which refers to <em>Certificate credentials</em>.
 *   <li>50057 UserDisabled; 50105 EntitlementGrantsNotFound; 50034 UserAccountNotFound, 51004 UserAccountNotInDirectory, 50020
 *       UserUnauthorized, 50014 GuestUserInPendingState.
 *   <li>700016 UnauthorizedClient_DoesNotMatchRequest, 700011 UnauthorizedClientAppNotFoundInOrgIdTenant, 70001 and 7000112 (app
 *       disabled); 90002 InvalidTenantName.
 * </ul>
 */
final class MicrosoftCodes {

    private static final Map<SignInReason, List<Integer>> CODES = Map.ofEntries(
            entry(SignInReason.EXPIRED, List.of(700082, 70008, 700084)),
            entry(SignInReason.REVOKED, List.of(50173, 50132, 50133)),
            entry(SignInReason.SIGN_IN_TOO_OLD, List.of(70043, 50089)),
            entry(SignInReason.SECOND_FACTOR, List.of(50076, 50079, 50072, 50074, 50078, 53004)),
            entry(SignInReason.INTERACTION, List.of(50158, 50097, 700020)),
            entry(SignInReason.CONDITIONAL_ACCESS, List.of(53003, 53000, 53001, 53002, 530032, 530035, 50131, 50005)),
            entry(SignInReason.CONSENT_MISSING, List.of(65001, 90008, 650056)),
            entry(SignInReason.CONSENT_DECLINED, List.of(65004)),
            entry(SignInReason.ADMIN_CONSENT, List.of(90094, 90095)),
            entry(SignInReason.SECRET_EXPIRED, List.of(7000222)),
            entry(SignInReason.SECRET_WRONG, List.of(7000215, 70002, 7000218)),
            entry(SignInReason.CERTIFICATE, List.of(700027, 700030, 50012)),
            entry(SignInReason.FEDERATED_TOKEN, List.of(700229, 70021, 700211, 700212, 700213)),
            entry(SignInReason.CLOCK, List.of(700024, 500133)),
            entry(SignInReason.ACCOUNT_DISABLED, List.of(50057)),
            entry(SignInReason.NOT_ASSIGNED, List.of(50105)),
            entry(SignInReason.ACCOUNT_UNKNOWN, List.of(50034, 51004, 50020, 50014)),
            entry(SignInReason.APP_UNKNOWN, List.of(700016, 700011, 70001, 7000112)),
            entry(SignInReason.TENANT_UNKNOWN, List.of(90002)));

    private MicrosoftCodes() {}

    /** Returns the numbers that mean something; none where only OAuth's or Graph's errors do. */
    static List<Integer> numbers(SignInReason reason) {
        return CODES.getOrDefault(reason, List.of());
    }

    /** Returns what a number means; nothing for one that is not known here. */
    static Optional<SignInReason> reason(int number) {
        return CODES.entrySet().stream()
                .filter(each -> each.getValue().contains(number))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
