package org.deviceoffboarding.person.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.util.List;
import org.deviceoffboarding.DemoPortal;
import org.deviceoffboarding.DemoRuns;
import org.deviceoffboarding.RecordedEntries;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.demotenant.DemoTenant;
import org.deviceoffboarding.demotenant.identity.IdentitySwitches;
import org.deviceoffboarding.person.KnownPerson;
import org.deviceoffboarding.person.PeopleFilter;
import org.deviceoffboarding.person.PeopleService;
import org.deviceoffboarding.person.RoleHolders;
import org.deviceoffboarding.person.SeenPeople;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoPortal
class AssignmentWatchTest {

    private static final String ARNE = "0b6d2f54-1c8e-4f0a-8a57-3e9d61c4a004";

    @Autowired
    private DemoRuns portal;

    @Autowired
    private DemoTenant tenant;

    @Autowired
    private AssignmentService assignments;

    @Autowired
    private PeopleService people;

    @Autowired
    private RoleHolders holders;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @BeforeEach
    void nobodyIsKnown() {
        portal.startAfresh();
        forget();
    }

    @AfterEach
    void forget() {
        jdbc.sql("delete from person").update();
        jdbc.sql("delete from role_assignment").update();
        jdbc.sql("delete from role_assignment_reading").update();
    }

    @Test
    void withoutThePermissionItIsSaidHowToGrantIt() {
        portal.start(portal.consent());

        assignments.readNow();

        AssignmentReading reading = assignments.latest().orElseThrow();
        assertThat(reading.readAt()).isNull();
        assertThat(reading.problem()).contains("delegated permission Application.Read.All", "admin consent");
    }

    @Test
    void theyAreReadAsSoonAsThereIsAnAgentToReadThemWith() {
        portal.removeAgent();
        assignments.readNow();
        assertThat(assignments.latest().orElseThrow().problem()).contains("no agent is set up");

        portal.start(portal.consent());

        await().pollInSameThread()
                .untilAsserted(
                        () -> assertThat(assignments.latest().orElseThrow().problem())
                                .doesNotContain("no agent is set up")
                                .contains("Application.Read.All"));
    }

    @Test
    void whoeverHasARoleIsKnownAlthoughTheyNeverSignedIn() {
        readWithPermission();

        assertThat(assignments.latest().orElseThrow().problem()).isNull();
        assertThat(namesOf(holders.othersThan("somebody", Roles.OWNER)))
                .containsExactlyInAnyOrder("Olivia Berg", "Nora Haugen");
        assertThat(namesOf(holders.othersThan("somebody", Roles.APPROVER)))
                .containsExactlyInAnyOrder("Olivia Berg", "Nora Haugen", "Amara Okafor");
        List<KnownPerson> operators = holders.othersThan("somebody", Roles.OPERATOR);
        assertThat(operators).hasSize(4 + 12);
        assertThat(operators)
                .filteredOn(person -> person.groups().contains("Service desk"))
                .hasSize(12)
                .allSatisfy(person -> assertThat(person.userPrincipalName()).endsWith("@contoso.example"));
    }

    @Test
    void whoeverIsNoLongerAssignedHoldsNothingAndIsShownSoUntilTheTenantSaysOtherwise() {
        SeenPeople seen = new SeenPeople(events);
        seen.signIn(ARNE, "Arne Fischer", clock.instant(), Roles.AUDITOR);
        switches().endRole("auditor@contoso.example");

        readWithPermission();

        assertThat(arne().unassigned()).isTrue();
        assertThat(namesOf(holders.othersThan("somebody", Roles.AUDITOR))).isEmpty();

        seen.signIn(ARNE, "Arne Fischer", clock.instant(), Roles.AUDITOR);
        assertThat(arne().unassigned()).isFalse();
        assertThat(namesOf(holders.othersThan("somebody", Roles.AUDITOR))).containsExactly("Arne Fischer");
    }

    @Test
    void whatSomebodyChangedInEntraIsOnRecordAndTheFirstReadingIsNot() {
        RecordedEntries recorded = new RecordedEntries(jdbc);
        int before = recorded.all("people.roles-changed").size();
        readWithPermission();
        assignments.readNow();
        assertThat(recorded.all("people.roles-changed")).hasSize(before);

        switches().endRole("auditor@contoso.example");
        assignments.readNow();

        assertThat(recorded.all("people.roles-changed")).hasSize(before + 1);
        assertThat(recorded.details("people.roles-changed"))
                .containsEntry("newOnes", 0)
                .containsEntry("goneOnes", 1)
                .extractingByKey("taken")
                .asString()
                .contains("Arne Fischer", "Auditor");
    }

    @Test
    void thatTheyCannotBeReadIsOnRecordOnceWithThePermissionThatIsMissing() {
        RecordedEntries recorded = new RecordedEntries(jdbc);
        portal.start(portal.consent());
        assignments.readNow();
        int before = recorded.all("people.roles-unread").size();

        assignments.readNow();

        assertThat(recorded.all("people.roles-unread")).hasSize(before);
        assertThat(recorded.details("people.roles-unread"))
                .containsEntry("permission", "Application.Read.All")
                .containsEntry("as", "the agent");
        assertThat(recorded.result("people.roles-unread")).isEqualTo("FAILED");
    }

    @Test
    void whatCannotBeReadLeavesWhatWasReadBefore() {
        readWithPermission();
        AssignmentReading before = assignments.latest().orElseThrow();
        portal.removeAgent();

        assignments.readNow();

        AssignmentReading after = assignments.latest().orElseThrow();
        assertThat(after.readAt()).isEqualTo(before.readAt());
        assertThat(after.problem()).contains("no agent is set up");
        assertThat(namesOf(holders.othersThan("somebody", Roles.OWNER)))
                .containsExactlyInAnyOrder("Olivia Berg", "Nora Haugen");
    }

    private void readWithPermission() {
        switches().grant("Application.Read.All");
        portal.start(portal.consent());
        assignments.readNow();
    }

    private KnownPerson arne() {
        return people.find(new PeopleFilter("arne", null), PageRequest.ofSize(1))
                .getFirst();
    }

    private static List<String> namesOf(List<KnownPerson> people) {
        return people.stream().map(KnownPerson::shownName).toList();
    }

    private IdentitySwitches switches() {
        return tenant.context().getBean(IdentitySwitches.class);
    }
}
