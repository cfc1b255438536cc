package org.deviceoffboarding.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deviceoffboarding.graph.ScriptedGraph.json;

import java.time.Instant;
import java.util.Set;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.SettableClock;
import org.deviceoffboarding.agent.AgentIdentity;
import org.deviceoffboarding.base.PersonNames;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.directory.PersonAddressesAt;
import org.deviceoffboarding.evaluation.execution.ScriptedIdentity;
import org.deviceoffboarding.graph.AccessTokens;
import org.deviceoffboarding.graph.ScriptedGraph;
import org.deviceoffboarding.notification.Reach;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where people are reached who never signed in: as Entra names them at the moment. */
@PortalTest
class LookedUpPeopleTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final String AMARA = "6a0b0000-0000-4000-8000-000000000003";

    @Autowired
    private PersonRepository people;

    @Autowired
    private PersonNames names;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient jdbc;

    private final SettableClock clock = new SettableClock(NOW);
    private final ScriptedGraph graph = new ScriptedGraph();

    @BeforeEach
    void nobodyHasARole() {
        jdbc.sql("delete from role_assignment").update();
        jdbc.sql("delete from role_assignment_reading").update();
    }

    @AfterEach
    void stop() {
        graph.close();
    }

    @Test
    void whoHasARoleAndNeverSignedInIsReachedAsEntraSays() {
        assign(AMARA);
        answer(200, "Amara Osei", "amara.osei@contoso.com", "\"amara@contoso.example\"", true);

        Reach.At reach = (Reach.At) reach(AMARA);

        assertThat(reach.mail()).isEqualTo("amara@contoso.example");
        assertThat(reach.person().name()).isEqualTo("Amara Osei");
        assertThat(reach.person().roles()).isEqualTo(Set.of(Roles.READER, Roles.OPERATOR));
        assertThat(names.realName(AMARA)).contains("Amara Osei");
    }

    @Test
    void whereNoMailboxIsNamedThePrincipalNameOfTheTenantsOwnDomainIsOne() {
        assign(AMARA);
        answer(200, "Amara Osei", "amara.osei@contoso.com", "null", true);

        assertThat(((Reach.At) reach(AMARA)).mail()).isEqualTo("amara.osei@contoso.com");
    }

    @Test
    void asLongAsNoAssignmentsAreReadNothingIsSentToWhoeverNeverSignedIn() {
        assertThat(reach(AMARA))
                .isEqualTo(
                        new Reach.Nowhere(
                                "This person has never signed in here, and no role of theirs is known: nothing is sent to whoever may not see it."));
        assertThat(graph.requests()).isEmpty();
    }

    @Test
    void whoLostTheRoleIsNotLookedUp() {
        new SeenPeople(events).signIn("O", "Olivia Berg", NOW);
        jdbc.sql("update person set mail = null where id = 'O'").update();

        assertThat(reach("O")).isEqualTo(new Reach.Nowhere("The person no longer has a role in the portal."));
        assertThat(graph.requests()).isEmpty();
    }

    @Test
    void whoIsKnownToHaveNoRoleIsNotLookedUp() {
        assign("somebody-else");

        assertThat(reach(AMARA))
                .isEqualTo(
                        new Reach.Nowhere(
                                "This person has never signed in here, and has no role: nothing is sent to whoever may not see it."));
        assertThat(graph.requests()).isEmpty();
    }

    @Test
    void anAccountWithoutAMailboxOfItsOwnIsNotReached() {
        assign(AMARA);
        answer(200, "Amara Osei", "amara_x.com#EXT#@contoso.com", "null", true);
        assertWhy("This person has never signed in here, and Entra names no mail address of theirs.");
        answer(200, "Amara Osei", "amara@contoso.onmicrosoft.com", "null", true);
        assertWhy("This person has never signed in here, and Entra names no mail address of theirs.");
        answer(200, "Amara Osei", "amara@contoso.com", "\"amara@contoso.com\"", false);
        assertWhy("The account of this person is disabled in Entra.");
        answer(404, "", "", "null", true);
        assertWhy("Entra has no such person any more.");
    }

    @Test
    void whyEntraIsNotAskedIsSaid() {
        assign(AMARA);
        LookedUpPeople without = lookedUp(new ScriptedIdentity());

        assertThat(new PeopleAudience(people, without, clock).reach(AMARA))
                .isEqualTo(
                        new Reach.Nowhere(
                                "This person has never signed in here, and Entra is not asked for a mail address, since no agent is set up."));
    }

    @Test
    void whoSignedInIsReachedWithoutAskingEntra() {
        new SeenPeople(events).signIn("O", "Olivia Berg", NOW, Roles.OPERATOR);

        assertThat(((Reach.At) reach("O")).mail()).isEqualTo("o@contoso.example");
        assertThat(graph.requests()).isEmpty();
    }

    private void assertWhy(String why) {
        assertThat(reach(AMARA)).isEqualTo(new Reach.Nowhere(why));
    }

    private Reach reach(String id) {
        return new PeopleAudience(
                        people,
                        lookedUp(new ScriptedIdentity() {
                            @Override
                            public AccessTokens tokens() {
                                return ScriptedGraph.TOKENS;
                            }
                        }),
                        clock)
                .reach(id);
    }

    private LookedUpPeople lookedUp(AgentIdentity agent) {
        return new LookedUpPeople(people, PersonAddressesAt.graph(graph.graph()), agent, events, clock);
    }

    private void assign(String person) {
        jdbc.sql("insert into role_assignment (person_id, name, roles) values (?, 'Amara Osei', '{READER,OPERATOR}')")
                .params(person)
                .update();
        jdbc.sql("insert into role_assignment_reading (read_at, tried_at) values (now(), now())")
                .update();
    }

    private void answer(int status, String name, String principal, String mail, boolean enabled) {
        graph.on("/$batch", json("""
                        {"responses":[{"id":"0","status":%d,"body":{"id":"%s","displayName":"%s","userPrincipalName":"%s",
                        "mail":%s,"accountEnabled":%s}}]}""".formatted(status, AMARA, name, principal, mail, enabled)));
    }
}
