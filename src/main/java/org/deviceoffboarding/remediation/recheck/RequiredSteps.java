package org.deviceoffboarding.remediation.recheck;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deviceoffboarding.evaluation.Finding;
import org.deviceoffboarding.evaluation.FlaggedDevices;
import org.deviceoffboarding.playbook.MissingSteps;
import org.deviceoffboarding.playbook.Stage;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.suggestion.Suggestion;
import org.deviceoffboarding.suggestion.SuggestionService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Knows what the playbooks of suggestions require before their devices are acted on. Disabling can be undone, so it is only
 * warned of; deleting is refused until all of it is ticked, wherever the devices were picked.
 */
@Component
public class RequiredSteps {

    private final MissingSteps missing;
    private final SuggestionService suggestions;
    private final FlaggedDevices flagged;
    private final UnsentDeviceRepository unsent;

    RequiredSteps(
            MissingSteps missing,
            SuggestionService suggestions,
            FlaggedDevices flagged,
            UnsentDeviceRepository unsent) {
        this.missing = missing;
        this.suggestions = suggestions;
        this.flagged = flagged;
        this.unsent = unsent;
    }

    /** Returns the titles of required steps before an action that are not done; none for devices of no suggestion. */
    public List<String> missing(Action action, @Nullable Long suggestionId) {
        return !action.takesAway() || suggestionId == null ? List.of() : missing.before(stage(action), suggestionId);
    }

    /**
     * Returns the titles of required steps that are not done before what a request asks for, by the result that it rests on: a
     * newer run begins with steps that nobody ticked.
     */
    public List<String> missing(ChangeRequest request) {
        if (!waitsByDevice(request)) {
            return missing(request.action(), request.suggestionId());
        }
        return unsent.suggestions(request).stream()
                .flatMap(suggestion -> missing(request.action(), suggestion).stream())
                .distinct()
                .toList();
    }

    /** As {@link #missing(ChangeRequest)}, for some of its devices: before they are sent. */
    public List<String> missing(ChangeRequest request, Collection<UUID> devices) {
        Long run = request.runId();
        if (run == null || !waitsByDevice(request)) {
            return missing(request.action(), request.suggestionId());
        }
        Map<String, Suggestion> bySort = bySort(run);
        return flagged.find(run, devices).values().stream()
                .map(Suggestion::sortOf)
                .distinct()
                .flatMap(sort -> Stream.ofNullable(bySort.get(sort)))
                .flatMap(suggestion -> missing(request.action(), suggestion.id()).stream())
                .distinct()
                .toList();
    }

    /** Devices that were picked elsewhere than in a suggestion belong to several. */
    private static boolean waitsByDevice(ChangeRequest request) {
        return request.suggestionId() == null
                && request.runId() != null
                && request.action().waitsForRequiredSteps();
    }

    /**
     * Returns what tells of findings of the newest result why an action is refused until steps are ticked, as it is when the
     * first is looked at; an empty text where it is not refused.
     */
    public Function<Finding, String> refusals(Action action) {
        if (!action.waitsForRequiredSteps()) {
            return finding -> "";
        }
        Map<String, Suggestion> bySort = new HashMap<>();
        Map<String, String> sentences = new HashMap<>();
        return finding -> {
            if (sentences.isEmpty()) {
                flagged.result().ifPresent(run -> bySort.putAll(bySort(run.id())));
            }
            return sentences.computeIfAbsent(Suggestion.sortOf(finding), sort -> sentence(action, bySort.get(sort)));
        };
    }

    private Map<String, Suggestion> bySort(long runId) {
        return suggestions.ofRun(runId).stream().collect(Collectors.toMap(Suggestion::sort, suggestion -> suggestion));
    }

    private String sentence(Action action, @Nullable Suggestion suggestion) {
        List<String> titles = suggestion == null ? List.of() : missing(action, suggestion.id());
        return suggestion == null || titles.isEmpty()
                ? ""
                : "The playbook of its suggestion “%s” requires this before, and it is not ticked: “%s”. Do that first, then tick it there."
                        .formatted(suggestion.title(), String.join("”, “", titles));
    }

    private static Stage stage(Action action) {
        return action == Action.DELETE ? Stage.DELETE : Stage.DISABLE;
    }
}
