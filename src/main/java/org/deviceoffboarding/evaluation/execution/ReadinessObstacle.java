package org.deviceoffboarding.evaluation.execution;

import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.agent.AgentFeature;
import org.deviceoffboarding.agent.AgentFeatures;
import org.deviceoffboarding.agent.AgentIdentity;
import org.deviceoffboarding.evaluation.Obstacle;
import org.deviceoffboarding.evaluation.RunObstacles;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** That the agent's identity was last refused, or what it was last found to lack for a run. */
@Component
@Order(0)
class ReadinessObstacle implements RunObstacles {

    private final AgentFeatures features;
    private final AgentIdentity agent;

    ReadinessObstacle(AgentFeatures features, AgentIdentity agent) {
        this.features = features;
        this.agent = agent;
    }

    @Override
    public List<Obstacle> find() {
        Optional<Obstacle> refused = agent.trouble()
                .map(sentences -> new Obstacle(true, "The next run fails unless this was put right: " + sentences));
        if (refused.isPresent()) {
            return List.of(refused.get());
        }
        return features
                .lacking(AgentFeature.RUNS)
                .map(sentences -> new Obstacle(true, "The next run would fail. " + sentences))
                .stream()
                .toList();
    }
}
