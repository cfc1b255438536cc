package org.deviceoffboarding.playbook.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.deviceoffboarding.As;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.audit.reading.AuditEntry;
import org.deviceoffboarding.audit.reading.AuditFilter;
import org.deviceoffboarding.audit.reading.AuditLogService;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.playbook.Suggested;
import org.deviceoffboarding.playbook.checklist.ChecklistItem;
import org.deviceoffboarding.playbook.checklist.ChecklistService;
import org.deviceoffboarding.playbook.definition.Playbook.Key;
import org.deviceoffboarding.suggestion.SuggestionsChanged;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@PortalTest
@RecordApplicationEvents
@WithMockUser(roles = {Roles.READER, Roles.OPERATOR, Roles.APPROVER, Roles.OWNER})
class PlaybookServiceTest {

    private static final Actor OWNER = new Actor("oid-owner", "owner@contoso.example");

    @Autowired
    private PlaybookService playbooks;

    @Autowired
    private ChecklistService checklists;

    @Autowired
    private AuditLogService auditLog;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void openPagesHearOfAChangeAndOfNoneThatChangesNothing(ApplicationEvents events) {
        As.person(OWNER, () -> playbooks.change(Key.LINUX, 0, edits(Key.LINUX)));
        assertThat(events.stream(SuggestionsChanged.class)).isEmpty();

        change(Key.LINUX, 0, "Get the list");

        assertThat(events.stream(SuggestionsChanged.class)).hasSize(1);
    }

    @Test
    void onlyChangedPlaybooksAreStored() {
        assertThat(playbooks.all()).hasSize(Key.values().length).noneMatch(PlaybookState::changed);

        change(Key.LINUX, 0, "Get the list");

        assertThat(playbooks.all())
                .filteredOn(PlaybookState::changed)
                .extracting(state -> state.playbook().key())
                .containsExactly(Key.LINUX);
        assertThat(jdbc.sql("select playbook from changed_playbook")
                        .query(String.class)
                        .list())
                .containsExactly("LINUX");
    }

    @Test
    void aChangeSaysWhoMadeItAndIsOnRecord() {
        PlaybookState changed = change(Key.LINUX, 0, "Get the list");

        assertThat(changed.changedBy()).isEqualTo(OWNER);
        assertThat(changed.changedAt()).isNotNull();
        assertThat(changed.playbook().steps().getFirst().title()).isEqualTo("Get the list");
        AuditEntry entry = auditLog.find(AuditFilter.NONE, PageRequest.of(0, 1)).getFirst();
        assertThat(entry.action()).isEqualTo("playbook.changed");
        assertThat(entry.subject()).isEqualTo("playbook:linux");
        assertThat(entry.summary())
                .isEqualTo("Changed the playbook “Linux”: “Download the device list” (now called “Get the list”).");
    }

    @Test
    void orderWordsLinksAndRequirementsArePreserved() {
        List<StepEdit> edits = edits(Key.WINDOWS_JOINED);
        Collections.swap(edits, 3, 4);
        edits.set(3, new StepEdit(edits.get(3).key(), "A", "B\nC", "", "http://intranet.example/a?b=c", true));

        As.person(OWNER, () -> playbooks.change(Key.WINDOWS_JOINED, 0, edits));

        List<Step> steps = playbooks.get(Key.WINDOWS_JOINED).playbook().steps();
        assertThat(steps.stream().map(StepEdit::of)).containsExactlyElementsOf(edits);
        assertThat(steps.get(3).link()).isEqualTo(URI.create("http://intranet.example/a?b=c"));
    }

    @Test
    void controlCharactersAreReplacedAndLinesStay() {
        List<StepEdit> edits = edits(Key.LINUX);
        edits.set(0, new StepEdit("list", "A\u0000\u202E", "one\r\ntwo\u0007", "", "", true));

        Step step = As.person(OWNER, () -> playbooks.change(Key.LINUX, 0, edits))
                .playbook()
                .steps()
                .getFirst();

        assertThat(step.title()).isEqualTo("A\uFFFD\uFFFD");
        assertThat(step.why()).isEqualTo("one\ntwo\uFFFD");
    }

    @Test
    void aChangeThatChangesNothingIsNotStored() {
        PlaybookState state = As.person(OWNER, () -> playbooks.change(Key.LINUX, 0, edits(Key.LINUX)));

        assertThat(state.changed()).isFalse();
    }

    @Test
    void checklistsShowAChangeAtOnceAndTicksStayWithTheirSteps() {
        Suggested suggested = Suggested.of(jdbc, "REMOVED_FROM_INTUNE", "LINUX", "ORDINARY");
        suggested.device("PENGUIN", null);
        As.person(OWNER, () -> checklists.tick(suggested.id(), "list"));

        change(Key.LINUX, 0, "Get the list");

        ChecklistItem item =
                checklists.find(suggested.id()).orElseThrow().items().getFirst();
        assertThat(item.step().title()).isEqualTo("Get the list");
        assertThat(item.ticked()).isTrue();
    }

    @Test
    void whoeverSavesSecondIsToldAndOverwritesNothing() {
        change(Key.LINUX, 0, "First");

        assertThatExceptionOfType(PlaybookRefusedException.class)
                .isThrownBy(() -> change(Key.LINUX, 0, "Second"))
                .withMessageContainingAll("owner@contoso.example changed this playbook", "Nothing of yours was stored");
        assertThat(titleOfFirstStep()).isEqualTo("First");
    }

    @Test
    void aVersionFromBeforeAResetIsNotTakenForOneAfterIt() {
        long before = change(Key.LINUX, 0, "First").version();
        As.person(OWNER, () -> playbooks.reset(Key.LINUX, before));
        change(Key.LINUX, 0, "Again");

        assertThatExceptionOfType(PlaybookRefusedException.class).isThrownBy(() -> change(Key.LINUX, before, "Late"));
        assertThat(titleOfFirstStep()).isEqualTo("Again");
    }

    @Test
    void aPlaybookGoesBackToTheDefault() {
        PlaybookState changed = change(Key.LINUX, 0, "First");

        PlaybookState reset = As.person(OWNER, () -> playbooks.reset(Key.LINUX, changed.version()));

        assertThat(reset.changed()).isFalse();
        assertThat(titleOfFirstStep()).isEqualTo("Download the device list");
        assertThat(jdbc.sql("select count(*) from changed_step")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(auditLog.find(AuditFilter.NONE, PageRequest.of(0, 1))
                        .getFirst()
                        .summary())
                .isEqualTo("Put the playbook “Linux” back to the default");
    }

    @Test
    void aResetOfWhatSomeoneElseChangedSinceIsRefused() {
        PlaybookState first = change(Key.LINUX, 0, "First");
        change(Key.LINUX, first.version(), "Second");

        assertThatExceptionOfType(PlaybookRefusedException.class)
                .isThrownBy(() -> As.person(OWNER, () -> playbooks.reset(Key.LINUX, first.version())));
        assertThat(titleOfFirstStep()).isEqualTo("Second");
    }

    @Test
    void aPreviewStoresNothing() {
        List<StepEdit> edits = edits(Key.LINUX);
        edits.set(0, new StepEdit("list", "Preview", "", "", "", true));

        assertThat(playbooks.preview(Key.LINUX, edits).steps().getFirst().title())
                .isEqualTo("Preview");
        assertThat(titleOfFirstStep()).isEqualTo("Download the device list");
    }

    @Test
    @WithMockUser(roles = {Roles.READER, Roles.OPERATOR, Roles.APPROVER})
    void onlyOwnersChangePlaybooks() {
        List<StepEdit> edits = edits(Key.LINUX);

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> As.person(OWNER, () -> playbooks.change(Key.LINUX, 0, edits)));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> As.person(OWNER, () -> playbooks.reset(Key.LINUX, 0)));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> playbooks.preview(Key.LINUX, edits));
    }

    private PlaybookState change(Key key, long version, String title) {
        List<StepEdit> edits = edits(key);
        StepEdit first = edits.getFirst();
        edits.set(0, new StepEdit(first.key(), title, first.why(), first.how(), first.link(), first.required()));
        return As.person(OWNER, () -> playbooks.change(key, version, edits));
    }

    private List<StepEdit> edits(Key key) {
        return new ArrayList<>(
                playbooks.get(key).playbook().steps().stream().map(StepEdit::of).toList());
    }

    private String titleOfFirstStep() {
        return playbooks.get(Key.LINUX).playbook().steps().getFirst().title();
    }
}
