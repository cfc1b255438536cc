package org.deviceoffboarding.evaluation.execution;

import java.util.List;
import org.deviceoffboarding.agent.AgentFeature;
import org.deviceoffboarding.agent.AgentFeatures;
import org.deviceoffboarding.evaluation.Obstacle;
import org.deviceoffboarding.evaluation.RunObstacles;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the agent's identity was last found to lack for a run. */
@Component
@Order(0)
class ReadinessObstacle implements RunObstacles {

    private final AgentFeatures features;

    ReadinessObstacle(AgentFeatures features) {
        this.features = features;
    }

    @Override
    public List<Obstacle> find() {
        return features
                .lacking(AgentFeature.RUNS)
                .map(sentences -> new Obstacle(true, "The next run would fail. " + sentences))
                .stream()
                .toList();
    }
}
