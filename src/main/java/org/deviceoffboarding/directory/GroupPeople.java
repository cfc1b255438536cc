package org.deviceoffboarding.directory;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
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

/** Reads the people who are in a group themselves, not by a group in it: those whom Entra gives an app role by the group. */
@Component
public class GroupPeople {

    private final Graph graph;
    private final GroupLookup groups;

    GroupPeople(Graph graph, GroupLookup groups) {
        this.graph = graph;
        this.groups = groups;
    }

    /**
     * Reads all of them.
     *
     * @throws org.deviceoffboarding.graph.GraphException if they cannot be read whole
     */
    public List<DirectoryPerson> directlyIn(UUID group, AccessTokens tokens) {
        return in(group, Integer.MAX_VALUE, tokens).people();
    }

    /**
     * Reads them, with the name of the group. Of a group that is too large, no more are read than it takes to know that.
     *
     * @param most how many are wanted: where more are returned there may be still others
     * @throws org.deviceoffboarding.graph.GraphException if they cannot be read whole
     */
    public NamedPeople in(UUID group, int most, AccessTokens tokens) {
        EntraGroup found = groups.find(group.toString(), tokens); // refuses one that hides its members
        var people = new People(found, most);
        graph.readAll(
                new GraphCollection<>(
                        "people in the group '" + found.name() + "'",
                        "/groups/" + group + "/members?$top=999&$select=id,displayName,userPrincipalName",
                        Row.class,
                        GroupLookup.PERMISSION),
                tokens,
                people);
        return new NamedPeople(found, people.all);
    }

    private record Row(
            @JsonProperty("@odata.type") @Nullable String type,
            @Nullable String id,
            @Nullable String displayName,
            @Nullable String userPrincipalName) {}

    private static final class People implements PageHandler<Row> {

        private final EntraGroup group;
        private final int most;
        private final List<DirectoryPerson> all = new ArrayList<>();

        People(EntraGroup group, int most) {
            this.group = group;
            this.most = most;
        }

        @Override
        public boolean mayBeEnough() {
            return true;
        }

        @Override
        public boolean isEnough() {
            return all.size() > most;
        }

        @Override
        public void handle(GraphPage<Row> page) {
            page.rows().stream()
                    .filter(row -> "#microsoft.graph.user".equals(row.type()))
                    .forEach(this::add);
        }

        @Override
        public void restarted() {
            all.clear();
        }

        private void add(Row row) {
            UUID id = BlankValues.orId(row.id());
            if (id == null) {
                throw new GraphAnswerException(
                        "Microsoft Graph's answer for the people in the group '%s' holds one without a valid ID."
                                .formatted(group.name()));
            }
            all.add(new DirectoryPerson(
                    id, BlankValues.orText(row.displayName()), BlankValues.orText(row.userPrincipalName())));
        }
    }
}
