package org.deviceoffboarding.agent.setup;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.deviceoffboarding.access.token.EncryptedToken;
import org.deviceoffboarding.agent.AgentChanged;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.signin.SignInCure;
import org.deviceoffboarding.signin.SignInReason;
import org.deviceoffboarding.signin.SignInRefusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Remembers why Microsoft refused the agent, until it accepts it again. The token endpoint and Graph refuse for reasons of their own:
 * that the one accepts the agent says nothing about the other.
 */
@Component
class AgentSignIn {

    private static final Logger log = LoggerFactory.getLogger(AgentSignIn.class);

    private static final Set<SignInReason> OF_GRAPH = all(SignInReason::isOfGraph);
    private static final Set<SignInReason> OF_TOKEN_ENDPOINT = EnumSet.complementOf(EnumSet.copyOf(OF_GRAPH));

    private final AgentRepository agents;
    private final AuditLog auditLog;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AgentSignIn(
            AgentRepository agents,
            AuditLog auditLog,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.agents = agents;
        this.auditLog = auditLog;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Remembers what the token endpoint said about a token, in the caller's transaction; into the audit log once for each reason. */
    void refused(EncryptedToken token, SignInRefusal why, Instant at) {
        if (agents.markRefused(token, why, at)) {
            told(why);
        }
    }

    private void told(SignInRefusal why) {
        agents.find().ifPresent(agent -> auditLog.record(Actor.PORTAL, entry(agent, why)));
        events.publishEvent(new AgentChanged());
    }

    /** Remembers what the token endpoint said to the application. */
    void applicationRefused(SignInRefusal why, Instant at) {
        transaction.executeWithoutResult(status -> {
            if (agents.markApplicationRefused(why, at)) {
                told(why);
            }
        });
    }

    /** Remembers that the application was given a token. */
    void applicationTokenGiven(Instant at) {
        transaction.executeWithoutResult(status -> {
            agents.obtainedByApplication(at);
            tokenGiven();
        });
    }

    /** Remembers what Graph said, if it can be stored now: whoever was refused has to go on with that. */
    void refused(SignInRefusal why) {
        try {
            transaction.executeWithoutResult(status -> agents.findToken()
                    .ifPresentOrElse(
                            token -> refused(token, why, clock.instant()),
                            () -> applicationRefused(why, clock.instant())));
        } catch (RuntimeException e) {
            log.atWarn().setCause(e).log("That Graph refuses the agent could not be remembered");
        }
    }

    /** Forgets what the token endpoint said, in the caller's transaction: it just gave a token. */
    void tokenGiven() {
        clear(OF_TOKEN_ENDPOINT);
    }

    /** Forgets what Graph said. */
    void accepted() {
        transaction.executeWithoutResult(status -> clear(OF_GRAPH));
    }

    private void clear(Set<SignInReason> reasons) {
        if (agents.clearRefusal(reasons)) {
            events.publishEvent(new AgentChanged());
        }
    }

    private static AgentAction entry(Agent agent, SignInRefusal why) {
        return why.reason().cure() == SignInCure.NEW_SIGN_IN
                ? new AgentAction.IdentityExpired(agent.identityName(), why)
                : new AgentAction.SignInRefused(agent.identityName(), agent.kind(), why);
    }

    private static Set<SignInReason> all(Predicate<SignInReason> wanted) {
        return EnumSet.allOf(SignInReason.class).stream().filter(wanted).collect(Collectors.toSet());
    }
}
