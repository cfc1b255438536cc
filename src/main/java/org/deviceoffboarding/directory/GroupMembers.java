package org.deviceoffboarding.directory;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.deviceoffboarding.base.BlankValues;
import org.deviceoffboarding.graph.AccessTokens;
import org.deviceoffboarding.graph.Graph;
import org.deviceoffboarding.graph.GraphAnswerException;
import org.deviceoffboarding.graph.GraphCollection;
import org.deviceoffboarding.graph.GraphPage;
import org.deviceoffboarding.graph.PageHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads groups of Entra ID with everyone in them. A group that cannot be read whole is a
 * {@link org.deviceoffboarding.graph.GraphException} with a sentence for people, never a short list.
 */
@Component
public class GroupMembers {

    private final Graph graph;
    private final GroupLookup groups;
    private final OwnedDevices ownedDevices;

    GroupMembers(Graph graph, GroupLookup groups, OwnedDevices ownedDevices) {
        this.graph = graph;
        this.groups = groups;
        this.ownedDevices = ownedDevices;
    }

    /**
     * Finds one group.
     *
     * @param idOrName its object ID, or its name whole
     * @throws GraphAnswerException if there is none, if several have the name, or if its members are hidden
     */
    public EntraGroup find(String idOrName, AccessTokens tokens) {
        return groups.find(idOrName, tokens);
    }

    /**
     * Reads one group with those that are in the groups in it. Takes as many requests as its size needs; holds no
     * database connection.
     *
     * @param idOrName as in {@link #find}
     */
    public GroupMembership read(String idOrName, AccessTokens tokens) {
        EntraGroup group = groups.find(idOrName, tokens);
        var members = new Members(group);
        graph.readAll(collection(group), tokens, members);
        Set<UUID> owned = new HashSet<>();
        ownedDevices.of(members.users.keySet(), tokens).values().forEach(owned::addAll);
        return new GroupMembership(
                group, members.devices, members.users.keySet(), Set.copyOf(members.users.values()), owned);
    }

    private static GraphCollection<Member> collection(EntraGroup group) {
        return new GraphCollection<>(
                "members of the group '" + group.name() + "'",
                "/groups/" + group.id() + "/transitiveMembers?$top=999&$select=id,userPrincipalName,visibility",
                Member.class,
                GroupLookup.PERMISSION);
    }

    /** A member as Graph sends it; one that the agent may not read has its type and ID only. */
    record Member(
            @JsonProperty("@odata.type") @Nullable String type,
            @Nullable String id,
            @Nullable String userPrincipalName,
            @Nullable String visibility) {}

    private static final class Members implements PageHandler<Member> {

        private final EntraGroup group;
        private final Set<UUID> devices = new HashSet<>();
        private final Map<UUID, String> users = new HashMap<>();

        Members(EntraGroup group) {
            this.group = group;
        }

        @Override
        public void handle(GraphPage<Member> page) {
            page.rows().forEach(this::add);
        }

        @Override
        public void restarted() {
            devices.clear();
            users.clear();
        }

        private void add(Member member) {
            UUID id = BlankValues.orId(member.id());
            if (id == null || member.type() == null) {
                throw unusable("it holds a member without a type or a valid ID");
            }
            switch (member.type()) {
                case "#microsoft.graph.device" -> devices.add(id);
                case "#microsoft.graph.user" -> users.put(id, nameOf(member, id));
                case "#microsoft.graph.group" -> GroupLookup.requireVisible(member.visibility(), id.toString());
                default -> {} // service principals and contacts have no devices
            }
        }

        private String nameOf(Member member, UUID id) {
            String name = BlankValues.orText(member.userPrincipalName());
            if (name == null) {
                throw unusable(
                        "it does not name the user " + id + ", for which the agent needs the permission "
                                + OwnedDevices.PERMISSION
                                + ". If the agent was set up before the portal asked for it, an owner has to renew the agent under Settings");
            }
            return name;
        }

        private GraphAnswerException unusable(String why) {
            return new GraphAnswerException(
                    "Microsoft Graph's answer for the members of the group '%s' (%s) cannot be relied upon: %s."
                            .formatted(group.name(), group.id(), why));
        }
    }
}
