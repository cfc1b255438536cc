package org.deviceoffboarding.remediation.ui.asking;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.deviceoffboarding.audit.ui.StartHold;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.work.WorkDialog;
import org.deviceoffboarding.evaluation.ui.ResultNews;
import org.deviceoffboarding.person.draft.ui.TextKeeping;
import org.deviceoffboarding.remediation.asking.RequestSubmissionService;
import org.deviceoffboarding.remediation.query.RequestQueryService;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.upload.IdUploadService;
import org.deviceoffboarding.suggestion.Suggestion;
import org.deviceoffboarding.suggestion.SuggestionService;
import org.springframework.stereotype.Component;

/** Opens the dialogs that ask for actions, as far as the person signed in may. */
@Component
public class AskDialogs implements Undo {

    private final RequestSubmissionService submissions;
    private final RequestQueryService requests;
    private final SuggestionService suggestions;
    private final IdUploadService uploads;
    private final ResultNews resultNews;
    private final StartHold hold;
    private final OpenPages openPages;
    private final TextKeeping texts;
    private final CurrentActor currentActor;

    AskDialogs(
            RequestSubmissionService submissions,
            RequestQueryService requests,
            SuggestionService suggestions,
            IdUploadService uploads,
            ResultNews resultNews,
            StartHold hold,
            OpenPages openPages,
            TextKeeping texts,
            CurrentActor currentActor) {
        this.submissions = submissions;
        this.requests = requests;
        this.suggestions = suggestions;
        this.uploads = uploads;
        this.resultNews = resultNews;
        this.hold = hold;
        this.openPages = openPages;
        this.texts = texts;
        this.currentActor = currentActor;
    }

    public boolean mayAsk() {
        return currentActor.may(Capability.ASK_FOR_ACTIONS);
    }

    @Override
    public List<UUID> allowed(Action action, List<UUID> objectIds) {
        return objectIds.isEmpty()
                ? List.of()
                : submissions.preview(action, objectIds).objectIds();
    }

    @Override
    public void open(Action action, List<UUID> objectIds, String source, Runnable done) {
        open(
                action.label() + " " + Amounts.devices(objectIds.size()),
                objectIds.size(),
                () -> Optional.of(picked(action, objectIds, source)),
                done);
    }

    private AskDialogInput picked(Action action, List<UUID> objectIds, String source) {
        return suggestionOf(action, objectIds)
                .map(suggestion -> new AskDialogInput(
                        List.of(action),
                        objectIds,
                        source + (objectIds.size() == 1 ? ", in suggestion '" : ", all in suggestion '")
                                + suggestion.title() + "'",
                        suggestion.id(),
                        null))
                .orElse(new AskDialogInput(List.of(action), objectIds, source, null, null));
    }

    /**
     * @param title of what is shown while it is found out what is asked for
     * @param devices how many it is about
     * @param wanted what is asked for by the result that counts when it is called: now, and again when a newer run replaced that
     *     while the dialog is open; nothing where a newer result has nothing of the kind. Called beside the page where it is about
     *     many
     * @param done called after it was asked for
     */
    void open(String title, long devices, Supplier<Optional<AskDialogInput>> wanted, Runnable done) {
        long result = resultNews.result();
        WorkDialog.before(
                title,
                "It is looked up what they are part of.",
                devices,
                progress -> wanted.get(),
                first -> open(first.filter(asking -> resultNews.result() == result), wanted, done));
    }

    private void open(Optional<AskDialogInput> asking, Supplier<Optional<AskDialogInput>> wanted, Runnable done) {
        asking.ifPresentOrElse(
                first -> new AskDialog(
                                first,
                                reason(first),
                                wanted,
                                this::stepsMissing,
                                submissions,
                                resultNews,
                                hold,
                                openPages,
                                done)
                        .open(),
                () -> Notices.problem("A newer run has just replaced this. Look at what the newest result says."));
    }

    /** A reason is for what it was typed for: certain devices, or a suggestion, also as a newer run finds it. */
    private AskReason reason(AskDialogInput wanted) {
        String place = wanted.actions().stream().map(Action::name).collect(Collectors.joining("-", "ask:", ""));
        return new AskReason(
                wanted.sort() == null ? texts.at(place, wanted.objectIds()) : texts.at(place + ":" + wanted.sort()));
    }

    /** Where an action is refused without them, its preview says so of each device. */
    private List<String> stepsMissing(AskDialogInput wanted) {
        Action action = wanted.actions().getFirst();
        return wanted.suggestionId() == null || action.waitsForRequiredSteps()
                ? List.of()
                : requests.stepsMissing(action, wanted.suggestionId());
    }

    /** Devices that were picked from another list may all be of one suggestion. */
    private Optional<Suggestion> suggestionOf(Action action, List<UUID> objectIds) {
        return action.takesAway() ? suggestions.withAll(Set.copyOf(objectIds)) : Optional.empty();
    }

    /** Asks for a list of IDs, then for what is to be done to the devices in it. */
    void upload(Runnable done) {
        new UploadIdsDialog(
                        uploads,
                        (fileName, objectIds) -> open(
                                "Ask for an action on " + Amounts.devices(objectIds.size()),
                                0, // what is in the list is known already
                                () -> Optional.of(new AskDialogInput(
                                        List.of(Action.values()), objectIds, "list '" + fileName + "'", null, null)),
                                done))
                .open();
    }

    /** Returns whether an action would be refused for a device, and why; empty if it may be asked for. */
    public String refusal(Action action, UUID objectId) {
        return submissions.preview(action, List.of(objectId)).refused().stream()
                .findFirst()
                .map(refused -> refused.reason())
                .orElse("");
    }
}
