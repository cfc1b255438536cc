package org.deviceoffboarding.remediation.execution;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.deviceoffboarding.evaluation.Finding;
import org.deviceoffboarding.evaluation.FindingFilter;
import org.deviceoffboarding.evaluation.RunService;
import org.deviceoffboarding.evaluation.leftout.LeftOutDevice;
import org.deviceoffboarding.evaluation.leftout.LeftOutService;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.DeviceFilter;
import org.deviceoffboarding.inventory.DeviceRow;
import org.deviceoffboarding.inventory.DeviceService;
import org.deviceoffboarding.removed.DisabledDevice;
import org.deviceoffboarding.removed.DisabledDeviceService;
import org.deviceoffboarding.suggestion.SuggestionFilter;
import org.deviceoffboarding.suggestion.SuggestionService;
import org.springframework.data.domain.PageRequest;

/** Reads what the portal's pages show of some devices. */
class HistoryPages {

    private static final PageRequest ALL = PageRequest.ofSize(2_000);

    private final DeviceService deviceList;
    private final RunService runs;
    private final SuggestionService suggestions;
    private final LeftOutService leftOut;
    private final DisabledDeviceService disabledDevices;

    HistoryPages(
            DeviceService deviceList,
            RunService runs,
            SuggestionService suggestions,
            LeftOutService leftOut,
            DisabledDeviceService disabledDevices) {
        this.deviceList = deviceList;
        this.runs = runs;
        this.suggestions = suggestions;
        this.leftOut = leftOut;
        this.disabledDevices = disabledDevices;
    }

    /**
     * What is shown at one moment, read once for all that is asked of it.
     *
     * @param rows of the list of devices
     * @param pages by object ID, of those that have one
     * @param findings of the newest result
     * @param suggested findings that suggestions have
     * @param leftOut what was left out of the newest result, by object ID
     * @param disabled the queue of disabled devices
     */
    record Shown(
            List<DeviceRow> rows,
            Map<UUID, DeviceFacts> pages,
            List<Finding> findings,
            List<Finding> suggested,
            Map<UUID, LeftOutDevice> leftOut,
            List<DisabledDevice> disabled) {}

    Shown of(List<UUID> ids) {
        long run = runs.latestCompleted().orElseThrow().id();
        return new Shown(
                ids.stream()
                        .flatMap(
                                id -> deviceList.find(DeviceFilter.text(id.toString()), PageRequest.ofSize(5)).stream())
                        .toList(),
                found(ids, deviceList::get),
                runs.findings(run, FindingFilter.NONE, ALL).stream()
                        .filter(finding -> ids.contains(finding.objectId()))
                        .toList(),
                suggestions.find(SuggestionFilter.NONE, ALL).stream()
                        .flatMap(suggestion -> suggestions.devices(suggestion.id(), "", ALL).stream())
                        .filter(finding -> ids.contains(finding.objectId()))
                        .toList(),
                found(ids, id -> leftOut.get(run, id)),
                List.copyOf(found(ids, disabledDevices::get).values()));
    }

    private static <T> Map<UUID, T> found(List<UUID> ids, Function<UUID, Optional<T>> one) {
        return ids.stream()
                .flatMap(id -> one.apply(id).map(found -> Map.entry(id, found)).stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
