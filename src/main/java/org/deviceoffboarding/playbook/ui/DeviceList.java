package org.deviceoffboarding.playbook.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.base.ui.transfer.CsvDownload;
import org.deviceoffboarding.base.ui.transfer.RowsAsOf;
import org.deviceoffboarding.evaluation.Finding;
import org.deviceoffboarding.inventory.JoinType;
import org.deviceoffboarding.keys.DeviceKeyService;
import org.deviceoffboarding.keys.DeviceKeys;
import org.deviceoffboarding.suggestion.SuggestionExports;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;

/** The list of all devices of a suggestion, to keep before anything is deleted. */
@org.springframework.stereotype.Component
class DeviceList {

    private final SuggestionExports suggestions;
    private final DeviceKeyService keys;

    DeviceList(SuggestionExports suggestions, DeviceKeyService keys) {
        this.suggestions = suggestions;
        this.keys = keys;
    }

    /** Returns links that download the list as CSV and as an Excel workbook. */
    Component links(long suggestionId) {
        CsvDownload<Line> list = list(suggestionId);
        String name = "suggestion-" + suggestionId + "-device-list";
        Div links = new Div(
                list.link("Device list as CSV", name + ".csv"),
                list.excelLink("Device list for Excel", name + ".xlsx"));
        links.addClassName("step-links");
        return links;
    }

    CsvDownload<Line> list(long suggestionId) {
        return CsvDownload.of(
                        () -> suggestions.devices(suggestionId, "", Sort.unsorted()), suggestions::devices, this::lines)
                .asOf(RowsAsOf.ONE_RUN)
                .column("Device", of(Finding::name))
                .column("Entra object ID", of(Finding::objectId))
                .column("Entra device ID", of(Finding::deviceId))
                .column("Intune ID", of(Finding::intuneId))
                .column("Serial number", of(Finding::serialNumber))
                .column("User", of(Finding::user))
                .column("Registered owner", of(Finding::registeredOwner))
                .column("Platform", of(row -> row.platform().label()))
                .column("Ownership", of(row -> row.ownership().label()))
                .column("Join type", of(row -> JoinType.label(row.joinType())))
                .column("Kind", of(row -> row.kind().label()))
                .column("Situation", of(row -> row.situation().label()))
                .column("Enabled", of(Finding::enabled))
                .column("Entra activity (UTC)", of(Finding::lastSignIn))
                .column("Intune sync (UTC)", of(Finding::lastSync))
                .column("Removed from Intune (UTC)", of(Finding::removedAt))
                .column("Removed by", of(Finding::removedBy))
                .column("Why", of(row -> String.join(" ", row.evidence())))
                .column("BitLocker keys in Entra", line -> known(line, DeviceKeys::bitlocker))
                .column("LAPS password in Entra", line -> known(line, DeviceKeys::lapsPassword))
                .column("Keys checked (UTC)", line -> checkedAt(line.keys()));
    }

    private List<Line> lines(List<Finding> findings) {
        Map<UUID, DeviceKeys> known =
                keys.find(findings.stream().map(Finding::objectId).toList());
        return findings.stream()
                .map(finding -> new Line(finding, known.get(finding.objectId())))
                .toList();
    }

    private static Function<Line, @Nullable Object> of(Function<Finding, @Nullable Object> value) {
        return line -> value.apply(line.finding());
    }

    private static String known(Line line, Function<DeviceKeys, String> word) {
        if (line.keys() != null) {
            return word.apply(line.keys());
        }
        return line.finding().platform() == Platform.WINDOWS ? "not checked" : "";
    }

    private static @Nullable Instant checkedAt(@Nullable DeviceKeys keys) {
        return keys == null ? null : keys.checkedAt();
    }

    /** @param keys null where they were never checked */
    record Line(Finding finding, @Nullable DeviceKeys keys) {}
}
