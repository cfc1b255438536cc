package org.deviceoffboarding.audit.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.deviceoffboarding.audit.AuditedDevice;
import org.deviceoffboarding.audit.reading.AuditEntry;
import org.deviceoffboarding.audit.reading.AuditFilter;
import org.deviceoffboarding.audit.reading.AuditLogService;
import org.deviceoffboarding.audit.transfer.AuditTransferService;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.ui.PersonDisplay;
import org.deviceoffboarding.base.ui.transfer.CsvDownload;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The links that take entries of the log away: all that a filter lets through, the newest first. */
@org.springframework.stereotype.Component
class AuditExports {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final AuditLogService auditLog;
    private final AuditTransferService transfers;
    private final ActionLabels labels;
    private final EvidenceLinks evidence;

    AuditExports(
            AuditLogService auditLog, AuditTransferService transfers, ActionLabels labels, EvidenceLinks evidence) {
        this.evidence = evidence;
        this.auditLog = auditLog;
        this.transfers = transfers;
        this.labels = labels;
    }

    Component links(Supplier<AuditFilter> filter) {
        Span all = new Span(table(filter).link("audit-log.csv"), evidence.filtered(filter));
        all.addClassName("exports");
        return all;
    }

    CsvDownload<AuditEntry> table(Supplier<AuditFilter> filter) {
        return CsvDownload.of(() -> auditLog.export(filter.get()), auditLog::export)
                .needing(Capability.EXPORT_AUDIT_LOG)
                .showing("entries", () -> auditLog.roughly(filter.get()))
                .kept(form -> {
                    AuditFilter asked = filter.get();
                    transfers.begin(asked, form);
                    return rows -> transfers.complete(asked, form, rows);
                })
                .json(AuditExports::members)
                .column("Number", AuditEntry::number)
                .column("Time (UTC)", AuditEntry::at)
                .column("Person", entry -> entry.actor().name())
                .column("Name", entry -> PersonDisplay.realName(entry.actor()).orElse(null))
                .column("Person ID", entry -> entry.actor().id())
                .column("Action", AuditEntry::action)
                .column("Meaning", entry -> labels.label(entry.action()))
                .column("Result", entry -> entry.result().label())
                .column("Subject", AuditEntry::subject)
                .column("Summary", AuditEntry::summary)
                .column("Devices", AuditExports::devices)
                .column(
                        "Details",
                        entry -> entry.details().isEmpty() ? null : JSON.writeValueAsString(entry.details()));
    }

    /** Names with object IDs, one a line. */
    private static @Nullable String devices(AuditEntry entry) {
        return entry.devices().isEmpty()
                ? null
                : entry.devices().stream()
                        .map(device -> (device.name() + " " + device.objectId()).strip())
                        .collect(Collectors.joining("\n", "", entry.moreDevices() ? "\nand others" : ""));
    }

    /** The names are those of the canonical content, with the number in front. */
    private static Map<String, @Nullable Object> members(AuditEntry entry) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("number", entry.number());
        members.put("at", entry.at().toString());
        members.put(
                "actor", Map.of("id", entry.actor().id(), "name", entry.actor().name()));
        members.put("action", entry.action());
        members.put("result", entry.result().name());
        members.put("subject", entry.subject());
        members.put("summary", entry.summary());
        members.put("details", entry.details());
        members.put(
                "devices", entry.devices().stream().map(AuditExports::members).toList());
        if (entry.moreDevices()) {
            members.put("moreDevices", true);
        }
        members.put("format", entry.format());
        return members;
    }

    private static Map<String, @Nullable Object> members(AuditedDevice device) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("objectId", device.objectId().toString());
        members.put(
                "deviceId", device.deviceId() == null ? null : device.deviceId().toString());
        members.put("name", device.name());
        return members;
    }
}
