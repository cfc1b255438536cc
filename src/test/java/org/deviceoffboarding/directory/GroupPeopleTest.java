package org.deviceoffboarding.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deviceoffboarding.graph.ScriptedGraph.TOKENS;
import static org.deviceoffboarding.graph.ScriptedGraph.json;
import static org.deviceoffboarding.graph.ScriptedGraph.page;

import java.util.UUID;
import org.deviceoffboarding.graph.ScriptedGraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The people of a group, which can be the whole tenant. */
class GroupPeopleTest {

    private static final UUID GROUP = UUID.fromString("aaaaaaaa-0000-0000-0000-000000000001");

    private final ScriptedGraph graph = new ScriptedGraph();
    private final GroupPeople people = new GroupPeople(graph.graph(), new GroupLookup(graph.graph()));

    @AfterEach
    void stop() {
        graph.close();
    }

    @Test
    void ofAGroupThatIsTooLargeNoMoreIsReadThanItTakesToKnowThat() {
        haveGroupOfThreePages();

        assertThat(people.in(GROUP, 3, TOKENS).people())
                .as("more than are wanted")
                .hasSize(4);

        assertThat(graph.requests()).noneMatch(request -> request.contains("p=3"));
    }

    @Test
    void aGroupThatIsSmallEnoughIsReadWhole() {
        haveGroupOfThreePages();

        assertThat(people.in(GROUP, 5, TOKENS).people()).hasSize(5);
    }

    private void haveGroupOfThreePages() {
        String members = "/groups/" + GROUP + "/members";
        graph.on("/$batch", json("""
                        {"responses":[{"id":"0","status":200,"body":{"id":"%s","displayName":"All staff"}}]}""".formatted(GROUP)))
                .on(members, json(page(graph.url(members + "?p=2"), person(1), person(2))))
                .on(members + "?p=2", json(page(graph.url(members + "?p=3"), person(3), person(4))))
                .on(members + "?p=3", json(page(null, person(5))));
    }

    private static String person(int number) {
        return """
                {"@odata.type":"#microsoft.graph.user","id":"bbbbbbbb-0000-0000-0000-00000000000%d","displayName":"P%d"}""".formatted(number, number);
    }
}
