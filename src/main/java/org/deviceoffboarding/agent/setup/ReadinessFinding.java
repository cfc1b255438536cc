package org.deviceoffboarding.agent.setup;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What was found out about a permission or a role.
 *
 * @param needed the permission in Microsoft Graph's words, or the name of an {@link AgentRole}
 * @param state whether it was given
 * @param works whether that which it is for can be read, which takes both a permission and a role
 * @param said what Microsoft said; empty where it works
 */
record ReadinessFinding(String needed, ReadinessState state, ReadinessState works, String said) {

    /**
     * Returns what probes tell, the permissions first.
     *
     * @param scopes what the token was for that they were made with; empty where the tenant did not say
     * @param kind whose token that was: nothing that the application asks for takes a role
     */
    static List<ReadinessFinding> of(List<Probe> probes, Set<String> scopes, AgentKind kind) {
        if (kind == AgentKind.APPLICATION) {
            return probes.stream()
                    .map(probe -> new ReadinessFinding(
                            probe.permission().scope(), probe.works(), probe.works(), probe.said()))
                    .toList();
        }
        return Stream.concat(
                        probes.stream().map(probe -> permission(probe, scopes)),
                        Arrays.stream(AgentRole.values()).map(role -> role(role, probes, scopes)))
                .toList();
    }

    private static ReadinessFinding permission(Probe probe, Set<String> scopes) {
        ReadinessState state = probe.works();
        if (state == ReadinessState.MISSING && isForTheRole(probe, scopes)) {
            state = probe.permission().isAmong(scopes) ? ReadinessState.GIVEN : ReadinessState.UNKNOWN;
        }
        return new ReadinessFinding(probe.permission().scope(), state, probe.works(), probe.said());
    }

    /** A role lacks where one of the things that take it lacks it, whatever the others say. */
    private static ReadinessFinding role(AgentRole role, List<Probe> probes, Set<String> scopes) {
        Map<ReadinessState, Probe> told = new EnumMap<>(ReadinessState.class);
        probes.stream()
                .filter(probe -> probe.permission().role() == role)
                .forEach(probe -> told.putIfAbsent(stateOfRole(probe, scopes), probe));
        ReadinessState state = Stream.of(ReadinessState.MISSING, ReadinessState.GIVEN, ReadinessState.UNKNOWN)
                .filter(told::containsKey)
                .findFirst()
                .orElse(ReadinessState.UNKNOWN);
        Probe probe = told.get(state);
        return new ReadinessFinding(role.name(), state, state, probe == null ? "" : probe.said());
    }

    private static ReadinessState stateOfRole(Probe probe, Set<String> scopes) {
        return probe.works() == ReadinessState.MISSING && !isForTheRole(probe, scopes)
                ? ReadinessState.UNKNOWN
                : probe.works();
    }

    /** Graph says of Intune only which of the two lacks; elsewhere it is the role where the token is for the permission. */
    private static boolean isForTheRole(Probe probe, Set<String> scopes) {
        return probe.permission().role() != null
                && probe.refusal()
                        .filter(refusal ->
                                refusal.isForTheRole() || probe.permission().isAmong(scopes))
                        .isPresent();
    }
}
