package org.deviceoffboarding.remediation.recheck;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.deviceoffboarding.agent.AgentIdentity;
import org.deviceoffboarding.evaluation.FlaggedDevices;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.request.RequestStatus;
import org.springframework.stereotype.Component;

/**
 * Why nothing is done to devices before a run has read the tenant as the agent: without an agent nobody can look at them, and what
 * another identity was shown says nothing certain. For jobs, too: asks for no role.
 */
@Component
public class AwaitedRun {

    /** What a result is worth that was read before the agent was given its identity. */
    public static final String READ_AS_ANOTHER =
            "The newest run read the tenant as another identity than the agent has now.";

    private final AgentIdentity agent;
    private final FlaggedDevices flagged;

    AwaitedRun(AgentIdentity agent, FlaggedDevices flagged) {
        this.agent = agent;
        this.flagged = flagged;
    }

    /** Returns why a request can't be approved, or go on, and from when on it can; empty if it can now. */
    public String of(ChangeRequest request) {
        String then = request.status() == RequestStatus.BLOCKED ? "It can go on" : "This can be approved";
        if (!agent.present()) {
            return "No agent is set up, and devices are looked at with its identity before anything is done to them. "
                    + then + " once there is one"
                    + (request.action().takesAway() ? " and a run has read the tenant." : ".");
        }
        if (!request.action().takesAway()) {
            return "";
        }
        return flagged.result()
                .map(run -> readAsAnother(run)
                        ? READ_AS_ANOTHER + " " + then + " once a run has read it as the one that it has now."
                        : "")
                .orElse("No run has read the tenant since the agent was set up. " + then + " once one has.");
    }

    /** Returns whether there is an agent to look at devices with. */
    public boolean hasAgent() {
        return agent.present();
    }

    /** Returns whether the result that there is was read as another identity than the agent has now. */
    public boolean readAsAnother(Action action) {
        return action.takesAway()
                && flagged.result().filter(this::readAsAnother).isPresent();
    }

    /** Who sees fewer of Intune's records than whoever the result is by finds devices gone that are there. */
    private boolean readAsAnother(Run result) {
        Instant began = Objects.requireNonNullElse(result.startedAt(), result.requestedAt());
        Optional<Instant> since = agent.since();
        return since.filter(began::isBefore).isPresent();
    }
}
