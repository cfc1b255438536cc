package org.deviceoffboarding.delegation;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.access.token.ClaimsChallenges;
import org.deviceoffboarding.access.token.TokenCipher;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.graph.Graph;
import org.deviceoffboarding.graph.GraphException;
import org.deviceoffboarding.signin.RefusedIdentity;
import org.deviceoffboarding.signin.SignInRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Lends a person's own identity in Entra to the portal, for the actions that this person answers for: Entra's roles then
 * limit what is done, and Entra's log names the person.
 */
@Service
@May(Capability.SIGN_IN_FOR_ACTIONS)
public class ActionIdentityService {

    private final ActionIdentityRepository identities;
    private final Graph graph;
    private final TokenCipher cipher;
    private final ClaimsChallenges challenges;
    private final AuditLog auditLog;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ActionIdentityService(
            ActionIdentityRepository identities,
            Graph graph,
            TokenCipher cipher,
            ClaimsChallenges challenges,
            AuditLog auditLog,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.identities = identities;
        this.graph = graph;
        this.cipher = cipher;
        this.challenges = challenges;
        this.auditLog = auditLog;
        this.currentActor = currentActor;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Returns what the actor lent, even if it can no longer be used; nothing if there is nothing. */
    @Transactional(readOnly = true)
    public Optional<ActionIdentity> find() {
        return identities.find(currentActor.get().id());
    }

    /** Returns whether something new may be begun with the actor's identity. */
    @Transactional(readOnly = true)
    public boolean present() {
        return find().filter(identity -> identity.usable(clock.instant())).isPresent();
    }

    /**
     * Lends the actor's identity, in the place of what the actor lent before. Asks Microsoft Graph whose it is, and holds no
     * transaction meanwhile.
     *
     * @param consent the tokens; the refresh token is stored encrypted, the access token not at all, and none is logged
     * @throws ConsentRefusedException if it is someone else's, does not allow actions, cannot be used while the actor is
     *     away, or Graph did not answer; the refusal is in the audit log, and what was lent before stays as it is
     */
    public void lend(GivenConsent consent) {
        Actor actor = currentActor.get();
        String refreshToken = consent.refreshToken();
        if (refreshToken == null) {
            throw refused(
                    "The tenant gave no refresh token, so what you approve could not be carried out by itself. Allow the scope"
                            + " offline_access for the app registration, then sign in for actions again.",
                    actor);
        }
        if (!ActionConsent.isEnough(consent.scopes())) {
            throw refused(
                    "The tenant did not give " + ActionConsent.ACCESS_AS_USER + ", which actions in your name need. An"
                            + " administrator has to add it to the app registration and grant admin consent; then sign in for"
                            + " actions again.",
                    actor);
        }
        checkPerson(consent, actor);
        transaction.executeWithoutResult(status -> store(consent, refreshToken, actor));
    }

    /** Takes the actor's identity back: what is being carried out with it stops at its next step. Nothing if there is none. */
    @Transactional
    public void takeBack() {
        Actor actor = currentActor.get();
        if (identities.delete(actor.id())) {
            auditLog.record(actor, new IdentityAction.TakenBack(actor));
            events.publishEvent(new ActionIdentityChanged(actor.id()));
        }
    }

    /**
     * Remembers that no usable consent was given.
     *
     * @param reason sentences for people
     * @return the refusal, to be thrown
     */
    public ConsentRefusedException declined(String reason) {
        return refused(reason, currentActor.get());
    }

    /**
     * Remembers that the tenant refused the sign-in.
     *
     * @return the refusal, to be thrown
     */
    public ConsentRefusedException refused(SignInRefusal why) {
        return refused(
                why.sentences(RefusedIdentity.OWN_ACTIONS) + " What you lent before stays as it is.",
                why,
                currentActor.get());
    }

    private void checkPerson(GivenConsent consent, Actor actor) {
        JsonNode me = me(consent, actor);
        if (!me.path("id").asString("").equals(actor.id())) {
            throw refused(
                    "You are signed in as " + actor.name() + " but "
                            + me.path("userPrincipalName").asString("someone else")
                            + " signed in for actions. Sign in for actions again and pick your own account.",
                    actor);
        }
    }

    private JsonNode me(GivenConsent consent, Actor actor) {
        try {
            return graph.get(
                    "/me?$select=id,userPrincipalName", JsonNode.class, ActionConsent.WHO, consent::accessToken);
        } catch (GraphException e) {
            throw refused(e.reason(), e.refusal().orElse(null), actor);
        }
    }

    private void store(GivenConsent consent, String refreshToken, Actor actor) {
        identities.save(
                new ActionIdentity(
                        actor.id(),
                        actor.name(),
                        List.copyOf(consent.scopes()),
                        clock.instant(),
                        null,
                        false,
                        true,
                        null),
                cipher.encrypt(refreshToken, ActionIdentityRepository.owner(actor.id())));
        challenges.forget(ActionIdentityRepository.owner(actor.id()));
        auditLog.record(
                actor,
                new IdentityAction.SignedIn(
                        actor, consent.scopes().stream().sorted().toList()));
        events.publishEvent(new ActionIdentityChanged(actor.id()));
    }

    private ConsentRefusedException refused(String reason, Actor actor) {
        return refused(reason, null, actor);
    }

    private ConsentRefusedException refused(String reason, @Nullable SignInRefusal why, Actor actor) {
        transaction.executeWithoutResult(
                status -> auditLog.record(actor, new IdentityAction.Refused(actor, reason, why)));
        return new ConsentRefusedException(reason);
    }
}
