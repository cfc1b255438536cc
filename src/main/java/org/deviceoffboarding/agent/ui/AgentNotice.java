package org.deviceoffboarding.agent.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.deviceoffboarding.agent.AgentChanged;
import org.deviceoffboarding.agent.AgentFeature;
import org.deviceoffboarding.agent.AgentFeatures;
import org.deviceoffboarding.agent.AgentFeaturesChanged;
import org.deviceoffboarding.agent.removal.AgentRemovalService;
import org.deviceoffboarding.agent.setup.Agent;
import org.deviceoffboarding.agent.setup.AgentService;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.base.ui.shell.ShellSection;
import org.deviceoffboarding.proof.ProofChanged;
import org.deviceoffboarding.proof.ProofService;
import org.springframework.core.annotation.Order;

/** Says above every page that no agent is set up, or that its identity expires, and what to do. */
@SpringComponent
@Order(10)
class AgentNotice implements ShellSection {

    /** The pages whose features may be lacking while the others work; a suggestion's page says itself what it needs. */
    private static final Map<String, Set<AgentFeature>> ON_PAGES = Map.of(
            "exceptions", Set.of(AgentFeature.GROUPS, AgentFeature.PEOPLE),
            "settings/instructions", Set.of(AgentFeature.GROUPS, AgentFeature.PEOPLE));

    private final AgentService agents;
    private final AgentRemovalService removals;
    private final AgentFeatures features;
    private final ProofService proof;
    private final CurrentActor currentActor;
    private final OpenPages openPages;
    private final Clock clock;

    AgentNotice(
            AgentService agents,
            AgentRemovalService removals,
            AgentFeatures features,
            ProofService proof,
            CurrentActor currentActor,
            OpenPages openPages,
            Clock clock) {
        this.agents = agents;
        this.removals = removals;
        this.features = features;
        this.proof = proof;
        this.openPages = openPages;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    @Override
    public Component create() {
        return new Line();
    }

    private Optional<String> sentence(String path) {
        if (!currentActor.may(Capability.READ)) {
            return Optional.empty();
        }
        Optional<Agent> agent = agents.find();
        if (agent.isEmpty()) {
            return Optional.of(
                    removals.latest().isPresent()
                            ? "No agent is set up: it was removed, with what it had read and found. Nothing is read from the tenant. "
                                    + whoActs("set it up again")
                            : "No agent is set up yet, so nothing is read from the tenant. " + whoActs("set it up"));
        }
        return agent.flatMap(known -> expiry(known).or(() -> lackingOn(path)).or(this::lacking));
    }

    private Optional<String> expiry(Agent agent) {
        if (!agent.readable()) {
            return Optional.of(SettingsView.UNREADABLE + whoRenews(agent));
        }
        if (agent.refusal() != null) {
            return Optional.of(agent.refusal().refusal().sentences(agent.refused()))
                    .filter(sentences -> OlderRefusal.counts(agent, proof.state()));
        }
        if (!agent.usable(clock.instant())) {
            return Optional.of("The agent's identity has expired, so it cannot run. " + whoRenews(agent));
        }
        if (!currentActor.may(Capability.RUN_AGENT)) {
            return Optional.empty(); // who can do nothing about it need not know before it is so
        }
        return agent.expiresSoon(clock.instant())
                ? Optional.of("The agent's identity expires on " + TimeDisplay.day(agent.expiresAt())
                        + " unless it runs before. You can run it, and " + whoRenewsToo(agent))
                : Optional.empty();
    }

    /** What can't be used on a page is said there, with the reason. */
    private Optional<String> lackingOn(String path) {
        List<String> sentences = ON_PAGES.getOrDefault(path, Set.of()).stream()
                .sorted()
                .flatMap(feature ->
                        features
                                .lacking(feature)
                                .map(why -> "Not to be used now: " + feature.words() + ". " + why)
                                .stream())
                .toList();
        return sentences.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", sentences));
    }

    private Optional<String> lacking() {
        List<String> lacking = agents.lacking();
        return lacking.isEmpty()
                ? Optional.empty()
                : Optional.of("The agent lacks " + String.join(" and ", lacking)
                        + ", so not everything can be used. "
                        + (currentActor.may(Capability.SET_UP_AGENT)
                                ? "Settings say what, and how to grant it."
                                : "An owner sees under Settings what, and how to grant it."));
    }

    private String whoRenewsToo(Agent agent) {
        return renews(agent) ? "renew it, now." : agent.identityName() + " can renew it.";
    }

    /** Nobody can renew the identity of another. */
    private String whoRenews(Agent agent) {
        if (renews(agent)) {
            return "You can renew it now.";
        }
        return agent.identityName() + " has to renew it under Settings, or "
                + (currentActor.may(Capability.SET_UP_AGENT)
                        ? "you choose another identity there."
                        : "an owner chooses another identity there.");
    }

    private boolean renews(Agent agent) {
        return currentActor.may(Capability.SET_UP_AGENT)
                && agent.identityId().equals(currentActor.get().id());
    }

    private String whoActs(String what) {
        return currentActor.may(Capability.SET_UP_AGENT)
                ? "You can " + what + " now."
                : "An owner has to " + what + ".";
    }

    private class Line extends Div implements AfterNavigationObserver {

        private String path = "";

        Line() {
            addClassNames("notice", "notice-attention");
            setVisible(false);
            openPages.follow(
                    this, List.of(AgentChanged.class, AgentFeaturesChanged.class, ProofChanged.class), this::show);
        }

        @Override
        public void afterNavigation(AfterNavigationEvent event) {
            path = event.getLocation().getPath();
            show();
        }

        /** Overview and the settings lead to the first result by themselves, and show who can set the agent up. */
        private boolean isSaidByThePage() {
            return (path.equals(SettingsView.PATH) || path.isEmpty())
                    && currentActor.may(Capability.READ)
                    && agents.find().isEmpty();
        }

        private void show() {
            removeAll();
            Optional<String> sentence = isSaidByThePage() ? Optional.empty() : sentence(path);
            setVisible(sentence.isPresent());
            sentence.ifPresent(text -> add(new Span(text)));
            if (sentence.isPresent() && currentActor.may(Capability.SET_UP_AGENT) && !path.equals(SettingsView.PATH)) {
                add(new Anchor(SettingsView.PATH, "Open settings"));
            }
        }
    }
}
