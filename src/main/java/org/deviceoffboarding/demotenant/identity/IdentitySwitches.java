package org.deviceoffboarding.demotenant.identity;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.deviceoffboarding.demotenant.DirectoryRole;
import org.deviceoffboarding.demotenant.identity.proof.AppCredentials;
import org.deviceoffboarding.demotenant.identity.proof.CertificateUpload;
import org.deviceoffboarding.demotenant.identity.refusal.RefusedSignIns;
import org.deviceoffboarding.demotenant.identity.refusal.SignInFault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes happen at once what takes weeks in a real tenant, so that the portal's answer to it can be tried. */
@Component
public class IdentitySwitches {

    private static final Duration USUAL_LIFETIME = Duration.ofMinutes(75);

    private final Grants grants;
    private final DemoPeople people;
    private final BackChannelSignOut signOut;
    private final RefusedSignIns refused;
    private final AppCredentials credentials;
    private final Set<String> grantedToApp = ConcurrentHashMap.newKeySet();
    private final Set<String> withoutRole = ConcurrentHashMap.newKeySet();
    private final Set<String> granted = ConcurrentHashMap.newKeySet();
    private final Set<String> withdrawn = ConcurrentHashMap.newKeySet();
    private final Set<String> withoutDirectoryRoles = ConcurrentHashMap.newKeySet();
    private volatile boolean away;
    private volatile Duration accessTokenLifetime = USUAL_LIFETIME;
    private volatile Duration clockAhead = Duration.ZERO;

    IdentitySwitches(
            Grants grants,
            DemoPeople people,
            BackChannelSignOut signOut,
            RefusedSignIns refused,
            AppCredentials credentials) {
        this.grants = grants;
        this.people = people;
        this.signOut = signOut;
        this.refused = refused;
        this.credentials = credentials;
        this.grantedToApp.addAll(Permission.granted());
    }

    /**
     * Refuses tokens to one account from now on, as Entra does for some reason, until it is accepted again.
     *
     * @param person the user principal name
     * @throws IllegalArgumentException if there is nobody of that name
     */
    public void refuse(String person, SignInFault fault) {
        refused.refuse(named(person).objectId(), fault, false);
    }

    /** Does so before the account gets as far as a token: the answer comes back through the browser. */
    public void refuseWhileSigningIn(String person, SignInFault fault) {
        refused.refuse(named(person).objectId(), fault, true);
    }

    /** Refuses tokens to the application from now on, for whomever it asks. */
    public void refuseApp(SignInFault fault) {
        refused.refuse(RefusedSignIns.APP, fault, false);
    }

    /** Accepts an account again, as after somebody put right what it was refused for. */
    public void accept(String person) {
        refused.accept(named(person).objectId());
    }

    /** Accepts the application again. */
    public void acceptApp() {
        refused.accept(RefusedSignIns.APP);
    }

    /** Accepts everybody again. */
    public void acceptAll() {
        refused.acceptAll();
    }

    /** Lets the provider's clock be ahead of this machine's; behind where it is negative. */
    public void setClockAhead(Duration ahead) {
        clockAhead = ahead;
    }

    Duration clockAhead() {
        return clockAhead;
    }

    /** Lets every refresh token issued until now be as old as one that nobody used for 90 days. */
    public void expireRefreshTokens() {
        grants.expireRefreshTokens();
    }

    /** Takes back every refresh token issued until now, as <em>Revoke sessions</em> in Entra does. */
    public void revokeRefreshTokens() {
        grants.revokeRefreshTokens();
    }

    /**
     * Limits the life of access tokens issued from now on.
     *
     * @throws IllegalArgumentException unless it is from one second to a day
     */
    public void setAccessTokenLifetime(Duration lifetime) {
        if (lifetime.compareTo(Duration.ofSeconds(1)) < 0 || lifetime.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException(
                    "An access token lives from 1 second to 1 day here, not " + lifetime.toSeconds() + " seconds");
        }
        accessTokenLifetime = lifetime;
    }

    /**
     * Takes the app role from a person, as an administrator does: tokens issued from now on don't have it.
     *
     * @param person the user principal name
     * @throws IllegalArgumentException if there is nobody of that name
     */
    public void endRole(String person) {
        withoutRole.add(named(person).objectId());
    }

    /** Gives the app role back. */
    public void giveRole(String person) {
        withoutRole.remove(named(person).objectId());
    }

    /** Returns the user principal names of those whose app role was taken. */
    List<String> withoutRole() {
        return names(withoutRole);
    }

    /** Returns the user principal names of those whose roles in Entra were ended. */
    List<String> withoutDirectoryRoles() {
        return names(withoutDirectoryRoles);
    }

    Set<String> withdrawn() {
        return Set.copyOf(withdrawn);
    }

    private List<String> names(Set<String> objectIds) {
        return people.all().stream()
                .filter(person -> objectIds.contains(person.objectId()))
                .map(DemoPerson::userPrincipalName)
                .toList();
    }

    /** Takes back the refresh tokens of one person, as when an account is disabled or its password changed. */
    public void refuseRefresh(String person) {
        grants.revokeRefreshTokensOf(named(person).objectId());
    }

    /**
     * Consents to a permission for everybody, as an administrator does in the app registration: delegated tokens issued from now
     * on have it, although nobody asks for it.
     *
     * @throws IllegalArgumentException if there is no such permission
     */
    public void grant(String permission) {
        String known = Permission.of(permission)
                .orElseThrow(() -> new IllegalArgumentException("The demo tenant knows no such permission"))
                .value();
        withdrawn.remove(known);
        granted.add(known);
    }

    /**
     * Withdraws the consent to a permission for everybody: delegated tokens issued from now on don't have it, until it is granted.
     *
     * @throws IllegalArgumentException if there is no such permission
     */
    public void withdraw(String permission) {
        Permission known = Permission.of(permission)
                .orElseThrow(() -> new IllegalArgumentException("The demo tenant knows no such permission"));
        granted.remove(known.value());
        withdrawn.add(known.value());
    }

    /**
     * Consents to a permission of the application itself, as an administrator does: its tokens issued from now on have it.
     *
     * @throws IllegalArgumentException if no application can have it
     */
    public void grantToApp(String permission) {
        grantedToApp.add(ofApplications(permission));
    }

    /**
     * Withdraws the consent to a permission of the application itself: its tokens issued from now on don't have it.
     *
     * @throws IllegalArgumentException if no application can have it
     */
    public void withdrawFromApp(String permission) {
        grantedToApp.remove(ofApplications(permission));
    }

    /** Consents to all that the app registration lists, for itself and for everybody, as at the address for admin consent. */
    void consentForEverybody() {
        grantedToApp.addAll(Permission.granted());
        withdrawn.clear();
    }

    /** Returns what the application was granted for itself. */
    Set<String> grantedToApp() {
        return Set.copyOf(grantedToApp);
    }

    private static String ofApplications(String permission) {
        return Permission.of(permission)
                .filter(Permission::ofApplications)
                .map(Permission::value)
                .orElseThrow(() ->
                        new IllegalArgumentException("No application of the demo tenant can have such a permission"));
    }

    /** Lets the client secret be older than it may be, or good again. */
    public void expireSecret(boolean expired) {
        credentials.expireSecret(expired);
    }

    /** Lets tokens of the issuer of its own prove the app, or no longer. */
    public void trustWorkload(boolean trusted) {
        credentials.trustWorkload(trusted);
    }

    /**
     * Adds a certificate to the app registration.
     *
     * @param pem the certificate, without its key
     * @throws IllegalArgumentException if it is none
     */
    public void addCertificate(String pem) {
        credentials.add(CertificateUpload.read(pem));
    }

    /** Returns those scopes that were not withdrawn, in the spelling that they have. */
    Set<String> remaining(Set<String> scopes) {
        return scopes.stream()
                .filter(scope -> Permission.of(scope).filter(this::isWithdrawn).isEmpty())
                .collect(Collectors.toSet());
    }

    /** Returns whether no token may have a permission. */
    boolean isWithdrawn(Permission permission) {
        return withdrawn.contains(permission.value());
    }

    /**
     * Ends all that a person's directory roles allow, as when they were eligible for a time only: tokens issued from now on have no
     * role but that of every member.
     *
     * @throws IllegalArgumentException if there is nobody of that name
     */
    public void endDirectoryRoles(String person) {
        withoutDirectoryRoles.add(named(person).objectId());
    }

    /** Gives them back. */
    public void giveDirectoryRoles(String person) {
        withoutDirectoryRoles.remove(named(person).objectId());
    }

    Set<DirectoryRole> directoryRolesOf(DemoPerson person) {
        return withoutDirectoryRoles.contains(person.objectId()) ? Set.of(DirectoryRole.USER) : person.directoryRoles();
    }

    Set<String> granted() {
        return Set.copyOf(granted);
    }

    /** Lets the provider answer nothing but 503, or answer again. */
    public void setAway(boolean away) {
        this.away = away;
    }

    boolean away() {
        return away;
    }

    /** Signs a person out everywhere, and tells each portal so by back-channel: returns once all have answered. */
    public void signOut(String person) {
        signOut.tell(named(person));
    }

    @Nullable
    AppRole roleOf(DemoPerson person) {
        return withoutRole.contains(person.objectId()) ? null : person.appRole();
    }

    private DemoPerson named(String person) {
        return people.byUserPrincipalName(person)
                .orElseThrow(() -> new IllegalArgumentException("Nobody in the demo tenant has this name"));
    }

    /** Lets roles, permissions, proofs, answers and the life of access tokens be as usual again. What was expired or revoked stays so. */
    public void reset() {
        withoutRole.clear();
        granted.clear();
        withdrawn.clear();
        withoutDirectoryRoles.clear();
        away = false;
        accessTokenLifetime = USUAL_LIFETIME;
        clockAhead = Duration.ZERO;
        refused.acceptAll();
        grantedToApp.clear();
        grantedToApp.addAll(Permission.granted());
        credentials.reset();
    }

    /** How long access tokens issued from now on live. */
    public Duration accessTokenLifetime() {
        return accessTokenLifetime;
    }
}
