package org.deviceoffboarding.agent.setup;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deviceoffboarding.agent.AgentFeature;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.TenantProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says which permissions and roles the agent has, by what was last found out, and finds it out again. */
@Service
@May(Capability.READ)
public class ReadinessService {

    private final AgentRepository agents;
    private final ReadinessRepository known;
    private final ReadinessCheck check;
    private final TenantProperties tenant;

    ReadinessService(AgentRepository agents, ReadinessRepository known, ReadinessCheck check, TenantProperties tenant) {
        this.agents = agents;
        this.known = known;
        this.check = check;
        this.tenant = tenant;
    }

    /** Returns all that the agent needs, the permissions first, then the roles; where none is set up, what a person's identity does. */
    @Transactional(readOnly = true)
    public List<ReadinessLine> lines() {
        return lines(agents.kind().orElse(AgentKind.PERSON), known.all());
    }

    /** Returns what an identity of some kind would need, of which nothing is known yet. */
    public List<ReadinessLine> needs(AgentKind kind) {
        return lines(kind, Map.of());
    }

    private static List<ReadinessLine> lines(AgentKind kind, Map<String, KnownReadiness> all) {
        Stream<AgentRole> roles = kind == AgentKind.PERSON ? Arrays.stream(AgentRole.values()) : Stream.empty();
        return Stream.concat(
                        AgentPermission.all(kind).stream().map(each -> line(each, kind, all)),
                        roles.map(each -> line(each, all)))
                .toList();
    }

    /** Returns when anybody last looked; nothing if nobody did. */
    @Transactional(readOnly = true)
    public Optional<Instant> checkedAt() {
        return known.checkedAt();
    }

    /** Returns the address at which an administrator consents to all permissions of the portal's app registration. */
    public String consentAddress() {
        return tenant.issuerUri().toString().replaceFirst("/v2\\.0/?$", "") + "/adminconsent?client_id="
                + tenant.clientId();
    }

    /**
     * Tries each now, with a new access token, which has what was granted meanwhile. Takes a few requests' time, and holds no
     * transaction meanwhile; what could not be found out is said in {@link #lines()}.
     *
     * @throws org.deviceoffboarding.agent.AgentMissingException if no agent is set up
     */
    @May(Capability.SET_UP_AGENT)
    public void checkNow() {
        check.look(true);
    }

    private static ReadinessLine line(AgentPermission permission, AgentKind kind, Map<String, KnownReadiness> all) {
        KnownReadiness found = all.get(permission.scope());
        boolean lacks = state(found) == ReadinessState.MISSING;
        return new ReadinessLine(
                permission.scope(),
                permission.optional() ? kind.permission() + ", optional" : kind.permission(),
                permission.optional(),
                permission.reason(),
                state(found),
                found == null ? "" : found.finding().said(),
                lacks ? features(permission::equals) : "",
                permission.remedy(kind),
                found == null ? null : found.checkedAt());
    }

    private static ReadinessLine line(AgentRole role, Map<String, KnownReadiness> all) {
        KnownReadiness found = all.get(role.name());
        boolean lacks = state(found) == ReadinessState.MISSING;
        return new ReadinessLine(
                role.words(),
                role.service() + " role",
                false,
                role.reason(),
                state(found),
                found == null ? "" : found.finding().said(),
                lacks ? features(each -> each.role() == role && isUnusable(all.get(each.scope()))) : "",
                role.remedy(),
                found == null ? null : found.checkedAt());
    }

    private static boolean isUnusable(@Nullable KnownReadiness found) {
        return found != null && found.finding().works() == ReadinessState.MISSING;
    }

    private static ReadinessState state(@Nullable KnownReadiness found) {
        return found == null ? ReadinessState.UNKNOWN : found.finding().state();
    }

    private static String features(Predicate<AgentPermission> of) {
        return Arrays.stream(AgentPermission.values())
                .filter(of)
                .flatMap(each -> each.features().stream())
                .distinct()
                .sorted()
                .map(AgentFeature::words)
                .collect(Collectors.joining("; "));
    }
}
