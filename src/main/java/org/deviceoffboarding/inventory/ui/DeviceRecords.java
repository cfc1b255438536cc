package org.deviceoffboarding.inventory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.deviceoffboarding.base.Ownership;
import org.deviceoffboarding.base.ui.Facts;
import org.deviceoffboarding.base.ui.IdDisplay;
import org.deviceoffboarding.base.ui.Pill;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.inventory.AutopilotIdentity;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.DeviceService;
import org.deviceoffboarding.inventory.EntraDevice;
import org.deviceoffboarding.inventory.FormerRecord;
import org.deviceoffboarding.inventory.JoinType;
import org.deviceoffboarding.inventory.ManagedDevice;
import org.deviceoffboarding.inventory.MdmApplication;
import org.deviceoffboarding.inventory.RestrictedDevices;
import org.jspecify.annotations.Nullable;

/** Shows what Entra, Intune and Windows Autopilot say of a device. */
@org.springframework.stereotype.Component
class DeviceRecords {

    private final DeviceService devices;
    private final OtherPortals portals;
    private final Clock clock;

    DeviceRecords(DeviceService devices, OtherPortals portals, Clock clock) {
        this.devices = devices;
        this.portals = portals;
        this.clock = clock;
    }

    Component entra(DeviceFacts device) {
        EntraDevice entra = device.entra();
        Section section = new Section(
                "Microsoft Entra ID",
                new Facts()
                        .with("Object ID", IdDisplay.whole("Object ID", entra.objectId()))
                        .with("Device ID", IdDisplay.whole("Device ID", entra.deviceId()))
                        .with("State", enabled(entra))
                        .with("Restricted", restricted(entra))
                        .with("Join type", joinType(entra))
                        .with("Ownership", Ownership.of(entra.ownership()).label())
                        .with("Managed by", managedBy(entra))
                        .with("Operating system", joined(entra.operatingSystem(), entra.operatingSystemVersion()))
                        .with("Maker and model", MakerAndModel.of(entra.manufacturer(), entra.model()))
                        .with("Last activity", approximate(entra.lastSignIn()))
                        .with("Registered", time(entra.registered())));
        portals.entra(entra.objectId()).ifPresent(section::withSuffix);
        return section;
    }

    private Component restricted(EntraDevice entra) {
        if (!entra.isRestricted()) {
            return new Span("No");
        }
        RestrictedDevices restricted = devices.restrictedUnits(List.of(entra.objectId()));
        String names = restricted.names(entra.objectId());
        boolean known = !names.isEmpty();
        return new Div(
                Pill.attention("Restricted"),
                new Paragraph(
                        "It is in a restricted management administrative unit: Entra lets nobody change it but who has a role"
                                + " that is assigned in that unit."),
                new Paragraph(
                        known
                                ? "Unit: " + names + "."
                                : "What the unit is called is not known: " + restricted.unknown()));
    }

    Component intune(DeviceFacts device) {
        if (device.managed().isEmpty()) {
            Facts state = new Facts().with("State", Pill.attention("No record"));
            Section section = new Section(
                    "Microsoft Intune",
                    state,
                    new Paragraph("Intune has no record whose Entra device ID is this device's."));
            device.former().forEach(record -> section.add(former(record)));
            return section;
        }
        Div records = new Div();
        records.addClassName("stack");
        device.managed().forEach(record -> {
            records.add(facts(device.filled(record)));
            portals.intune(record.intuneId()).ifPresent(records::add);
        });
        return new Section("Microsoft Intune", records);
    }

    /** Returns the Autopilot registration, where there is one, and what other portals are searched by. */
    List<Component> more(DeviceFacts device) {
        return Stream.of(Optional.ofNullable(device.autopilot()).map(this::autopilot), portals.searches(device))
                .<Component>flatMap(Optional::stream)
                .toList();
    }

    /** What protects the device still, and what other portals are searched by. */
    private Component former(FormerRecord record) {
        ManagedDevice last = record.last();
        Div known = new Div(
                new Paragraph("From the last inventory that had its record:"),
                new Facts()
                        .with("Intune ID", IdDisplay.whole("Intune ID", record.intuneId()))
                        .with("Now", now(record.moved()))
                        .with("Serial number", IdDisplay.text("Serial number", last.serialNumber()))
                        .with("Ownership", Ownership.of(last.ownerType()).label())
                        .with("User", Objects.requireNonNullElse(last.userPrincipalName(), ""))
                        .with("Operating system", last.operatingSystem())
                        .with("Maker and model", MakerAndModel.of(last.manufacturer(), last.model()))
                        .with("Enrolment", last.enrollmentType()));
        known.addClassName("stack");
        return known;
    }

    private static String now(FormerRecord.@Nullable Moved moved) {
        if (moved == null) {
            return "Gone";
        }
        return moved.deviceId() == null
                ? "Still in Intune, without a device ID"
                : "Still in Intune, as the record of the device ID " + moved.deviceId();
    }

    private Facts facts(ManagedDevice record) {
        return new Facts()
                .with("Intune ID", IdDisplay.whole("Intune ID", record.intuneId()))
                .with("Device ID", IdDisplay.whole("Device ID", record.entraDeviceId()))
                .with("State", record.managementState())
                .with("Compliance", record.complianceState())
                .with("Serial number", IdDisplay.text("Serial number", record.serialNumber()))
                .with("Ownership", Ownership.of(record.ownerType()).label())
                .with("User", Objects.requireNonNullElse(record.userPrincipalName(), ""))
                .with("Operating system", joined(record.operatingSystem(), record.osVersion()))
                .with("Maker and model", MakerAndModel.of(record.manufacturer(), record.model()))
                .with("Last sync", time(record.lastSync()))
                .with("Enrolled", time(record.enrolled()));
    }

    private Component autopilot(AutopilotIdentity identity) {
        return new Section(
                "Windows Autopilot",
                new Facts()
                        .with("Registration ID", IdDisplay.whole("Registration ID", identity.id()))
                        .with("State", identity.former() ? "No longer listed" : "Listed")
                        .with("Serial number", IdDisplay.text("Serial number", identity.serialNumber()))
                        .with("Group tag", identity.groupTag())
                        .with("Enrolment", identity.enrollmentState())
                        .with("Last contact", time(identity.lastContacted())));
    }

    private static Component enabled(EntraDevice entra) {
        if (entra.accountEnabled() == null) {
            return Pill.neutral("Not known");
        }
        return entra.accountEnabled() ? Pill.neutral("Enabled") : Pill.neutral("Disabled");
    }

    private static String joinType(EntraDevice entra) {
        String label = JoinType.label(entra.trustType());
        return label.isEmpty() ? "Not known" : label;
    }

    private static String managedBy(EntraDevice entra) {
        if (entra.mdmAppId() == null || entra.mdmAppId().isBlank()) {
            return Boolean.TRUE.equals(entra.managed()) ? "An MDM (claims)" : "Nobody";
        }
        return MdmApplication.of(entra.mdmAppId())
                .map(mdm -> mdm.label() + " (claims)")
                .orElse("Another MDM, " + entra.mdmAppId());
    }

    private Component approximate(@Nullable Instant at) {
        if (at == null) {
            return new Span("Not known");
        }
        Span tolerance = new Span(" ± 14 days");
        tolerance.addClassName("dim");
        tolerance.setTitle("Entra writes this time again only when it is more than 14 days, give or take 5, behind.");
        return new Span(time(at), tolerance);
    }

    private Span time(@Nullable Instant at) {
        return TimeDisplay.span(at, clock.instant());
    }

    private static String joined(@Nullable String first, @Nullable String second) {
        return (Objects.requireNonNullElse(first, "") + " " + Objects.requireNonNullElse(second, "")).strip();
    }
}
