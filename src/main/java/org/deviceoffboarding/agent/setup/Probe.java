package org.deviceoffboarding.agent.setup;

import java.util.Optional;
import org.deviceoffboarding.graph.GraphException;
import org.deviceoffboarding.graph.GraphPermissionMissingException;
import org.deviceoffboarding.signin.SignInRefusal;
import org.jspecify.annotations.Nullable;

/** @param fault what came of trying a permission; null where it works */
record Probe(AgentPermission permission, @Nullable GraphException fault) {

    Optional<GraphPermissionMissingException> refusal() {
        return fault instanceof GraphPermissionMissingException refused ? Optional.of(refused) : Optional.empty();
    }

    /** Returns whether what the permission is for can be read. */
    ReadinessState works() {
        if (fault == null) {
            return ReadinessState.GIVEN;
        }
        return refusal().isPresent() ? ReadinessState.MISSING : ReadinessState.UNKNOWN;
    }

    /** Returns what Microsoft said, or why it said nothing; empty where it works. */
    String said() {
        return fault == null
                ? ""
                : refusal()
                        .flatMap(GraphException::refusal)
                        .map(SignInRefusal::answer)
                        .orElse(fault.reason());
    }
}
