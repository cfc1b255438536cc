package org.deviceoffboarding.agent.setup;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.deviceoffboarding.agent.AgentChanged;
import org.deviceoffboarding.agent.AgentIdentity;
import org.deviceoffboarding.agent.AgentMissingException;
import org.deviceoffboarding.delegation.DelegatedTokens;
import org.deviceoffboarding.graph.AccessTokens;
import org.deviceoffboarding.graph.GraphException;
import org.deviceoffboarding.signin.SignInRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/** The identity that an owner gave the agent, a person's or the application's, as long as there is an agent. */
@Component
class StoredAgentIdentity implements AgentIdentity {

    private final AgentRepository agents;
    private final AgentSignIn signIn;
    private final AgentTokenStore store;
    private final AgentConsent consent;
    private final DelegatedTokens delegated;
    private final ApplicationTokens application;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private @Nullable String tokensOf;
    private AccessTokens tokens;

    StoredAgentIdentity(
            AgentRepository agents,
            AgentTokenStore store,
            AgentConsent consent,
            AgentSignIn signIn,
            DelegatedTokens delegated,
            ApplicationTokens application,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.agents = agents;
        this.signIn = signIn;
        this.store = store;
        this.consent = consent;
        this.delegated = delegated;
        this.application = application;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
        this.tokens = anew();
    }

    @Override
    public boolean present() {
        return agents.find().isPresent();
    }

    @Override
    public boolean ofApplication() {
        return agents.kind().filter(AgentKind.APPLICATION::equals).isPresent();
    }

    @Override
    public Optional<Instant> since() {
        return agents.identitySince();
    }

    @Override
    public AccessTokens tokens() {
        String identity = agents.identityId().orElseThrow(AgentMissingException::new);
        return tokensOf(identity);
    }

    @Override
    public void noteRefusal(GraphException fault) {
        fault.refusal().filter(each -> each.reason().isOfGraph()).ifPresent(signIn::refused);
    }

    @Override
    public void noteAccepted() {
        signIn.accepted();
    }

    @Override
    public void usedByRun() {
        transactions.executeWithoutResult(transaction -> {
            agents.used(clock.instant());
            events.publishEvent(new AgentChanged());
        });
    }

    /**
     * Lets go of an access token that is in memory, too, and of what was asked for with it, where the agent has another identity or is
     * gone. Whoever still holds {@link #tokens} finds out at the next call.
     */
    @TransactionalEventListener(fallbackExecution = true)
    void on(AgentChanged event) {
        tokensOf(agents.identityId().orElse(null));
    }

    private synchronized AccessTokens tokensOf(@Nullable String identity) {
        if (!Objects.equals(identity, tokensOf)) {
            tokens = anew();
            tokensOf = identity;
        }
        return tokens;
    }

    private AccessTokens anew() {
        return new AgentTokens(
                agents,
                delegated.of(consent, store, new AgentRefusals(this::lender)),
                application.heardBy(new Heard()));
    }

    private Optional<String> lender() {
        return agents.find().map(Agent::identityName);
    }

    @Override
    public Optional<String> trouble() {
        return agents.find().flatMap(this::trouble);
    }

    private Optional<String> trouble(Agent agent) {
        if (!agent.readable()) {
            return Optional.of(AgentRefusals.UNREADABLE);
        }
        if (agent.refusal() != null) {
            return Optional.of(agent.refusal().refusal().sentences(agent.refused()));
        }
        return agent.usable(clock.instant())
                ? Optional.empty()
                : Optional.of(AgentRefusals.unused(agent.identityName()));
    }

    /** Remembers what the tenant answers to the application. */
    private final class Heard implements ApplicationTokens.Listener {

        @Override
        public void given(Instant at) {
            signIn.applicationTokenGiven(at);
        }

        @Override
        public void refused(SignInRefusal why, Instant at) {
            signIn.applicationRefused(why, at);
        }
    }
}
