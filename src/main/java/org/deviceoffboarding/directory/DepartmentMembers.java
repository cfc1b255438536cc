package org.deviceoffboarding.directory;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
 * Reads the people of a department, as Entra ID has it written. Who cannot be read whole is a {@link
 * org.deviceoffboarding.graph.GraphException} with a sentence for people, never a short list.
 */
@Component
public class DepartmentMembers {

    private final Graph graph;
    private final OwnedDevices ownedDevices;

    DepartmentMembers(Graph graph, OwnedDevices ownedDevices) {
        this.graph = graph;
        this.ownedDevices = ownedDevices;
    }

    /**
     * The people of a department with what is theirs.
     *
     * @param userNames their user principal names, in lower case
     * @param ownedDevices object IDs of the devices that Entra registered for them
     */
    public record Department(String name, Set<String> userNames, Set<UUID> ownedDevices) {

        public Department {
            userNames = Set.copyOf(userNames);
            ownedDevices = Set.copyOf(ownedDevices);
        }
    }

    /**
     * Reads a department.
     *
     * @param name its name, whole
     * @throws NotInEntraException if nobody is in it
     */
    public Department read(String name, AccessTokens tokens) {
        String wanted = name.strip();
        if (wanted.isEmpty()) {
            throw new NotInEntraException("Name a department by its whole name.");
        }
        var people = new People();
        graph.readAll(collection(wanted), tokens, people);
        if (people.users.isEmpty()) {
            throw new NotInEntraException("Microsoft Entra has nobody in a department named '" + wanted
                    + "'. Give its whole name as Entra writes it under a person's Job information.");
        }
        Set<UUID> owned = new HashSet<>();
        ownedDevices.of(people.users.keySet(), tokens).values().forEach(owned::addAll);
        return new Department(
                wanted,
                people.users.values().stream()
                        .map(user -> user.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()),
                owned);
    }

    private static GraphCollection<Person> collection(String name) {
        return new GraphCollection<>(
                "people of the department '" + name + "'",
                "/users?$filter="
                        + URLEncoder.encode("department eq '" + name.replace("'", "''") + "'", StandardCharsets.UTF_8)
                                .replace("+", "%20")
                        + "&$top=999&$select=id,userPrincipalName",
                Person.class,
                OwnedDevices.PERMISSION);
    }

    private record Person(@Nullable String id, @Nullable String userPrincipalName) {}

    private static final class People implements PageHandler<Person> {

        private final Map<UUID, String> users = new HashMap<>();

        @Override
        public void handle(GraphPage<Person> page) {
            page.rows().forEach(this::add);
        }

        @Override
        public void restarted() {
            users.clear();
        }

        private void add(Person person) {
            UUID id = BlankValues.orId(person.id());
            String name = BlankValues.orText(person.userPrincipalName());
            if (id == null || name == null) {
                throw new GraphAnswerException(
                        "Microsoft Graph's answer for the people of a department cannot be relied upon: it holds one without a valid ID or user principal name.");
            }
            users.put(id, name);
        }
    }
}
