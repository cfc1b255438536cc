package org.deviceoffboarding.ask.answer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.deviceoffboarding.ask.answer.ReportedDevice.DeviceFact;
import org.deviceoffboarding.ask.question.Wish;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.evaluation.Finding;
import org.deviceoffboarding.evaluation.RunResults;
import org.deviceoffboarding.evaluation.RunService;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.EntraDevice;
import org.deviceoffboarding.inventory.JoinType;
import org.deviceoffboarding.inventory.ManagedDevice;
import org.deviceoffboarding.inventory.ui.DeviceHistory;
import org.deviceoffboarding.inventory.ui.DeviceMoment;
import org.deviceoffboarding.judging.Judge;
import org.deviceoffboarding.judging.Timestamps;
import org.deviceoffboarding.playbook.PlaybookStep;
import org.deviceoffboarding.playbook.SortPlaybook;
import org.deviceoffboarding.playbook.SortPlaybooks;
import org.deviceoffboarding.suggestion.FlaggedSort;
import org.deviceoffboarding.suggestion.Suggestion;
import org.deviceoffboarding.suggestion.SuggestionService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says of one device what was asked. */
@Component
class DeviceReport {

    private final RunService runs;
    private final RunResults results;
    private final SuggestionService suggestions;
    private final SortPlaybooks playbooks;
    private final WhyReport why;
    private final WhoDisabled whoDisabled;
    private final List<DeviceHistory> histories;

    DeviceReport(
            RunService runs,
            RunResults results,
            SuggestionService suggestions,
            SortPlaybooks playbooks,
            WhyReport why,
            WhoDisabled whoDisabled,
            List<DeviceHistory> histories) {
        this.runs = runs;
        this.results = results;
        this.suggestions = suggestions;
        this.playbooks = playbooks;
        this.why = why;
        this.whoDisabled = whoDisabled;
        this.histories = histories;
    }

    ReportedDevice of(Asked asked, DeviceFacts device) {
        UUID id = device.entra().objectId();
        Wish wish = asked.question().wish();
        Optional<Finding> finding = runs.finding(asked.runId(), id);
        Optional<Suggestion> suggestion = finding.isEmpty() ? Optional.empty() : suggestions.withAll(Set.of(id));
        List<PlaybookStep> steps = wish == Wish.NEXT ? finding.map(this::steps).orElse(List.of()) : List.of();
        return new ReportedDevice(
                id,
                device.entra().displayName(),
                wish == Wish.DEVICE ? facts(asked, device) : List.of(),
                sentences(asked, device, finding, suggestion),
                wish == Wish.HISTORY ? moments(id, device) : List.of(),
                suggestion.map(Suggestion::id).orElse(null),
                suggestion.map(Suggestion::title).orElse(null),
                steps);
    }

    private List<String> sentences(
            Asked asked, DeviceFacts device, Optional<Finding> finding, Optional<Suggestion> suggestion) {
        return switch (asked.question().wish()) {
            case WHY -> why.of(asked.run(), device, finding);
            case DEVICE -> why.shortly(asked.run(), device, finding);
            case NEXT -> next(asked, device, finding, suggestion);
            case DISABLED_BY -> whoDisabled.of(device.entra());
            case HISTORY ->
                moments(device.entra().objectId(), device).isEmpty()
                        ? List.of("Nothing is on record about it.")
                        : List.of();
            default -> List.of();
        };
    }

    private List<String> next(
            Asked asked, DeviceFacts device, Optional<Finding> finding, Optional<Suggestion> suggestion) {
        if (finding.isEmpty()) {
            return Stream.concat(
                            Stream.of("Nothing is suggested for it."),
                            why.shortly(asked.run(), device, finding).stream())
                    .toList();
        }
        List<String> sentences = new ArrayList<>(why.shortly(asked.run(), device, finding));
        suggestion.ifPresent(in -> sentences.add("It is in the suggestion “" + in.title() + "”."
                + playbooks
                        .next(in.id())
                        .map(step ->
                                " The first step that is not done there: " + step.number() + ". " + step.title() + ".")
                        .orElse(" All steps are done there.")));
        return sentences;
    }

    private List<PlaybookStep> steps(Finding finding) {
        JoinType join = JoinType.of(finding.joinType()).orElse(null);
        FlaggedSort sort = new FlaggedSort(
                finding.situation(),
                finding.platform(),
                finding.ownership(),
                finding.kind().group(),
                1,
                join == JoinType.ENTRA_JOINED ? 1 : 0,
                join == JoinType.REGISTERED ? 1 : 0,
                join == JoinType.HYBRID_JOINED ? 1 : 0);
        return playbooks.of(List.of(sort)).stream()
                .map(SortPlaybook::steps)
                .findFirst()
                .orElse(List.of());
    }

    private List<DeviceMoment> moments(UUID id, DeviceFacts device) {
        return histories.stream()
                .flatMap(history -> history.of(id, device).stream())
                .sorted(Comparator.comparing(DeviceMoment::at).reversed())
                .toList();
    }

    /** Returns what is known of a device, always the same things in the same order. */
    List<DeviceFact> facts(Asked asked, DeviceFacts device) {
        EntraDevice entra = device.entra();
        @Nullable
        ManagedDevice record = device.managed().isEmpty()
                ? null
                : device.filled(device.managed().getFirst());
        List<DeviceFact> facts = new ArrayList<>();
        add(facts, "Object ID", entra.objectId());
        add(facts, "Device ID", entra.deviceId());
        add(facts, "Intune ID", record == null ? null : record.intuneId());
        add(facts, "Name", entra.displayName());
        add(facts, "Serial number", device.serialNumber());
        add(facts, "User", device.user());
        add(facts, "Platform", Platform.of(entra.operatingSystem()).label());
        add(facts, "Version", version(entra, record));
        add(facts, "Ownership", device.ownership().label());
        add(facts, "Join type", JoinType.label(entra.trustType()));
        add(facts, "Manufacturer", known(entra.manufacturer(), device.known(ManagedDevice::manufacturer)));
        add(facts, "Model", known(entra.model(), device.known(ManagedDevice::model)));
        add(facts, "State in Entra", yes(entra.accountEnabled(), "Enabled", "Disabled"));
        add(facts, "Compliance", yes(entra.compliant(), "Compliant", "Noncompliant"));
        add(facts, "Restricted", entra.isRestricted() ? "Yes" : "No");
        add(facts, "In Intune", record == null ? "No" : "Yes");
        add(facts, "Link to Intune", link(asked, device));
        add(facts, "Last activity in Entra", time(entra.lastSignIn()));
        add(facts, "Last sync with Intune", record == null ? null : time(record.lastSync()));
        add(facts, "Registered in Entra", time(entra.registered()));
        add(facts, "Enrolled in Intune", record == null ? null : time(record.enrolled()));
        return facts;
    }

    private String link(Asked asked, DeviceFacts device) {
        return Judge.linkOf(
                        device,
                        results.rules(asked.runId()).rules(),
                        asked.basis().readAt())
                .label();
    }

    private static void add(List<DeviceFact> facts, String label, @Nullable Object value) {
        facts.add(new DeviceFact(label, Objects.toString(value, "")));
    }

    private static @Nullable String version(EntraDevice entra, @Nullable ManagedDevice record) {
        return entra.operatingSystemVersion() != null || record == null
                ? entra.operatingSystemVersion()
                : record.osVersion();
    }

    private static @Nullable String known(@Nullable String ofEntra, List<String> ofIntune) {
        return ofEntra != null ? ofEntra : ofIntune.isEmpty() ? null : ofIntune.getFirst();
    }

    private static @Nullable String yes(@Nullable Boolean value, String yes, String no) {
        return value == null ? null : value ? yes : no;
    }

    private static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : Timestamps.words(time);
    }

    /** Returns a device's name, or its ID where it has none. */
    static String called(String name, UUID objectId) {
        return name.isBlank() ? "the device " + objectId : name;
    }
}
