package org.deviceoffboarding.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.SettableClock;
import org.deviceoffboarding.access.PersonRefused;
import org.deviceoffboarding.access.PersonSeen;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.PersonNames;
import org.deviceoffboarding.base.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;

@PortalTest
class PersonTest {

    private static final Instant MORNING = Instant.parse("2026-11-23T08:00:00Z");

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private PersonRepository people;

    @Autowired
    private PersonNames names;

    private final SettableClock clock = new SettableClock(MORNING);
    private RoleHolders holders;
    private SeenPeople seen;

    @BeforeEach
    void prepare() {
        holders = new RoleHolders(people, clock);
        seen = new SeenPeople(events);
    }

    @Test
    void aSignInStoresWhoThePersonIs() {
        seen.signIn("O", "Olivia Berg", MORNING, Roles.OWNER);

        KnownPerson olivia = people.find("O").orElseThrow();

        assertThat(olivia.name()).isEqualTo("Olivia Berg");
        assertThat(olivia.userPrincipalName()).isEqualTo("o@contoso.example");
        assertThat(olivia.mail()).isEqualTo("o@contoso.example");
        assertThat(Roles.labels(olivia.roles())).isEqualTo("Owner");
        assertThat(List.of(olivia.firstSignInAt(), olivia.lastSignInAt(), olivia.rolesReadAt()))
                .containsOnly(MORNING);
    }

    @Test
    void whoeverHasAnotherNameAtTheNextSignInIsShownByIt() {
        seen.signIn("O", "Olivia Berg", MORNING, Roles.OWNER);
        assertThat(names.realName("O")).contains("Olivia Berg");

        seen.signIn("O", "Olivia Lund", MORNING.plusSeconds(60), Roles.OWNER);

        assertThat(names.realName("O")).contains("Olivia Lund");
        assertThat(people.find("O").orElseThrow().firstSignInAt()).isEqualTo(MORNING);
        assertThat(people.find("O").orElseThrow().lastSignInAt()).isEqualTo(MORNING.plusSeconds(60));
    }

    @Test
    void anAccountLeadsToANameUnlessItWasEverAnotherPersonsToo() {
        seen.signIn("O", "Olivia Berg", MORNING, Roles.OWNER);
        assertThat(names.realNameOfAccount("O@Contoso.example")).contains("Olivia Berg");
        assertThat(names.realNameOfAccount("o")).isEmpty();

        events.publishEvent(new PersonSeen(
                new Actor("O-2", "o@contoso.example"),
                "Oskar Lund",
                null,
                List.of(Roles.READER),
                MORNING.plusSeconds(60),
                true));

        assertThat(names.realNameOfAccount("o@contoso.example")).isEmpty();
        assertThat(names.realName("O-2")).contains("Oskar Lund");
    }

    @Test
    void whomTheTenantGivesNeitherNameNorMailIsKnownByTheUserPrincipalName() {
        events.publishEvent(
                new PersonSeen(new Actor("O", "o@contoso.example"), " ", null, List.of(Roles.READER), MORNING, true));

        assertThat(names.realName("O")).isEmpty();
        assertThat(people.find("O").orElseThrow().shownName()).isEqualTo("o@contoso.example");
        assertThat(people.find("O").orElseThrow().mail()).isNull();
    }

    @Test
    void aRoleLostBetweenTwoReadingsIsNoLongerHeld() {
        seen.signIn("O", "Olivia Berg", MORNING, Roles.OWNER);
        assertThat(othersWith(Roles.OWNER)).containsExactly("O");

        seen.readRoles("O", "Olivia Berg", MORNING.plusSeconds(60), Roles.OPERATOR);

        assertThat(othersWith(Roles.OWNER)).isEmpty();
        assertThat(othersWith(Roles.OPERATOR)).containsExactly("O");
        assertThat(people.find("O").orElseThrow().lastSignInAt()).isEqualTo(MORNING);
    }

    @Test
    void whatTheTenantSaidEarlierDoesNotReplaceWhatItSaidLater() {
        seen.signIn("O", "Olivia Berg", MORNING, Roles.OWNER);
        seen.readRoles("O", "Olivia Berg", MORNING.plusSeconds(60));

        seen.readRoles("O", "Olivia Berg", MORNING.plusSeconds(59), Roles.OWNER);

        assertThat(people.find("O").orElseThrow().roles()).isEmpty();
    }

    @Test
    void whoeverTheTenantRefusesHoldsNothingUntilTheySignInAgain() {
        seen.signIn("O", "Olivia Berg", MORNING, Roles.OWNER);

        events.publishEvent(new PersonRefused("O", MORNING.plusSeconds(60)));
        assertThat(othersWith(Roles.OWNER)).isEmpty();
        assertThat(people.count(new PeopleFilter("", Roles.OWNER))).isZero();

        seen.signIn("O", "Olivia Berg", MORNING.plusSeconds(120), Roles.OWNER);
        assertThat(othersWith(Roles.OWNER)).containsExactly("O");
    }

    @Test
    void aRoleIncludesOthersAndWhoeverAsksIsNotCounted() {
        seen.signIn("O", "Olivia Berg", MORNING, Roles.OWNER);
        seen.signIn("A", "Arne Fischer", MORNING.plusSeconds(1), Roles.APPROVER);
        seen.signIn("U", "Rosa Martín", MORNING.plusSeconds(2), Roles.AUDITOR);

        assertThat(othersWith(Roles.APPROVER)).containsExactly("A", "O");
        assertThat(holders.othersThan("A", Roles.APPROVER))
                .extracting(KnownPerson::id)
                .containsExactly("O");
        assertThat(othersWith(Roles.READER)).containsExactly("U", "A", "O");
    }

    @Test
    void whoeverWasNotSeenFor90DaysDoesNotCount() {
        seen.signIn("O", "Olivia Berg", MORNING, Roles.OWNER);

        clock.forward(Duration.ofDays(90));
        assertThat(othersWith(Roles.OWNER)).containsExactly("O");

        clock.forward(Duration.ofSeconds(1));
        assertThat(othersWith(Roles.OWNER)).isEmpty();
    }

    @Test
    void peopleAreFoundByNameAndRoleAndSortedByTheNameThatIsShown() {
        seen.signIn("Z", "Åsa Lund", MORNING, Roles.READER);
        seen.signIn("B", "Olivia Berg", MORNING, Roles.OWNER);
        seen.signIn("A", null, MORNING, Roles.OPERATOR);
        PageRequest byName = PageRequest.of(0, 10, Sort.by("name"));

        assertThat(people.find(new PeopleFilter("", null), byName))
                .extracting(KnownPerson::shownName)
                .startsWith("a@contoso.example");
        assertThat(people.find(
                        new PeopleFilter("", null), PageRequest.of(0, 10, Sort.by(Sort.Direction.DESC, "roles"))))
                .extracting(KnownPerson::id)
                .containsExactly("B", "A", "Z");
        assertThat(people.find(new PeopleFilter("lund", null), byName))
                .extracting(KnownPerson::id)
                .containsExactly("Z");
        assertThat(people.find(new PeopleFilter("", Roles.OPERATOR), byName))
                .extracting(KnownPerson::id)
                .containsExactly("A", "B");
    }

    private List<String> othersWith(String role) {
        return holders.othersThan("somebody", role).stream()
                .map(KnownPerson::id)
                .toList();
    }
}
