package org.deviceoffboarding.remediation.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.deviceoffboarding.demotenant.population.DeviceWrite;
import org.deviceoffboarding.demotenant.population.DeviceWrite.What;
import org.deviceoffboarding.evaluation.Finding;
import org.deviceoffboarding.inventory.DeviceRow;
import org.deviceoffboarding.remediation.asking.Preview;
import org.deviceoffboarding.remediation.asking.RequestSubmissionService;
import org.deviceoffboarding.remediation.query.RequestQueryService;
import org.deviceoffboarding.remediation.request.Action;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What must hold after every step of a history, whatever the order. */
class HistoryInvariants {

    private final HistoryPages pages;
    private final RequestSubmissionService submissions;
    private final RequestQueryService queries;
    private final JdbcClient jdbc;
    private final HistoryTruth truth;
    private final HistoryLedger ledger;
    private final List<HistoryDevice> devices;
    private final List<UUID> ids;

    private final Set<String> read = new HashSet<>();
    private final Set<String> settled = new HashSet<>();

    HistoryInvariants(
            HistoryPages pages,
            RequestSubmissionService submissions,
            RequestQueryService queries,
            JdbcClient jdbc,
            HistoryTruth truth,
            HistoryLedger ledger,
            List<HistoryDevice> devices) {
        this.pages = pages;
        this.submissions = submissions;
        this.queries = queries;
        this.jdbc = jdbc;
        this.truth = truth;
        this.ledger = ledger;
        this.devices = devices;
        this.ids = devices.stream().map(HistoryDevice::id).toList();
    }

    /** What was said of these devices in an earlier history is no business of this one. */
    void begin() {
        jdbc.sql("select id, subject, summary from audit_entry where subject like 'device:%'")
                .query((row, number) -> read.add("audit entry " + row.getLong("id")
                        + row.getString("subject").substring("device:".length()) + row.getString("summary")))
                .list();
    }

    void hold() {
        Map<HistoryDevice, List<DeviceWrite>> writes = ledger.catchUp();
        nothingWasSentForADeviceThatMustBeLeftAlone(writes);
        writes.forEach((device, some) -> some.forEach(write -> ledger.take(device, write)));
        takeInWhatWasVerified();
        Map<Action, Preview> previews = List.of(Action.values()).stream()
                .collect(Collectors.toMap(action -> action, action -> submissions.preview(action, ids)));
        HistoryPages.Shown shown = pages.of(ids);
        nothingSaysEnabledOfWhatThePortalDisabled(previews, shown);
        nothingListsWhatThePortalDeleted(previews, shown);
        nobodyIsBlamedForWhatThePortalDid(previews, shown);
        undoOffersOnlyWhatThePortalDid(Objects.requireNonNull(previews.get(Action.ENABLE)), shown);
        noDeviceIsInTwoOpenRequests(previews);
    }

    /** Before the writes are taken in, so that all is seen as it was when they were sent. */
    private void nothingWasSentForADeviceThatMustBeLeftAlone(Map<HistoryDevice, List<DeviceWrite>> writes) {
        writes.forEach((device, some) -> {
            HistoryLedger.Account account = ledger.of(device.id());
            boolean enabled = account.enabled();
            for (DeviceWrite write : some) {
                String against = HistoryLedger.SOMEBODY.equals(write.by())
                        ? null
                        : switch (write.what()) {
                            case DISABLED ->
                                enabled || !account.lastBySomebody(What.DISABLED)
                                        ? truth.againstDisabling(device)
                                        : "somebody else had disabled it";
                            case DELETED, DELETED_FOR_GOOD -> truth.againstDeleting(device, account.disabledAt());
                            case ENABLED -> account.mine() ? null : "this portal did not disable it";
                            case RESTORED ->
                                account.lastBySomebody(What.DELETED) ? "this portal did not delete it" : null;
                            case ATTRIBUTES_SET -> "the portal sets no attributes";
                        };
                assertThat(against)
                        .as("Sent %s for %s", write.what(), name(device.id()))
                        .isNull();
            }
        });
    }

    private void takeInWhatWasVerified() {
        jdbc.sql("""
                select d.request_id, d.object_id, d.state, r.action from requested_device d
                join change_request r on r.id = d.request_id
                where d.state in ('ACCEPTED', 'VERIFIED', 'NOT_VERIFIED', 'TAKEN_OVER') order by d.ended_at, d.accepted_at
                """)
                .query((row, number) -> {
                    UUID id = row.getObject("object_id", UUID.class);
                    if (ids.contains(id) && settled.add(row.getLong("request_id") + row.getString("state") + id)) {
                        if (row.getString("state").equals("TAKEN_OVER")) {
                            ledger.takenOver(id);
                        } else if (!row.getString("state").equals("VERIFIED")) {
                            ledger.accepted(id, row.getString("action"));
                        } else {
                            ledger.accepted(id, row.getString("action"));
                            ledger.verified(id, row.getString("action"));
                        }
                    }
                    return id;
                })
                .list();
    }

    private void nothingSaysEnabledOfWhatThePortalDisabled(Map<Action, Preview> previews, HistoryPages.Shown shown) {
        Set<UUID> disabled = ids.stream()
                .filter(id -> ledger.of(id).verifiedDisabled() && present(id))
                .collect(Collectors.toSet());
        Set<UUID> saidEnabled = new HashSet<>();
        shown.rows().stream()
                .filter(row -> Boolean.TRUE.equals(row.enabled()))
                .forEach(row -> saidEnabled.add(row.objectId()));
        noneOf(disabled, saidEnabled, "The list of devices says enabled");
        saidEnabled.clear();
        shown.pages().forEach((id, facts) -> {
            if (Boolean.TRUE.equals(facts.entra().accountEnabled())) {
                saidEnabled.add(id);
            }
        });
        noneOf(disabled, saidEnabled, "The page of a device says enabled");
        saidEnabled.clear();
        shown.findings().stream()
                .filter(HistoryInvariants::saysEnabled)
                .forEach(finding -> saidEnabled.add(finding.objectId()));
        noneOf(disabled, saidEnabled, "A finding says enabled");
        saidEnabled.clear();
        shown.suggested().stream()
                .filter(HistoryInvariants::saysEnabled)
                .forEach(finding -> saidEnabled.add(finding.objectId()));
        noneOf(disabled, saidEnabled, "A suggestion says enabled");
        saidEnabled.clear();
        shown.leftOut().forEach((id, left) -> {
            if (left.detail().contains("still enabled")) {
                saidEnabled.add(id);
            }
        });
        noneOf(disabled, saidEnabled, "What was left out says enabled");
        saidEnabled.clear();
        previews.forEach((action, preview) -> submissions.devices(action, preview.objectIds()).stream()
                .filter(device -> Boolean.TRUE.equals(device.enabled()))
                .forEach(device -> saidEnabled.add(device.objectId())));
        noneOf(disabled, saidEnabled, "A preview says enabled");
    }

    private static boolean saysEnabled(Finding finding) {
        return Boolean.TRUE.equals(finding.enabled())
                || finding.evidence().stream().anyMatch(sentence -> sentence.contains("still enabled"));
    }

    private void nothingListsWhatThePortalDeleted(Map<Action, Preview> previews, HistoryPages.Shown shown) {
        Set<UUID> deleted =
                ids.stream().filter(id -> ledger.of(id).verifiedDeleted()).collect(Collectors.toSet());
        Set<UUID> listed = shown.rows().stream().map(DeviceRow::objectId).collect(Collectors.toSet());
        noneOf(deleted, listed, "The list of devices has one deleted");
        listed.addAll(shown.pages().keySet());
        noneOf(deleted, listed, "A page shows one deleted");
        listed.clear();
        shown.findings().stream().filter(Finding::present).forEach(finding -> listed.add(finding.objectId()));
        shown.suggested().stream().filter(Finding::present).forEach(finding -> listed.add(finding.objectId()));
        noneOf(deleted, listed, "A finding is shown as present");
        listed.clear();
        previews.forEach((action, preview) -> {
            if (action != Action.RESTORE) {
                listed.addAll(preview.objectIds());
            }
        });
        noneOf(deleted, listed, "An action is offered for one deleted");
    }

    private void nobodyIsBlamedForWhatThePortalDid(Map<Action, Preview> previews, HistoryPages.Shown shown) {
        previews.forEach((action, preview) -> preview.refused()
                .forEach(refused -> look("the preview to " + action, refused.objectId(), refused.reason())));
        shown.findings()
                .forEach(finding ->
                        finding.evidence().forEach(sentence -> look("the evidence", finding.objectId(), sentence)));
        shown.leftOut().forEach((id, left) -> look("what was left out", id, left.detail()));
        shown.disabled()
                .forEach(device -> Optional.ofNullable(device.leftBecause())
                        .ifPresent(because -> look("the queue", device.objectId(), because)));
        jdbc.sql("select request_id, object_id, detail from requested_device where detail <> ''")
                .query((row, number) -> look(
                        "request " + row.getLong("request_id"),
                        row.getObject("object_id", UUID.class),
                        row.getString("detail")))
                .list();
        for (UUID id : ids) {
            jdbc.sql("select id, summary from audit_entry where subject = :subject")
                    .param("subject", "device:" + id)
                    .query((row, number) -> look("audit entry " + row.getLong("id"), id, row.getString("summary")))
                    .list();
        }
    }

    /** Each sentence is looked at when it is new: what it says was so then. */
    private boolean look(String where, UUID id, String text) {
        if (!ids.contains(id)
                || !text.toLowerCase(java.util.Locale.ROOT).contains("somebody")
                || !read.add(where + id + text)) {
            return false;
        }
        HistoryLedger.Account account = ledger.of(id);
        boolean right;
        if (text.contains("deleted it")) {
            right = account.lastBySomebody(What.DELETED);
        } else if (text.contains("restored it")) {
            right = account.lastBySomebody(What.RESTORED);
        } else if (text.contains("disabled it") || text.contains("is disabled now")) {
            right = account.lastBySomebody(What.DISABLED);
        } else if (text.contains("enabled it") || text.contains("is enabled now")) {
            right = account.lastBySomebody(What.ENABLED);
        } else {
            right = account.lastBySomebody(What.DISABLED) || account.lastBySomebody(What.ENABLED);
        }
        assertThat(right)
                .as("Of %s %s says “%s”, and last were %s", name(id), where, text, account)
                .isTrue();
        return true;
    }

    private void undoOffersOnlyWhatThePortalDid(Preview enabling, HistoryPages.Shown shown) {
        assertThat(enabling.objectIds())
                .allSatisfy(id -> assertThat(ledger.of(id).mine())
                        .as("Undo offers %s: %s", name(id), ledger.of(id))
                        .isTrue());
        assertThat(shown.disabled())
                .filteredOn(device -> !device.takenOver() && device.leftAt() == null)
                .allSatisfy(device -> assertThat(ledger.of(device.objectId()).mine())
                        .as(
                                "The list of disabled devices has %s: %s",
                                name(device.objectId()), ledger.of(device.objectId()))
                        .isTrue());
    }

    private void noDeviceIsInTwoOpenRequests(Map<Action, Preview> previews) {
        List<UUID> open = jdbc.sql("""
                select d.object_id from requested_device d join change_request r on r.id = d.request_id
                where r.status in ('WAITING', 'RUNNING', 'BLOCKED') and d.state in ('WAITING', 'SENT', 'ACCEPTED')
                """).query(UUID.class).list();
        assertThat(open).as("Devices in open requests").doesNotHaveDuplicates();
        Map<UUID, Long> requests = queries.openRequests(ids);
        assertThat(requests.keySet())
                .containsAll(open.stream().filter(ids::contains).toList());
        previews.values().forEach(preview -> {
            noneOf(requests.keySet(), Set.copyOf(preview.objectIds()), "An action is offered for one in a request");
            preview.refused().stream()
                    .filter(refused -> requests.containsKey(refused.objectId()))
                    .forEach(refused ->
                            assertThat(refused.reason()).contains("in request " + requests.get(refused.objectId())));
        });
    }

    private void noneOf(Set<UUID> wrong, Set<UUID> said, String what) {
        assertThat(said.stream().filter(wrong::contains).map(this::name).sorted())
                .as(what)
                .isEmpty();
    }

    private boolean present(UUID id) {
        return truth.entra(devices.get(ids.indexOf(id))).state().present();
    }

    private String name(UUID id) {
        return "device " + ids.indexOf(id);
    }
}
