package org.deviceoffboarding.remediation.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.deviceoffboarding.As;
import org.deviceoffboarding.DemoPortal;
import org.deviceoffboarding.DemoRuns;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.demotenant.population.DeviceWrite;
import org.deviceoffboarding.evaluation.Finding;
import org.deviceoffboarding.evaluation.RunService;
import org.deviceoffboarding.inventory.DeviceFilter;
import org.deviceoffboarding.inventory.DeviceRow;
import org.deviceoffboarding.inventory.DeviceService;
import org.deviceoffboarding.playbook.checklist.ChecklistItem;
import org.deviceoffboarding.playbook.checklist.ChecklistService;
import org.deviceoffboarding.playbook.definition.PlaybookRefusedException;
import org.deviceoffboarding.remediation.approval.ApprovalService;
import org.deviceoffboarding.remediation.asking.RequestSubmissionService;
import org.deviceoffboarding.remediation.query.RequestQueryService;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.request.RequestRefusedException;
import org.deviceoffboarding.removed.DisabledDeviceService;
import org.deviceoffboarding.suggestion.Factor;
import org.deviceoffboarding.suggestion.SuggestionDetails;
import org.deviceoffboarding.suggestion.SuggestionFilter;
import org.deviceoffboarding.suggestion.SuggestionService;
import org.deviceoffboarding.suggestion.SuggestionStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.test.context.support.WithMockUser;

/** From the moment that the portal verified what it did, everything says so, until a later reading says otherwise. */
@DemoPortal
@WithMockUser(
        username = "owner",
        roles = {"OWNER", "APPROVER", "OPERATOR", "READER"})
class OneTruthTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private RunService runs;

    @Autowired
    private DeviceService devices;

    @Autowired
    private SuggestionService suggestions;

    @Autowired
    private ChecklistService checklists;

    @Autowired
    private RequestSubmissionService submissions;

    @Autowired
    private RequestQueryService query;

    @Autowired
    private ApprovalService approvals;

    @Autowired
    private DisabledDeviceService disabledDevices;

    private DemoRequests requests;
    private Actor approver;

    @BeforeEach
    void startAfresh() {
        requests = context.getAutowireCapableBeanFactory().createBean(DemoRequests.class);
        requests.startAfresh();
        requests.run();
        approver = requests.lend("approver");
    }

    @AfterEach
    void tidyUp() {
        requests.tidyUp();
    }

    @Test
    void aSuggestionSaysWhatWasDoneToItsDevicesAsSoonAsItIsVerified() {
        List<UUID> phones = requests.flagged("REMOVED_FROM_INTUNE", "IOS", 100);
        SuggestionDetails before = suggestionOf(phones.getFirst());
        List<UUID> all = idsOf(before);
        assertThat(before.suggestion().status()).isEqualTo(SuggestionStatus.NOT_STARTED);
        assertThat(sentences(before)).contains("Users can reach corporate apps without MDM enrolment.");

        long request = requests.approved(Action.DISABLE, all, approver);
        assertThat(query.openRequests(all)).hasSize(all.size()).containsValue(request);
        assertThat(query.inOpenRequests(before.suggestion().id())).isEqualTo(all.size());
        requests.carryOut(request);

        SuggestionDetails now = suggestions.get(before.suggestion().id()).orElseThrow();
        assertThat(now.suggestion().status()).isEqualTo(SuggestionStatus.IN_PROGRESS);
        assertThat(now.suggestion().done().disabled()).isEqualTo(all.size());
        assertThat(sentences(now))
                .contains("Already disabled in Entra.")
                .doesNotContain("Users can reach corporate apps without MDM enrolment.");
        assertThat(suggestions.find(
                        new SuggestionFilter("", null, null, null, SuggestionStatus.IN_PROGRESS),
                        PageRequest.ofSize(50)))
                .extracting(each -> each.id())
                .containsExactly(before.suggestion().id());
        assertThat(query.inOpenRequests(before.suggestion().id())).isZero();
    }

    @Test
    void noPageSaysEnabledOfADeviceThatThePortalDisabled() {
        UUID phone = requests.flagged("REMOVED_FROM_INTUNE", "IOS", 1).getFirst();
        long request = requests.approved(Action.DISABLE, List.of(phone), approver);

        requests.carryOut(request);

        assertThat(row(phone).enabled()).isFalse();
        assertThat(devices.get(phone).orElseThrow().entra().accountEnabled()).isFalse();
        Finding finding = finding(phone);
        assertThat(finding.enabled()).isFalse();
        assertThat(finding.evidence())
                .doesNotContain("Its Entra object is still enabled.")
                .last()
                .asString()
                .startsWith("This portal disabled it on ")
                .endsWith("(request " + request + ").");
    }

    @Test
    void askingAgainIsRefusedWithTheRequestNamedAndNobodyElseIsBlamed() {
        UUID phone = requests.flagged("REMOVED_FROM_INTUNE", "IOS", 1).getFirst();
        long request = requests.ask(Action.DISABLE, List.of(phone)).id();
        assertThat(refusal(Action.DISABLE, phone)).contains("in request " + request);
        As.person(approver, () -> approvals.approve(request, ""));

        requests.carryOut(request);

        assertThat(refusal(Action.DISABLE, phone))
                .startsWith("This portal disabled it already, on ")
                .endsWith("(request " + request + ").");
        assertThat(refusal(Action.DELETE, phone))
                .startsWith("Its grace period is not over")
                .doesNotContain("omebody");
        assertThatExceptionOfType(RequestRefusedException.class)
                .isThrownBy(() -> requests.ask(Action.DISABLE, List.of(phone)))
                .withMessageContaining("(request " + request + ")");
    }

    @Test
    void aStepThatThePortalDoesIsTickedOnceItIsDoneAndStaysSo() {
        SuggestionDetails suggestion =
                suggestionOf(requests.flagged("REMOVED_FROM_INTUNE", "IOS", 1).getFirst());
        long id = suggestion.suggestion().id();
        List<UUID> all = idsOf(suggestion);
        requests.carryOut(requests.approved(Action.DISABLE, all.subList(1, all.size()), approver));
        assertThat(step(id).ticked()).isFalse();
        assertThat(Objects.requireNonNull(step(id).portal()).done()).isEqualTo(all.size() - 1);

        requests.carryOut(requests.approved(Action.DISABLE, all.subList(0, 1), approver));

        assertThat(Objects.requireNonNull(step(id).tick()).by()).isEqualTo(Actor.PORTAL);
        assertThatExceptionOfType(PlaybookRefusedException.class)
                .isThrownBy(() -> As.person(DemoRuns.OPERATOR, () -> checklists.untick(id, "disable")))
                .withMessageContaining("did “Disable in Entra” itself");
    }

    @Test
    void whatIsEnabledAgainIsShownAsEnabledAndCanBeDisabledAnew() {
        List<UUID> phones = requests.flagged("REMOVED_FROM_INTUNE", "IOS", 1);
        requests.carryOut(requests.approved(Action.DISABLE, phones, approver));

        requests.carryOut(requests.approved(Action.ENABLE, phones, approver));

        UUID phone = phones.getFirst();
        assertThat(row(phone).enabled()).isTrue();
        assertThat(finding(phone).enabled()).isTrue();
        assertThat(suggestionOf(phone).suggestion().done().isEmpty()).isTrue();
        long again = requests.approved(Action.DISABLE, phones, approver);
        requests.carryOut(again);
        assertThat(requests.states(again)).containsExactly("VERIFIED");
    }

    @Test
    void whatIsDeletedIsInNoListAndComesBackOnceItIsRestored() {
        List<UUID> silent = requests.silent(1);
        UUID device = silent.getFirst();
        requests.carryOut(requests.approved(Action.DISABLE, silent, approver));
        requests.readyToDelete(silent, 31);

        requests.carryOut(requests.approved(Action.DELETE, silent, approver));

        assertThat(devices.get(device)).isEmpty();
        assertThat(finding(device).present()).isFalse();
        assertThat(suggestionOf(device).suggestion().done().deleted()).isEqualTo(1);
        requests.carryOut(requests.approved(Action.RESTORE, silent, approver));
        assertThat(row(device).enabled()).isFalse();
        assertThat(finding(device).present()).isTrue();
    }

    @Test
    void aRunReadAfterSomebodyEnabledItAgainSaysSo() {
        List<UUID> phones = requests.flagged("REMOVED_FROM_INTUNE", "IOS", 1);
        UUID phone = phones.getFirst();
        requests.carryOut(requests.approved(Action.DISABLE, phones, approver));
        requests.somebody(DeviceWrite.What.ENABLED, phone);

        requests.run();

        assertThat(row(phone).enabled()).isTrue();
        assertThat(requests.audit(phone)).endsWith("device.left-queue by Portal");
    }

    @Test
    void aRunThatReadsBeforeEntraShowsWhatItAcceptedBlamesNobody() {
        List<UUID> phones = requests.flagged("REMOVED_FROM_INTUNE", "IOS", 1);
        UUID phone = phones.getFirst();
        requests.goOn(requests.approved(Action.DISABLE, phones, approver)); // accepted
        requests.somebody(DeviceWrite.What.ENABLED, phone); // as if Entra did not show it

        requests.run();

        assertThat(disabledDevices.get(phone).orElseThrow().leftAt()).isNull();
        requests.letHaveBeenDisabled(phones, 1);
        requests.run();
        assertThat(disabledDevices.get(phone).orElseThrow().leftBecause())
                .contains("never showed it as disabled")
                .doesNotContain("omebody");
    }

    @Test
    void whatEntraShowsLateIsNoOthersDoing() {
        List<UUID> phones = requests.flagged("REMOVED_FROM_INTUNE", "IOS", 1);
        UUID phone = phones.getFirst();
        long first = requests.approved(Action.DISABLE, phones, approver);
        requests.goOn(first); // accepted
        requests.somebody(DeviceWrite.What.ENABLED, phone); // as if Entra did not show it
        requests.letAnHourPass(first);
        requests.carryOut(first);
        assertThat(requests.state(first, phone)).isEqualTo("NOT_VERIFIED");
        long second = requests.approved(Action.DISABLE, phones, approver);
        requests.somebody(DeviceWrite.What.DISABLED, phone); // and shows it now

        requests.carryOut(second);

        assertThat(requests.detail(second, phone))
                .contains("is disabled now: this portal changed it (request " + first + ")");
    }

    private SuggestionDetails suggestionOf(UUID device) {
        return suggestions
                .get(suggestions.withAll(Set.of(device)).orElseThrow().id())
                .orElseThrow();
    }

    private List<UUID> idsOf(SuggestionDetails suggestion) {
        return suggestions.devices(suggestion.suggestion().id(), "", PageRequest.ofSize(1000)).stream()
                .map(Finding::objectId)
                .toList();
    }

    private static List<String> sentences(SuggestionDetails suggestion) {
        return suggestion.factors().stream().map(Factor::sentence).toList();
    }

    private ChecklistItem step(long suggestion) {
        return checklists.find(suggestion).orElseThrow().item("disable").orElseThrow();
    }

    private DeviceRow row(UUID device) {
        return devices.find(DeviceFilter.text(device.toString()), PageRequest.ofSize(10))
                .getFirst();
    }

    private Finding finding(UUID device) {
        long run = runs.latestCompleted().orElseThrow().id();
        return runs.finding(run, device).orElseThrow();
    }

    private String refusal(Action action, UUID device) {
        return submissions.preview(action, List.of(device)).refused().getFirst().reason();
    }
}
