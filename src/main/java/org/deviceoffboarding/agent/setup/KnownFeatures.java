package org.deviceoffboarding.agent.setup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deviceoffboarding.agent.AgentFeature;
import org.deviceoffboarding.agent.AgentFeatures;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the agent can be used for, by what was last found out about it. */
@Component
class KnownFeatures implements AgentFeatures {

    private static final String BY_ITSELF =
            " It comes back by itself, within an hour or once an owner checks it under Settings.";

    private final AgentRepository agents;
    private final ReadinessRepository known;
    private final ReadinessCheck check;

    KnownFeatures(AgentRepository agents, ReadinessRepository known, ReadinessCheck check) {
        this.agents = agents;
        this.known = known;
        this.check = check;
    }

    @Override
    public Optional<String> lacking(AgentFeature feature) {
        Map<String, KnownReadiness> all = known.all();
        AgentKind kind = agents.kind().orElse(AgentKind.PERSON);
        List<String> sentences = AgentPermission.all(kind).stream()
                .filter(permission -> permission.features().contains(feature))
                .flatMap(permission -> sentence(permission, kind, all).stream())
                .distinct()
                .toList();
        return sentences.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", sentences) + BY_ITSELF);
    }

    @Override
    public void requireForRun() {
        check.look(false).stream()
                .filter(probe -> probe.permission().features().contains(AgentFeature.RUNS))
                .flatMap(probe -> probe.refusal().stream())
                .findFirst()
                .ifPresent(refusal -> {
                    throw refusal;
                });
    }

    private static Optional<String> sentence(
            AgentPermission permission, AgentKind kind, Map<String, KnownReadiness> all) {
        KnownReadiness found = all.get(permission.scope());
        if (found == null || found.finding().works() != ReadinessState.MISSING) {
            return Optional.empty();
        }
        AgentRole role = permission.role();
        return Optional.of(
                role != null && isMissing(all.get(role.name()))
                        ? "The agent's account lacks the role " + role.words() + ". " + role.remedy()
                        : "The agent lacks the permission " + permission.scope() + ". " + permission.remedy(kind));
    }

    private static boolean isMissing(@Nullable KnownReadiness known) {
        return known != null && known.finding().state() == ReadinessState.MISSING;
    }
}
