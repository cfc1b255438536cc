package org.deviceoffboarding.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.deviceoffboarding.graph.ScriptedGraph.TOKENS;
import static org.deviceoffboarding.graph.ScriptedGraph.json;

import java.util.UUID;
import org.deviceoffboarding.graph.GraphException;
import org.deviceoffboarding.graph.ScriptedGraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DirectorySearchTest {

    private static final UUID ADA = UUID.fromString("6a0b0000-0000-4000-8000-000000000003");
    private static final UUID DESK = UUID.fromString("6a0b0000-0000-4000-8000-000000000004");

    private final ScriptedGraph graph = new ScriptedGraph();
    private final DirectorySearch search = new DirectorySearch(graph.graph());

    @AfterEach
    void stop() {
        graph.close();
    }

    @Test
    void peopleAndGroupsAreFoundByHowTheirNamesBegin() {
        answer(200, """
                {"value":[{"id":"%s","displayName":"Ada O'Neil","userPrincipalName":"ada@contoso.com"}]}
                """.formatted(ADA), """
                {"value":[{"id":"%s","displayName":"Service desk"},
                    {"id":"%s","displayName":"Hidden","visibility":"HiddenMembership"}]}
                """.formatted(DESK, ADA));

        DirectorySearch.Found found = search.beginningWith(" Ada O' ", TOKENS);

        assertThat(found.people()).containsExactly(new DirectoryPerson(ADA, "Ada O'Neil", "ada@contoso.com"));
        assertThat(found.groups()).containsExactly(new EntraGroup(DESK, "Service desk"));
        assertThat(graph.requests().getLast())
                .contains(
                        "startswith%28displayName%2C%27Ada%20O%27%27%27%29",
                        "startswith%28surname%2C%27Ada%20O%27%27%27%29", "$top=10");
    }

    @Test
    void whatIsNoClearAnswerIsNotNobody() {
        answer(403, "{}", "{}");

        assertThatExceptionOfType(GraphException.class).isThrownBy(() -> search.beginningWith("ada", TOKENS));
    }

    private void answer(int status, String users, String groups) {
        graph.on("/$batch", json("""
                {"responses":[{"id":"0","status":%1$d,"body":%2$s},{"id":"1","status":%1$d,"body":%3$s}]}
                """.formatted(status, users, groups)));
    }
}
