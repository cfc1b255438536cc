package org.deviceoffboarding.remediation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.evaluation.JudgingChanged;
import org.deviceoffboarding.inventory.InventoryReplaced;
import org.deviceoffboarding.remediation.FlaggedTenant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** What all features have on record about a device, as one line of time on its page. */
@PortalTest
@ViewPackages(packages = {"org.deviceoffboarding.inventory.ui", "org.deviceoffboarding.remediation.ui"})
@WithMockUser(roles = {Roles.READER, Roles.OPERATOR})
class DeviceTimelineTest extends SpringBrowserlessTest {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationEventPublisher events;

    @Test
    void everythingOnRecordStandsInOneLineTheNewestFirst() {
        FlaggedTenant tenant = FlaggedTenant.removed(jdbc);
        UUID device = tenant.flagged("LAPTOP-1", "AzureAd");
        jdbc.sql("update evaluation_run set finished_at = now() - interval '9 days' where status = 'COMPLETED'")
                .update();
        jdbc.sql("update entra_device set registered = now() - interval '900 days' where object_id = :id")
                .param("id", device)
                .update();
        wipedLongAgo(device);
        exceptionMadeAndLifted(device);
        tickedStep(tenant.suggestionId());
        keysLookedUp(device);
        disabledByRequest(device);

        UI.getCurrent().navigate("devices/" + device);

        List<String> moments = moments();
        assertThat(moments.getFirst()).contains("Verified: read back from Entra: disabled", "Request ");
        assertThat(String.join("\n", moments))
                .containsSubsequence(
                        "Disabled in Entra",
                        "Ada",
                        "Approved: go on",
                        "Ada",
                        "Asked to disable it: stolen",
                        "Otto",
                        "Keys looked up in Entra: BitLocker 2 keys, LAPS password none",
                        "Ticked:",
                        "Otto",
                        "Exception lifted: it moved",
                        "Ada",
                        "Exception made: in the lobby",
                        "Otto",
                        "Flagged: removed from Intune Run",
                        "Wiped in Intune",
                        "helpdesk@contoso.example",
                        "First seen: registered in Entra");
    }

    @Test
    void aMomentLeadsToWhatItIsAbout() {
        UUID device = FlaggedTenant.removed(jdbc).flagged("LAPTOP-1", "AzureAd");
        long request = disabledByRequest(device);

        UI.getCurrent().navigate("devices/" + device);

        assertThat(find(Anchor.class, timeline()).all())
                .extracting(Anchor::getHref)
                .contains("approvals/" + request)
                .anyMatch(href -> href.startsWith("runs/"));
    }

    @Test
    void whatSomebodyElseDoesStandsThereAtOnce() {
        UUID device = FlaggedTenant.removed(jdbc).flagged("LAPTOP-1", "AzureAd");
        UI.getCurrent().navigate("devices/" + device);
        assertThat(String.join("\n", moments())).doesNotContain("Exception");

        exceptionMadeAndLifted(device);
        News.tell(events, new JudgingChanged());

        assertThat(String.join("\n", moments())).contains("Exception made: in the lobby", "Exception lifted");
    }

    @Test
    void aNewResultStandsThereByItself() {
        UUID device = FlaggedTenant.removed(jdbc).flagged("LAPTOP-1", "AzureAd");
        UI.getCurrent().navigate("devices/" + device);
        long next = jdbc.sql("""
                insert into evaluation_run (status, phase, requested_at, requested_by_id, requested_by_name, rules_version,
                    instruction_version, started_at,
                    read_at, finished_at)
                values ('COMPLETED', 'SUGGEST', now(), 'otto', 'Otto', 0, 0, now(), now(), now() + interval '1 minute') returning id
                """).query(Long.class).single();

        News.tell(events, new InventoryReplaced(next));

        assertThat(moments().getFirst()).contains("No longer flagged Run " + next);
    }

    @Test
    void aTimeIsInUtcInItsTooltipAndInTheExport() {
        UUID device = FlaggedTenant.removed(jdbc).flagged("LAPTOP-1", "AzureAd");
        jdbc.sql("update entra_device set registered = '2025-02-03 22:30:15+00' where object_id = :id")
                .param("id", device)
                .update();

        UI.getCurrent().navigate("devices/" + device);

        assertThat(find(Span.class, timeline()).all())
                .extracting(span -> span.getElement().getAttribute("title"))
                .contains("2025-02-03 22:30:15 UTC");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        test(find(Anchor.class).withText("Export CSV").single()).download(out);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("When (UTC),What,Who,About", "2025-02-03 22:30:15,First seen: registered in Entra,,");
    }

    private OrderedList timeline() {
        return find(OrderedList.class)
                .withClassName("timeline")
                .withoutClassName("trail")
                .single();
    }

    private List<String> moments() {
        return find(ListItem.class, timeline()).all().stream()
                .map(item -> item.getElement().getTextRecursively())
                .toList();
    }

    private void wipedLongAgo(UUID device) {
        jdbc.sql("""
                insert into known_removal_event (event_id, part, kind, source, at, actor, success, entra_device_id)
                select 'event-1', 0, 'WIPE', 'AUDIT', now() - interval '300 days', 'helpdesk@contoso.example', true, device_id
                from entra_device where object_id = :id limit 1
                """).param("id", device).update();
    }

    private void exceptionMadeAndLifted(UUID device) {
        jdbc.sql("""
                insert into device_exception (kind, target, name, reason, legal_hold, created_at, created_by_id,
                    created_by_name, lifted_at, lifted_by_name, lift_reason)
                values ('DEVICE', cast(:id as text), 'LAPTOP-1', 'in the lobby', false, now() - interval '8 days', 'otto', 'Otto',
                    now() - interval '7 days', 'Ada', 'it moved')
                """).param("id", device).update();
    }

    private void tickedStep(long suggestion) {
        jdbc.sql("""
                insert into step_tick (suggestion_id, step, ticked_at, ticked_by_id, ticked_by_name)
                values (:suggestion, 'confirm', now() - interval '6 days', 'otto', 'Otto')
                """).param("suggestion", suggestion).update();
    }

    private void keysLookedUp(UUID device) {
        jdbc.sql("""
                insert into device_key (object_id, bitlocker_keys, laps, checked_at)
                values (:id, 2, false, now() - interval '5 days')
                """).param("id", device).update();
    }

    private long disabledByRequest(UUID device) {
        long request = jdbc.sql("""
                insert into change_request (action, status, reason, source, devices, requested_at, requested_by_id,
                    requested_by_name, expires_at, needs_approval, decided_at, decided_by_id, decided_by_name, decision_note,
                    finished_at)
                values ('DISABLE', 'DONE', 'stolen', 'the page of the device', 1, now() - interval '4 days', 'otto', 'Otto', now(),
                    true, now() - interval '3 days', 'ada', 'Ada', 'go on', now() - interval '1 days')
                returning id
                """).query(Long.class).single();
        jdbc.sql("""
                insert into requested_device (request_id, object_id, name, platform, ownership, kind, evidence, state, due_at,
                    attempts, sent_at, accepted_at, ended_at)
                values (:request, :id, 'LAPTOP-1', 'WINDOWS', 'CORPORATE', 'HYBRID', 'It was wiped.', 'VERIFIED', now(), 1,
                    now() - interval '50 hours', now() - interval '49 hours', now() - interval '1 hour')
                """).param("request", request).param("id", device).update();
        return request;
    }
}
