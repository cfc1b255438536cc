package org.deviceoffboarding.exception.register;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.deviceoffboarding.agent.AgentIdentity;
import org.deviceoffboarding.agent.AgentMissingException;
import org.deviceoffboarding.directory.EntraUser;
import org.deviceoffboarding.directory.EntraUsers;
import org.deviceoffboarding.directory.GroupMembers;
import org.deviceoffboarding.directory.GroupMembership;
import org.deviceoffboarding.directory.OwnedDevices;
import org.deviceoffboarding.exception.register.ExceptionTarget.Covered;
import org.deviceoffboarding.graph.AccessTokens;
import org.deviceoffboarding.graph.GraphAnswerException;
import org.deviceoffboarding.graph.GraphException;
import org.deviceoffboarding.inventory.DeviceRow;
import org.deviceoffboarding.inventory.DeviceService;
import org.deviceoffboarding.inventory.FormerUsers;
import org.springframework.stereotype.Component;

/** Asks the tenant with the agent's identity, and the inventory with that of the person signed in. */
@Component
class AgentDirectory implements TenantDirectory {

    private final AgentIdentity agent;
    private final GroupMembers groups;
    private final EntraUsers users;
    private final OwnedDevices ownedDevices;
    private final FormerUsers formerUsers;
    private final DeviceService devices;

    AgentDirectory(
            AgentIdentity agent,
            GroupMembers groups,
            EntraUsers users,
            OwnedDevices ownedDevices,
            FormerUsers formerUsers,
            DeviceService devices) {
        this.agent = agent;
        this.groups = groups;
        this.users = users;
        this.ownedDevices = ownedDevices;
        this.formerUsers = formerUsers;
        this.devices = devices;
    }

    @Override
    public ExceptionTarget user(String idOrName) {
        return asked(() -> {
            AccessTokens tokens = agent.tokens();
            EntraUser user = users.find(idOrName, tokens);
            Set<UUID> owned = ownedDevices.of(List.of(user.id()), tokens).getOrDefault(user.id(), Set.of());
            return new ExceptionTarget(
                    ExceptionKind.USER,
                    user.id().toString(),
                    user.name(),
                    new Covered(owned, Set.of(user.name().toLowerCase(Locale.ROOT))));
        });
    }

    @Override
    public ExceptionTarget group(String idOrName) {
        return asked(() -> {
            GroupMembership members = groups.read(idOrName, agent.tokens());
            Set<UUID> all = new HashSet<>(members.devices());
            all.addAll(members.ownedDevices());
            return new ExceptionTarget(
                    ExceptionKind.GROUP,
                    members.group().id().toString(),
                    members.group().name(),
                    new Covered(all, members.userNames()));
        });
    }

    @Override
    public Set<UUID> lastUsedBy(long runId, Set<String> userNames) {
        return formerUsers.devices(runId, userNames);
    }

    @Override
    public Map<UUID, List<DeviceRow>> devices(Collection<UUID> anyIds) {
        return devices.withAnyId(anyIds);
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (GraphAnswerException e) { // there is none, or several
            throw new ExceptionRefusedException(e.reason(), ExceptionRefusedException.TARGET);
        } catch (GraphException e) {
            throw new ExceptionRefusedException(e.reason());
        } catch (AgentMissingException e) {
            throw new ExceptionRefusedException(String.valueOf(e.getMessage()));
        }
    }
}
