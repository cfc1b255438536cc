package org.deviceoffboarding.remediation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.TenantCopy;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.ui.Tile;
import org.deviceoffboarding.judging.Kind;
import org.deviceoffboarding.playbook.Suggested;
import org.deviceoffboarding.remediation.approval.OwnersRules;
import org.deviceoffboarding.remediation.asking.ARequest;
import org.deviceoffboarding.remediation.asking.ARequestedDevice;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.request.RequestStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** What a request's page says against it, beside the buttons. */
@PortalTest
@ViewPackages(classes = RequestView.class)
@WithMockUser(
        username = "anna",
        roles = {Roles.READER, Roles.OPERATOR, Roles.APPROVER})
class RequestRiskTest extends SpringBrowserlessTest {

    @Autowired
    private JdbcClient jdbc;

    private Suggested suggested;
    private long run;

    @BeforeEach
    void haveATenantOfEightDevices() {
        suggested = Suggested.windows(jdbc);
        run = jdbc.sql("select run_id from suggestion where id = :id")
                .param("id", suggested.id())
                .query(Long.class)
                .single();
        TenantCopy.publish(jdbc, run);
        for (int device = 0; device < 8; device++) {
            jdbc.sql("""
                    insert into entra_device (run_id, object_id, device_id, display_name, platform, ownership_kind,
                        physical_ids)
                    values (:run, gen_random_uuid(), gen_random_uuid(), 'PC', 'WINDOWS', 'CORPORATE', '{}')
                    """).param("run", run).update();
        }
    }

    @Test
    void theNumbersStandBesideTheButtons() {
        ARequestedDevice lacksKeys = ARequestedDevice.named("PC-1");
        suggested.keys(lacksKeys.objectId(), 0, true);
        open(ARequest.in(jdbc)
                .ofRun(run)
                .with(
                        lacksKeys,
                        ARequestedDevice.named("PC-2"),
                        ARequestedDevice.named("PC-3").of(Kind.AUTOPILOT))
                .store());

        assertThat(tiles())
                .contains("Devices 3 37.5 % of 8 in the tenant")
                .contains("Final 0 all can be taken back")
                .contains("Keys missing 1 not kept in Entra", "Keys not known 2 of Windows devices")
                .contains("Age of the evidence 0 min since run " + run + " read the tenant")
                .contains("Approved in 24 hours 0 besides these, of 1,000 a day");
        assertThat(risk()).contains("Kinds: 2 Ordinary, 1 Windows Autopilot.");
        assertThat(warnings())
                .containsExactly(
                        "For 1 device Entra keeps no BitLocker key or no LAPS password: their data may be out of reach afterwards.",
                        "For 2 devices it is not known whether Entra keeps the keys. They can be checked on the suggestion.");
    }

    @Test
    void whatThePlaybookRecommendsBeforeDisablingIsWarnedOf() {
        open(ARequest.in(jdbc).ofSuggestion(suggested.id()).store());

        assertThat(warnings())
                .anyMatch(
                        warning -> warning.startsWith(
                                "The playbook requires this before anything is deleted, and it is not ticked: “Download the device list”, “"));
    }

    @Test
    void evidenceOlderThanADayAndANewerRunAreWarnedOf() {
        jdbc.sql("update evaluation_run set read_at = now() - interval '50 hours' where id = :run")
                .param("run", run)
                .update();
        Suggested.windows(jdbc);

        open(ARequest.in(jdbc).ofRun(run).store());

        assertThat(tiles()).contains("Age of the evidence 2 d 2 h since run " + run + " read the tenant");
        assertThat(warnings())
                .anyMatch(warning ->
                        warning.startsWith("The evidence is older than a day: the tenant was read 2 d 2 h ago."))
                .anyMatch(warning -> warning.startsWith("A newer run has a result by now"));
    }

    @Test
    void whatBreaksTheCapOfADayIsSaidBeforeAnybodyTries() {
        OwnersRules.set(jdbc, 1, 500, 3);
        ARequest.in(jdbc).that(RequestStatus.RUNNING).store();

        open(ARequest.in(jdbc).store());

        assertThat(warnings())
                .anyMatch(
                        warning -> warning.startsWith(
                                "It cannot be approved now: with it 4 devices would be disabled or deleted within 24 hours, and 3 may be."));
    }

    @Test
    void takingBackHasNoCapAndNeedsNoEvidence() {
        OwnersRules.set(jdbc, 1, 500, 1);

        open(ARequest.in(jdbc).to(Action.ENABLE).store());

        assertThat(tiles()).hasSize(2);
        assertThat(warnings()).isEmpty();
    }

    @Test
    void finalDeletionsAreSaidInPlainWords() {
        open(ARequest.in(jdbc)
                .to(Action.DELETE)
                .with(
                        ARequestedDevice.named("PC-1").joined(null),
                        ARequestedDevice.named("PC-2").joined(null))
                .store());

        assertThat(tiles()).contains("Final 2 cannot be restored by anybody");
        assertThat(warnings().getFirst()).startsWith("It is final for all 2 devices");
    }

    private void open(long id) {
        navigate(RequestView.class, id);
    }

    private String risk() {
        return find(RiskSection.class).single().getElement().getTextRecursively();
    }

    private List<String> tiles() {
        return find(Tile.class, find(RiskSection.class).single()).all().stream()
                .map(tile -> tile.getChildren()
                        .map(line -> line.getElement().getText())
                        .reduce((one, next) -> one + " " + next)
                        .orElseThrow())
                .toList();
    }

    private List<String> warnings() {
        return find(Div.class, find(RiskSection.class).single()).withClassName("notice").all().stream()
                .map(Component::getElement)
                .map(warning -> warning.getTextRecursively())
                .toList();
    }
}
