package org.deviceoffboarding.playbook.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Objects;
import org.deviceoffboarding.As;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.audit.reading.AuditEntry;
import org.deviceoffboarding.audit.reading.AuditFilter;
import org.deviceoffboarding.audit.reading.AuditLogService;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.playbook.Suggested;
import org.deviceoffboarding.playbook.definition.Playbook;
import org.deviceoffboarding.playbook.definition.PlaybookRefusedException;
import org.deviceoffboarding.playbook.definition.Step;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;

@PortalTest
@WithMockUser(roles = {Roles.READER, Roles.OPERATOR})
class ChecklistServiceTest {

    private static final Actor ANNA = new Actor("oid-anna", "anna@contoso.example");
    private static final Actor BEN = new Actor("oid-ben", "ben@contoso.example");

    @Autowired
    private ChecklistService checklists;

    @Autowired
    private AuditLogService auditLog;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void theStepsOfASuggestionFitItsDevices() {
        Suggested suggested = Suggested.windows(jdbc);
        suggested.device("LAPTOP-1", "AzureAd");
        suggested.device("LAPTOP-2", "Workplace");

        Checklist checklist = checklists.find(suggested.id()).orElseThrow();

        assertThat(checklist.playbook().key()).isEqualTo(Playbook.Key.WINDOWS_JOINED);
        assertThat(checklist.items())
                .extracting(item -> item.step().key())
                .containsExactly("list", "keys-windows", "defender-windows", "disable", "grace", "delete", "verify");
        assertThat(checklist.notes()).singleElement().asString().startsWith("1 of 2 devices is only registered");
        assertThat(checklist.besides())
                .extracting(Playbook::key)
                .containsExactly(Playbook.Key.LOST_OR_STOLEN, Playbook.Key.CO_MANAGED, Playbook.Key.PROTECTED);
    }

    @Test
    void joinTypesAreComparedWithoutCase() {
        Suggested suggested = Suggested.windows(jdbc);
        suggested.device("LAPTOP-1", "WORKPLACE");

        assertThat(checklists.find(suggested.id()).orElseThrow().playbook().key())
                .isEqualTo(Playbook.Key.WINDOWS_REGISTERED);
    }

    @Test
    void aJoinTypeThatIsBlankOrNewIsTreatedWithMoreCare() {
        for (String joinType : new String[] {null, "", "SomethingNew"}) {
            Suggested suggested = Suggested.windows(jdbc);
            suggested.device("LAPTOP-1", joinType);
            suggested.device("LAPTOP-2", "Workplace");

            assertThat(checklists.find(suggested.id()).orElseThrow().playbook().key())
                    .as("join type '%s'", joinType)
                    .isEqualTo(Playbook.Key.WINDOWS_JOINED);
        }
    }

    @Test
    void whoTickedWhatAndWhenIsKeptAndOnRecord() {
        long id = suggestion();

        As.person(ANNA, () -> checklists.tick(id, "list"));

        assertThat(ticker(id, "list")).isEqualTo(ANNA);
        AuditEntry entry = newestEntry();
        assertThat(entry.actor()).isEqualTo(ANNA);
        assertThat(entry.action()).isEqualTo("step.ticked");
        assertThat(entry.subject()).isEqualTo("suggestion:" + id);
        assertThat(entry.summary()).isEqualTo("Ticked “Download the device list” of “Remove some devices”");
    }

    @Test
    void whatCannotBeUndoneWaitsForEachRequiredStep() {
        long id = suggestion();

        assertThat(item(id, "verify").blockedBy()).isNotNull();
        assertThatExceptionOfType(PlaybookRefusedException.class)
                .isThrownBy(() -> As.person(ANNA, () -> checklists.tick(id, "delete")))
                .withMessageStartingWith("“Download the device list” comes first");

        As.person(ANNA, () -> checklists.tick(id, "list"));
        assertThatExceptionOfType(PlaybookRefusedException.class)
                .isThrownBy(() -> As.person(ANNA, () -> checklists.tick(id, "grace")))
                .withMessageStartingWith("“Make sure that the BitLocker keys");
        assertThat(item(id, "grace").ticked()).isFalse();
    }

    @Test
    void disablingCanBeUndoneAndWaitsForNothing() {
        long id = suggestion();

        As.person(ANNA, () -> checklists.tick(id, "disable"));

        assertThat(item(id, "disable").ticked()).isTrue();
        assertThat(checklists.find(id).orElseThrow().next().orElseThrow().step().key())
                .isEqualTo("list");
    }

    @Test
    void whatIsWaitedForIsSaidOnce() {
        Checklist checklist = checklists.find(suggestion()).orElseThrow();

        assertThat(checklist.items())
                .filteredOn(item -> !checklist.waitsFor(item).isEmpty())
                .singleElement()
                .satisfies(first -> assertThat(checklist.waitsFor(first))
                        .extracting(Step::key)
                        .containsExactly("list", "keys-windows", "disable"));
    }

    @Test
    void aStepThatIsNotRequiredCanBeLeftOut() {
        long id = suggestion();
        As.person(ANNA, () -> checklists.tick(id, "list"));
        As.person(ANNA, () -> checklists.tick(id, "keys-windows"));

        As.person(ANNA, () -> checklists.tick(id, "disable"));

        assertThat(item(id, "defender-windows").ticked()).isFalse();
        assertThat(item(id, "disable").ticked()).isTrue();
    }

    @Test
    void theFirstTickCounts() {
        long id = suggestion();
        As.person(ANNA, () -> checklists.tick(id, "list"));
        long entries = auditLog.count(AuditFilter.NONE);

        As.person(BEN, () -> checklists.tick(id, "list"));

        assertThat(ticker(id, "list")).isEqualTo(ANNA);
        assertThat(auditLog.count(AuditFilter.NONE)).isEqualTo(entries);
    }

    @Test
    void takingATickBackKeepsLaterOnesAndBlocksWhatComesNext() {
        long id = suggestion();
        As.person(ANNA, () -> checklists.tick(id, "list"));
        As.person(ANNA, () -> checklists.tick(id, "keys-windows"));
        As.person(ANNA, () -> checklists.tick(id, "disable"));

        As.person(BEN, () -> checklists.untick(id, "list"));

        assertThat(checklists.find(id).orElseThrow().laterTicked(item(id, "list")))
                .isTrue();
        assertThat(item(id, "list").ticked()).isFalse();
        assertThat(item(id, "disable").ticked()).isTrue();
        assertThat(newestEntry().summary())
                .isEqualTo("Took the tick of “Download the device list” of “Remove some devices” back");
        assertThatExceptionOfType(PlaybookRefusedException.class)
                .isThrownBy(() -> As.person(ANNA, () -> checklists.tick(id, "grace")));
    }

    @Test
    void takingBackWhatIsNotTickedIsNothing() {
        long id = suggestion();
        long entries = auditLog.count(AuditFilter.NONE);

        As.person(BEN, () -> checklists.untick(id, "list"));

        assertThat(auditLog.count(AuditFilter.NONE)).isEqualTo(entries);
    }

    @Test
    void anotherSuggestionHasTicksOfItsOwn() {
        long earlier = suggestion();
        As.person(ANNA, () -> checklists.tick(earlier, "list"));
        long next = suggestion();

        assertThat(item(next, "list").ticked()).isFalse();
        assertThat(item(earlier, "list").ticked()).isTrue();
    }

    @Test
    void whatDoesNotExistIsRefusedInASentence() {
        long id = suggestion();

        assertThatExceptionOfType(PlaybookRefusedException.class)
                .isThrownBy(() -> As.person(ANNA, () -> checklists.tick(id, "delete-on-premises")))
                .withMessageContaining("no such step");
        assertThatExceptionOfType(PlaybookRefusedException.class)
                .isThrownBy(() -> As.person(ANNA, () -> checklists.tick(-1, "list")))
                .withMessageContaining("no such suggestion");
        assertThat(checklists.find(-1)).isEmpty();
    }

    @Test
    @WithMockUser(roles = Roles.READER)
    void readersSeeAndDoNotTick() {
        long id = suggestion();

        assertThat(checklists.find(id)).isPresent();
        for (Runnable change : List.<Runnable>of(
                () -> As.person(ANNA, () -> checklists.tick(id, "list")),
                () -> As.person(ANNA, () -> checklists.untick(id, "list")))) {
            assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(change::run);
        }
    }

    @Test
    @WithMockUser(roles = {})
    void withoutARoleNothingIsShown() {
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> checklists.find(1));
    }

    private long suggestion() {
        Suggested suggested = Suggested.windows(jdbc);
        suggested.device("LAPTOP-1", "AzureAd");
        return suggested.id();
    }

    private ChecklistItem item(long suggestionId, String step) {
        return checklists.find(suggestionId).orElseThrow().item(step).orElseThrow();
    }

    private Actor ticker(long suggestionId, String step) {
        return Objects.requireNonNull(item(suggestionId, step).tick()).by();
    }

    private AuditEntry newestEntry() {
        return auditLog.find(AuditFilter.NONE, PageRequest.of(0, 1)).getFirst();
    }
}
