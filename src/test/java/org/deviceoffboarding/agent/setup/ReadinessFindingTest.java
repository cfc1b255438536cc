package org.deviceoffboarding.agent.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deviceoffboarding.agent.setup.ReadinessState.GIVEN;
import static org.deviceoffboarding.agent.setup.ReadinessState.MISSING;
import static org.deviceoffboarding.agent.setup.ReadinessState.UNKNOWN;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.deviceoffboarding.graph.GraphException;
import org.deviceoffboarding.graph.GraphFaults;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which of the two lacks, a permission or a role, by what Graph answered and what the token was for. */
class ReadinessFindingTest {

    private static final String KEYS = AgentPermission.BITLOCKER_KEYS.scope();
    private static final String RECORDS = AgentPermission.MANAGED_DEVICES.scope();
    private static final Set<String> ALL =
            Arrays.stream(AgentPermission.values()).map(AgentPermission::scope).collect(Collectors.toSet());

    @Test
    void whatAnswersIsGivenWithItsRole() {
        assertThat(found(Map.of(), ALL).all().values())
                .extracting(ReadinessFinding::state)
                .containsOnly(GIVEN);
    }

    @Test
    void whatTheTokenIsNotForLacksThePermissionAndSaysNothingOfTheRole() {
        var found = found(
                Map.of(
                        AgentPermission.BITLOCKER_KEYS, GraphFaults.refused(KEYS),
                        AgentPermission.LOCAL_PASSWORDS, GraphFaults.refused("another")),
                Set.of("Device.Read.All"));

        assertThat(found.of(KEYS).state()).isEqualTo(MISSING);
        assertThat(found.of(KEYS).works()).isEqualTo(MISSING);
        assertThat(found.of(KEYS).said()).isEqualTo("403 Forbidden: No.");
        assertThat(found.of("SECURITY_READER").state()).isEqualTo(UNKNOWN);
    }

    @Test
    void whatTheTokenIsForAndIsRefusedAllTheSameLacksTheRole() {
        var found = found(Map.of(AgentPermission.BITLOCKER_KEYS, GraphFaults.refused(KEYS)), ALL);

        assertThat(found.of(KEYS).state()).isEqualTo(GIVEN);
        assertThat(found.of(KEYS).works()).isEqualTo(MISSING);
        assertThat(found.of("SECURITY_READER").state())
                .as("though the other that takes it works")
                .isEqualTo(MISSING);
        assertThat(found.of("INTUNE_READER").state()).isEqualTo(GIVEN);
    }

    @Test
    void intunesOwnWordForTheRoleIsTakenWhereTheTenantDidNotSayWhatTheTokenIsFor() {
        var found = found(Map.of(AgentPermission.MANAGED_DEVICES, GraphFaults.refusedForTheRole(RECORDS)), Set.of());

        assertThat(found.of("INTUNE_READER").state()).isEqualTo(MISSING);
        assertThat(found.of(RECORDS).state()).as("nobody said").isEqualTo(UNKNOWN);
        assertThat(found.of(RECORDS).works()).isEqualTo(MISSING);
    }

    @Test
    void whereNoRoleIsNeededARefusalIsAboutThePermission() {
        String devices = AgentPermission.DEVICES.scope();

        assertThat(found(Map.of(AgentPermission.DEVICES, GraphFaults.refused(devices)), ALL)
                        .of(devices)
                        .state())
                .isEqualTo(MISSING);
    }

    @Test
    void whatCouldNotBeFoundOutIsNeitherAYesNorANo() {
        Map<AgentPermission, GraphException> away = Arrays.stream(AgentPermission.values())
                .collect(Collectors.toMap(Function.identity(), each -> GraphFaults.away()));

        assertThat(found(away, ALL).all().values())
                .hasSize(AgentPermission.values().length + 2)
                .allSatisfy(finding -> {
                    assertThat(finding.state()).isEqualTo(UNKNOWN);
                    assertThat(finding.works()).isEqualTo(UNKNOWN);
                    assertThat(finding.said()).isEqualTo("Microsoft Graph was away.");
                });
    }

    @Test
    void ofTheApplicationPermissionsAloneCountAndNoRole() {
        var found = found(
                Map.of(AgentPermission.MANAGED_DEVICES, GraphFaults.refusedForTheRole(RECORDS)),
                Set.of(),
                AgentKind.APPLICATION);

        assertThat(found.of(RECORDS).state()).isEqualTo(MISSING);
        assertThat(found.of(KEYS).state()).isEqualTo(GIVEN);
        assertThat(found.all()).doesNotContainKeys("INTUNE_READER", "SECURITY_READER");
    }

    private record Found(Map<String, ReadinessFinding> all) {

        ReadinessFinding of(String needed) {
            return Objects.requireNonNull(all.get(needed));
        }
    }

    private static Found found(Map<AgentPermission, GraphException> faults, Set<String> scopes) {
        return found(faults, scopes, AgentKind.PERSON);
    }

    private static Found found(Map<AgentPermission, GraphException> faults, Set<String> scopes, AgentKind kind) {
        List<Probe> probes = Arrays.stream(AgentPermission.values())
                .map(each -> new Probe(each, fault(faults, each)))
                .toList();
        return new Found(ReadinessFinding.of(probes, scopes, kind).stream()
                .collect(Collectors.toMap(ReadinessFinding::needed, Function.identity())));
    }

    private static @Nullable GraphException fault(
            Map<AgentPermission, GraphException> faults, AgentPermission permission) {
        return faults.get(permission);
    }
}
