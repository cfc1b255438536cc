package org.deviceoffboarding.task.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.deviceoffboarding.As;
import org.deviceoffboarding.DemoPortal;
import org.deviceoffboarding.DemoRuns;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoPortal
class AssigneeServiceTest {

    private static final Actor OTTO = new Actor("otto", "operator@contoso.example");

    @Autowired
    private DemoRuns portal;

    @Autowired
    private AssigneeService assignees;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void startAnAgent() {
        portal.startAfresh();
        forget();
        portal.start(portal.consent());
    }

    @AfterEach
    void forget() {
        jdbc.sql("delete from person").update();
    }

    @Test
    void whoSignsInToTheTenantIsFoundByEachOfTheirNamesAndMarkedUntilTheySignInHere() {
        String nora = "Nora Haugen · deputy@contoso.example · has never signed in here";

        assertThat(words("nora")).contains(nora);
        assertThat(words("Haugen")).containsExactly(nora);
        assertThat(words("deputy@")).containsExactly(nora);

        jdbc.sql("""
                insert into person (id, name, user_principal_name, roles, first_sign_in_at, last_sign_in_at, roles_read_at)
                values ('0b6d2f54-1c8e-4f0a-8a57-3e9d61c4a007', 'Nora Haugen', 'deputy@contoso.example',
                    '{READER,OPERATOR}', now(), now(), now())
                """).update();
        assertThat(words("Haugen")).containsExactly("Nora Haugen · deputy@contoso.example");
    }

    @Test
    void whoHasNoRoleHereIsFoundAndMarked() {
        jdbc.sql("""
                insert into person (id, name, user_principal_name, roles, first_sign_in_at, last_sign_in_at, roles_read_at)
                values ('0b6d2f54-1c8e-4f0a-8a57-3e9d61c4a006', 'Gus Novak', 'guest@contoso.example',
                    '{}', now(), now(), now())
                """).update();

        assertThat(words("gus")).containsExactly("Gus Novak · guest@contoso.example · has no role to work on tasks");
    }

    @Test
    void whoIsNotKnownToHaveARoleIsMarkedBeforeTheyAreMentioned() {
        String gus = "Gus Novak · guest@contoso.example · ";

        assertThat(spokenOf("gus"))
                .containsExactly(gus + "has never signed in here and has no known role, so no mail is sent");

        jdbc.sql("""
                insert into person (id, name, user_principal_name, roles, first_sign_in_at, last_sign_in_at, roles_read_at)
                values ('0b6d2f54-1c8e-4f0a-8a57-3e9d61c4a006', 'Gus Novak', 'guest@contoso.example',
                    '{}', now(), now(), now())
                """).update();
        assertThat(spokenOf("gus")).containsExactly(gus + "has no role here, so no mail is sent");

        jdbc.sql("update person set refused_at = now()").update();
        assertThat(spokenOf("gus")).containsExactly(gus + "can no longer sign in, so no mail is sent");
    }

    @Test
    void groupsAreFoundByHowTheirNamesBegin() {
        assertThat(words("it")).containsExactly("IT operations · Entra group");
    }

    private List<String> words(String typed) {
        return words(As.person(OTTO, List.of(Roles.READER, Roles.OPERATOR), () -> assignees.find(typed)));
    }

    private List<String> spokenOf(String typed) {
        return words(As.person(OTTO, List.of(Roles.READER, Roles.OPERATOR), () -> assignees.findPeople(typed)));
    }

    private static List<String> words(AssigneeService.Choices choices) {
        return choices.all().stream()
                .map(choice -> choice.name() + " · " + choice.hint())
                .toList();
    }
}
