package org.deviceoffboarding.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.deviceoffboarding.inventory.RemovalEvent.Kind.WIPE;
import static org.deviceoffboarding.judging.ADevice.daysAgo;
import static org.deviceoffboarding.judging.ADevice.that;

import java.util.List;
import org.deviceoffboarding.As;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.evaluation.execution.RunsByHand;
import org.deviceoffboarding.evaluation.execution.ScriptedInventory;
import org.deviceoffboarding.judging.ADevice;
import org.deviceoffboarding.judging.KindGroup;
import org.deviceoffboarding.judging.Situation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;

@EvaluationTest
@WithMockUser(roles = {Roles.READER, Roles.OPERATOR})
class RunServiceTest {

    private static final Actor OPERATOR = new Actor("oid-1", "operator@contoso.example");
    private static final PageRequest ALL = PageRequest.of(0, 100);

    @Autowired
    private RunService runs;

    @Autowired
    private RunsByHand byHand;

    @Autowired
    private ScriptedInventory tenant;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void startAfresh() {
        jdbc.sql("truncate evaluation_run, suggestion, scheduled_tasks cascade").update();
        tenant.reset();
    }

    @Test
    void startQueuesTheRunAndReturnsAtOnce() {
        Run run = As.person(OPERATOR, () -> runs.start());

        assertThat(run.status()).isEqualTo(RunStatus.RUNNING);
        assertThat(run.requestedBy()).isEqualTo(OPERATOR);
        assertThat(run.startedAt()).isNull();
        assertThat(jdbc.sql("select task_instance from scheduled_tasks where task_name = 'run'")
                        .query(String.class)
                        .list())
                .containsExactly(Long.toString(run.id()));
    }

    @Test
    void startIsRefusedWhileARunGoesOn() {
        Run run = As.person(OPERATOR, () -> runs.start());

        assertThatExceptionOfType(RunAlreadyActiveException.class)
                .isThrownBy(() -> As.person(OPERATOR, () -> runs.start()))
                .withMessage("A run is already going on. Wait until it has finished.");
        assertThat(runs.find(ALL)).extracting(Run::id).containsExactly(run.id());
    }

    @Test
    void startIsRefusedWithoutAnAgent() {
        tenant.failsIn("requireAgent", new IllegalStateException("No agent"));

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> As.person(OPERATOR, () -> runs.start()));

        assertThat(runs.count()).isZero();
    }

    @Test
    @WithMockUser(roles = Roles.READER)
    void readersCannotStart() {
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> As.person(OPERATOR, () -> runs.start()));
        assertThat(runs.count()).isZero();
    }

    @Test
    @WithMockUser(roles = {})
    void withoutARoleNothingIsShown() {
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> runs.find(ALL));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> runs.latest());
    }

    @Test
    void findingsKeepTheEvidenceAndWhoRemovedTheDevice() {
        Run run = found(that().runs("IPad").isOwnedBy("Personal").was(WIPE, daysAgo(3)));

        assertThat(runs.findings(run.id(), FindingFilter.NONE, ALL))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.platform()).isEqualTo(Platform.IOS);
                    assertThat(finding.intuneId()).isEqualTo(ADevice.INTUNE_ID);
                    assertThat(finding.removedBy()).isEqualTo("helpdesk@contoso.example");
                    assertThat(finding.removedAt()).isEqualTo(daysAgo(3));
                    assertThat(finding.evidence())
                            .hasSizeGreaterThan(3)
                            .contains("No Intune record has its device ID.");
                    assertThat(runs.finding(run.id(), finding.objectId())).hasValue(finding);
                });
    }

    @Test
    void findingsAreFoundByNameAndByAnyOfTheThreeIds() {
        Run run = found(that().was(WIPE, daysAgo(3)));

        for (String text : List.of(
                "laptop-",
                ADevice.OBJECT_ID.toString(),
                ADevice.DEVICE_ID.toString().toUpperCase(),
                ADevice.INTUNE_ID.toString().replace("-", ""))) {
            assertThat(runs.countFindings(run.id(), textual(text))).as(text).isEqualTo(1);
        }
        for (String text : List.of("laptop_", "%", ADevice.STRANGER.toString())) {
            assertThat(runs.countFindings(run.id(), textual(text))).as(text).isZero();
        }
    }

    @Test
    void findingsAreNarrowedBySituationPlatformAndKind() {
        Run run = found(that().was(WIPE, daysAgo(3)));

        assertThat(runs.countFindings(
                        run.id(),
                        new FindingFilter(
                                "", Situation.REMOVED_FROM_INTUNE, Platform.WINDOWS, null, KindGroup.ORDINARY)))
                .isEqualTo(1);
        assertThat(runs.countFindings(run.id(), new FindingFilter("", Situation.BROKEN_LINK, null, null, null)))
                .isZero();
        assertThat(runs.countFindings(run.id(), new FindingFilter("", null, null, null, KindGroup.HYBRID)))
                .isZero();
    }

    @Test
    void onlyListedColumnsCanBeSortedBy() {
        Run run = found(that().was(WIPE, daysAgo(3)));

        assertThat(runs.findings(run.id(), FindingFilter.NONE, PageRequest.of(0, 9, Sort.by("removedAt"))))
                .hasSize(1);
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> runs.findings(
                        run.id(), FindingFilter.NONE, PageRequest.of(0, 9, Sort.by("name; drop table finding"))));
    }

    @Test
    void namesKeepTheirMarkupAndLoseControlCharacters() {
        Run run = found(that().isJoined("<img src=x>\u0000\n").was(WIPE, daysAgo(3)));

        assertThat(runs.findings(run.id(), FindingFilter.NONE, ALL).getFirst().joinType())
                .isEqualTo("<img src=x>\uFFFD\uFFFD");
    }

    private Run found(ADevice device) {
        tenant.has(device.facts());
        Run run = As.person(OPERATOR, () -> runs.start());
        byHand.carryOut(run);
        return runs.get(run.id()).orElseThrow();
    }

    private static FindingFilter textual(String text) {
        return new FindingFilter(text, null, null, null, null);
    }
}
