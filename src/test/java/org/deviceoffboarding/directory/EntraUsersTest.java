package org.deviceoffboarding.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.deviceoffboarding.graph.ScriptedGraph.TOKENS;
import static org.deviceoffboarding.graph.ScriptedGraph.json;
import static org.deviceoffboarding.graph.ScriptedGraph.page;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.deviceoffboarding.graph.GraphException;
import org.deviceoffboarding.graph.ScriptedGraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** People and what Entra registered for them. */
class EntraUsersTest {

    private static final UUID USER = UUID.fromString("6a0b0000-0000-4000-8000-000000000003");
    private static final UUID DEVICE = UUID.fromString("6a0b0000-0000-4000-8000-000000000004");
    private static final String OWNED = "/users/" + USER + "/ownedDevices";

    private final ScriptedGraph graph = new ScriptedGraph();
    private final EntraUsers users = new EntraUsers(graph.graph());
    private final OwnedDevices owned = new OwnedDevices(graph.graph());

    @AfterEach
    void stop() {
        graph.close();
    }

    @Test
    void aGuestIsFoundByTheWholeName() {
        answer(200, "{\"id\":\"%s\",\"userPrincipalName\":\"ada_x.com#EXT#@contoso.com\"}".formatted(USER));

        assertThat(users.find(" ada_x.com#EXT#@contoso.com ", TOKENS))
                .isEqualTo(new EntraUser(USER, "ada_x.com#EXT#@contoso.com"));
        assertThat(graph.requests().getLast()).contains("/users/ada_x.com%23EXT%23%40contoso.com?$select");
    }

    @Test
    void someoneWhoIsNotThereOrNotNamedIsRefused() {
        answer(404, "{}");
        assertRefused(() -> users.find("ada@contoso.com", TOKENS), "has no user ada@contoso.com");
        answer(200, "{\"id\":\"%s\"}".formatted(USER));
        assertRefused(() -> users.find("ada@contoso.com", TOKENS), "User.Read.All", "renew it");
        assertRefused(() -> users.find("Ada", TOKENS), "no user", "user principal name");
    }

    @Test
    void devicesOfAPersonAreReadToTheirEnd() {
        answer(200, "{\"value\":[],\"@odata.nextLink\":\"" + graph.url(OWNED + "?$skiptoken=2") + "\"}");
        graph.on(OWNED, json(page(null, "{\"id\":\"" + DEVICE + "\"}")));

        assertThat(owned.of(List.of(USER), TOKENS)).isEqualTo(Map.of(USER, Set.of(DEVICE)));
    }

    @Test
    void aPersonWithoutDevicesIsNoUnclearAnswer() {
        answer(200, "{\"value\":[]}");

        assertThat(owned.of(List.of(USER), TOKENS)).isEqualTo(Map.of(USER, Set.of()));
    }

    @Test
    void whatIsNoClearAnswerIsNoEmptyList() {
        answer(404, "{}");
        assertRefused(() -> owned.of(List.of(USER), TOKENS), "no user with the object ID " + USER);
        answer(200, "{}");
        assertRefused(() -> owned.of(List.of(USER), TOKENS), "no clear answer");
        answer(200, "{\"value\":[{\"id\":\"\"}]}");
        assertRefused(() -> owned.of(List.of(USER), TOKENS), "without a valid ID");
    }

    private void answer(int status, String body) {
        graph.on("/$batch", json("{\"responses\":[{\"id\":\"0\",\"status\":%d,\"body\":%s}]}".formatted(status, body)));
    }

    private static void assertRefused(ThrowingCallable call, String... words) {
        assertThatExceptionOfType(GraphException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.reason()).contains(words));
    }
}
