package org.deviceoffboarding.agent.setup;

import java.util.Set;
import org.deviceoffboarding.agent.AgentMissingException;
import org.deviceoffboarding.graph.AccessTokens;
import org.jspecify.annotations.Nullable;

/** The agent's access tokens, of whichever identity it has at the time. */
final class AgentTokens implements AccessTokens {

    private final AgentRepository agents;
    private final AccessTokens ofPerson;
    private final AccessTokens ofApplication;

    AgentTokens(AgentRepository agents, AccessTokens ofPerson, AccessTokens ofApplication) {
        this.agents = agents;
        this.ofPerson = ofPerson;
        this.ofApplication = ofApplication;
    }

    /** @throws AgentMissingException if no agent is set up */
    @Override
    public String get() {
        return current().get();
    }

    /** It is of one of both, and the other has never given it. */
    @Override
    public boolean drop(String token, @Nullable String claims) {
        return ofPerson.drop(token, claims) | ofApplication.drop(token, claims);
    }

    @Override
    public Set<String> scopes() {
        return current().scopes();
    }

    @Override
    public boolean ofApplication() {
        return agents.kind().filter(AgentKind.APPLICATION::equals).isPresent();
    }

    private AccessTokens current() {
        return switch (agents.kind().orElseThrow(AgentMissingException::new)) {
            case PERSON -> ofPerson;
            case APPLICATION -> ofApplication;
        };
    }
}
