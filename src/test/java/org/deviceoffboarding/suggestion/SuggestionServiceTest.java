package org.deviceoffboarding.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.UUID;
import org.deviceoffboarding.base.Ownership;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.evaluation.EvaluationTest;
import org.deviceoffboarding.evaluation.Finding;
import org.deviceoffboarding.evaluation.Results;
import org.deviceoffboarding.judging.KindGroup;
import org.deviceoffboarding.judging.Situation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;

@EvaluationTest
@WithMockUser(roles = Roles.READER)
class SuggestionServiceTest {

    private static final PageRequest ALL = PageRequest.of(0, 100);

    @Autowired
    private SuggestionService suggestions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Results results;

    private long run;

    @BeforeEach
    void startAfresh() {
        jdbc.sql("truncate evaluation_run, suggestion cascade").update();
        run = completedRun();
    }

    @Test
    void findingsOfOneSituationPlatformAndOwnershipMakeOneSuggestion() {
        found(9, "IOS", "CORPORATE", "ORDINARY", "REMOVED_FROM_INTUNE", "REMOVED", "WIPE");
        found(2, "IOS", "CORPORATE", "ORDINARY", "REMOVED_FROM_INTUNE", "REMOVED", "DELETE");
        found(1, "IOS", "PERSONAL", "ORDINARY", "REMOVED_FROM_INTUNE", "REMOVED", "WIPE");
        found(3, "IOS", "CORPORATE", "ORDINARY", "SILENT_EVERYWHERE", "HEALTHY", null);
        judged();

        assertThat(suggestions.find(SuggestionFilter.NONE, ALL))
                .extracting(Suggestion::title, Suggestion::devices)
                .containsExactly(
                        tuple("Remove iOS/iPadOS corporate devices", 11),
                        tuple("Remove iOS/iPadOS personal devices", 1),
                        tuple("Review silent iOS/iPadOS corporate devices", 3));
    }

    @Test
    void aSuggestionSaysWhatAndWhyInSentences() {
        found(9, "IOS", "CORPORATE", "ORDINARY", "REMOVED_FROM_INTUNE", "REMOVED", "WIPE");
        found(14, "IOS", "CORPORATE", "ORDINARY", "REMOVED_FROM_INTUNE", "REMOVED", "DELETE");
        judged();

        Suggestion suggestion = suggestions.top(1).getFirst();

        assertThat(suggestion.summary())
                .isEqualTo("There are 23 devices that are no longer in Intune but still in other portals."
                        + " These devices should be removed.");
        assertThat(suggestion.detail()).isEqualTo("Removed from Intune · 14 deleted, 9 wiped");
        assertThat(suggestion.status()).isEqualTo(SuggestionStatus.NOT_STARTED);
    }

    @Test
    void oneDeviceIsNotCalledDevices() {
        found(1, "MACOS", "CORPORATE", "ORDINARY", "REMOVED_FROM_INTUNE", "REMOVED", "RETIRE");
        judged();

        assertThat(suggestions.top(1).getFirst().summary())
                .isEqualTo("There is 1 device that is no longer in Intune but still in other portals."
                        + " This device should be removed.");
    }

    @Test
    void hybridAndAutopilotDevicesHaveSuggestionsOfTheirOwn() {
        found(2, "WINDOWS", "CORPORATE", "HYBRID", "REMOVED_FROM_INTUNE", "REMOVED", "WIPE");
        found(14, "WINDOWS", "CORPORATE", "ORDINARY", "BROKEN_LINK", "BROKEN", null);
        found(6, "WINDOWS", "CORPORATE", "AUTOPILOT", "AUTOPILOT_LEFTOVER", "REMOVED", "DELETE");
        judged();

        assertThat(suggestions.find(SuggestionFilter.NONE, ALL))
                .extracting(Suggestion::title)
                .containsExactly(
                        "Remove hybrid joined Windows corporate devices on premises",
                        "Check Windows corporate devices with a broken link",
                        "Deregister Windows Autopilot devices");
        assertThat(suggestions.find(SuggestionFilter.NONE, ALL).getFirst().summary())
                .endsWith("should be removed in on-premises Active Directory, not in Entra.");
    }

    @Test
    void factorsAreCountedAndThoseThatHoldForNoneAreNotShown() {
        found(3, "ANDROID", "PERSONAL", "ORDINARY", "REMOVED_FROM_INTUNE", "REMOVED", "RETIRE");
        jdbc.sql("update finding set enabled = false where name = 'ANDROID-RETIRE-1'")
                .update();
        jdbc.sql("update finding set last_sign_in = removed_at + interval '1 day' where name = 'ANDROID-RETIRE-2'")
                .update();
        judged();

        assertThat(suggestions
                        .get(suggestions.top(1).getFirst().id())
                        .orElseThrow()
                        .factors())
                .containsExactly(
                        new Factor("Compliance policies and data protection cannot be enforced.", 3),
                        new Factor("Personal devices may hold corporate data without proper controls.", 3),
                        new Factor("No work profile separates work data from personal data.", 3),
                        new Factor("Users can reach corporate apps without MDM enrolment.", 2),
                        new Factor("Conditional Access is limited to user-based policies.", 2),
                        new Factor("Entra records no sign-in.", 2),
                        new Factor("Signed in to Entra after it left Intune.", 1),
                        new Factor("Already disabled in Entra.", 1));
    }

    @Test
    void hiddenRecordsAreCountedInTheDetailOfABrokenLink() {
        found(2, "WINDOWS", "CORPORATE", "ORDINARY", "BROKEN_LINK", "BROKEN", null);
        found(1, "WINDOWS", "CORPORATE", "ORDINARY", "BROKEN_LINK", "BROKEN", "HIDDEN");
        judged();

        assertThat(suggestions.top(1).getFirst().detail())
                .isEqualTo("Intune has no record, and no removal explains it · 1 hidden by a clean-up rule");
    }

    @Test
    void theDevicesOfASuggestionAreThoseOfItsGroup() {
        found(2, "WINDOWS", "CORPORATE", "ORDINARY", "REMOVED_FROM_INTUNE", "REMOVED", "WIPE");
        found(3, "WINDOWS", "CORPORATE", "AUTOPILOT", "REMOVED_FROM_INTUNE", "REMOVED", "WIPE");
        judged();
        Suggestion ordinary = suggestions.find(SuggestionFilter.NONE, ALL).stream()
                .filter(suggestion -> suggestion.group() == KindGroup.ORDINARY)
                .findFirst()
                .orElseThrow();

        assertThat(suggestions.devices(ordinary.id(), "", ALL))
                .hasSize(2)
                .allSatisfy(finding -> assertThat(finding.kind().group()).isEqualTo(KindGroup.ORDINARY));
        assertThat(suggestions.countDevices(ordinary.id(), "WIPE-1")).isEqualTo(1);
        assertThat(suggestions.devices(
                        ordinary.id(), "", PageRequest.of(1, 1, Sort.by("name").descending())))
                .extracting(Finding::name)
                .containsExactly("WINDOWS-WIPE-0");
        assertThat(suggestions.devices(-1, "", ALL)).isEmpty();
    }

    @Test
    void suggestionsAreFilteredInTheDatabase() {
        found(2, "WINDOWS", "CORPORATE", "ORDINARY", "REMOVED_FROM_INTUNE", "REMOVED", "WIPE");
        found(3, "IOS", "PERSONAL", "ORDINARY", "BROKEN_LINK", "BROKEN", null);
        judged();

        assertThat(suggestions.count(new SuggestionFilter("windows", null, null, null, null)))
                .isEqualTo(1);
        assertThat(suggestions.count(new SuggestionFilter("", Situation.BROKEN_LINK, null, null, null)))
                .isEqualTo(1);
        assertThat(suggestions.count(new SuggestionFilter("", null, Platform.IOS, Ownership.PERSONAL, null)))
                .isEqualTo(1);
        assertThat(suggestions.count(new SuggestionFilter("", null, null, null, SuggestionStatus.COMPLETED)))
                .isZero();
        assertThat(suggestions.find(SuggestionFilter.NONE, PageRequest.of(0, 1, Sort.by("devices"))))
                .extracting(Suggestion::devices)
                .containsExactly(2);
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> suggestions.find(SuggestionFilter.NONE, PageRequest.of(0, 1, Sort.by("version"))));
    }

    @Test
    void completedSuggestionsAreNotAmongTheTop() {
        found(2, "WINDOWS", "CORPORATE", "ORDINARY", "REMOVED_FROM_INTUNE", "REMOVED", "WIPE");
        judged();
        jdbc.sql("update suggestion set status = 'COMPLETED'").update();

        assertThat(suggestions.top(5)).isEmpty();
        assertThat(suggestions.count(SuggestionFilter.NONE)).isEqualTo(1);
    }

    @Test
    void makingThemAgainChangesNothing() {
        found(2, "WINDOWS", "CORPORATE", "ORDINARY", "REMOVED_FROM_INTUNE", "REMOVED", "WIPE");
        judged();
        judged();

        assertThat(suggestions.find(SuggestionFilter.NONE, ALL))
                .singleElement()
                .satisfies(suggestion -> assertThat(suggestion.devices()).isEqualTo(2));
    }

    @Test
    void beforeTheFirstCompletedRunThereAreNone() {
        jdbc.sql("truncate evaluation_run cascade").update();

        assertThat(suggestions.find(SuggestionFilter.NONE, ALL)).isEmpty();
        assertThat(suggestions.top(5)).isEmpty();
        assertThat(suggestions.count(SuggestionFilter.NONE)).isZero();
    }

    @Test
    @WithMockUser(roles = {})
    void withoutARoleNothingIsShown() {
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> suggestions.find(SuggestionFilter.NONE, ALL));
    }

    private void judged() {
        results.publish(results.prepare(run), () -> {});
    }

    private long completedRun() {
        return jdbc.sql("""
                insert into evaluation_run (status, phase, requested_at, requested_by_id, requested_by_name, rules_version,
                    instruction_version, started_at,
                    read_at, finished_at)
                values ('COMPLETED', 'SUGGEST', now(), 'oid-1', 'operator@contoso.example', 0, 0, now(), now(), now())
                returning id
                """).query(Long.class).single();
    }

    private void found(
            int devices,
            String platform,
            String ownership,
            String group,
            String situation,
            String link,
            @Nullable String removal) {
        for (int device = 0; device < devices; device++) {
            jdbc.sql("""
                    insert into finding (run_id, object_id, name, platform, ownership, kind, kind_group, situation,
                        link_state, enabled, removal, removed_at, evidence)
                    values (:run, :object, :name, :platform, :ownership, :group, :group, :situation, :link, true,
                        :removal, case when cast(:removal as text) is not null then now() end, array['No Intune record has its ID.'])
                    """)
                    .param("run", run)
                    .param("object", UUID.randomUUID())
                    .param("name", platform + "-" + removal + "-" + device)
                    .param("platform", platform)
                    .param("ownership", ownership)
                    .param("group", group)
                    .param("situation", situation)
                    .param("link", link)
                    .param("removal", removal)
                    .update();
        }
    }
}
