package org.deviceoffboarding.playbook.checklist;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.playbook.MissingSteps;
import org.deviceoffboarding.playbook.Stage;
import org.deviceoffboarding.playbook.definition.Playbook;
import org.deviceoffboarding.playbook.definition.PlaybookLibrary;
import org.deviceoffboarding.playbook.definition.PlaybookRefusedException;
import org.deviceoffboarding.playbook.definition.Step;
import org.deviceoffboarding.suggestion.Replacements;
import org.deviceoffboarding.suggestion.Suggestion;
import org.deviceoffboarding.suggestion.SuggestionDetails;
import org.deviceoffboarding.suggestion.SuggestionService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The checklists of suggestions: which steps there are, and who ticked them when. */
@Service
@May(Capability.READ)
public class ChecklistService implements MissingSteps {

    private final SuggestionService suggestions;
    private final Replacements replacements;
    private final JoinTypeRepository joinTypes;
    private final PlaybookLibrary library;
    private final TickRepository ticks;
    private final PortalSteps portalSteps;
    private final AuditLog auditLog;
    private final CurrentActor currentActor;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ChecklistService(
            SuggestionService suggestions,
            Replacements replacements,
            JoinTypeRepository joinTypes,
            PlaybookLibrary library,
            TickRepository ticks,
            PortalSteps portalSteps,
            AuditLog auditLog,
            CurrentActor currentActor,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.suggestions = suggestions;
        this.replacements = replacements;
        this.joinTypes = joinTypes;
        this.library = library;
        this.ticks = ticks;
        this.portalSteps = portalSteps;
        this.auditLog = auditLog;
        this.currentActor = currentActor;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** Returns the checklist of a suggestion, of whichever run; nothing if there is no such suggestion. */
    public Optional<Checklist> find(long suggestionId) {
        return suggestions.get(suggestionId).map(SuggestionDetails::suggestion).map(this::checklist);
    }

    @Override
    public List<String> before(Stage stage, long suggestionId) {
        return find(suggestionId).stream()
                .flatMap(checklist -> checklist.missingBefore(stage).stream())
                .map(Step::title)
                .toList();
    }

    /**
     * Ticks a step. A step that is ticked stays as it is: the first tick counts.
     *
     * @throws PlaybookRefusedException if a newer run replaced the suggestion, there is no such step, or a required one before it is
     *     not ticked and its {@linkplain Stage#waitsForRequired stage} waits for that
     */
    @May(Capability.WORK_SUGGESTIONS)
    public void tick(long suggestionId, String step) {
        Actor actor = currentActor.get();
        change(suggestionId, step, item -> !item.ticked(), (suggestion, item) -> {
            Step blocking = item.blockedBy();
            if (blocking != null) {
                throw new PlaybookRefusedException("“%s” comes first: it is required and not ticked%s."
                        .formatted(blocking.title(), ", or someone has just taken its tick back"));
            }
            ticks.add(suggestionId, step, new Tick(clock.instant(), actor));
            auditLog.record(actor, new ChecklistAction.Ticked(suggestion, item.step()));
        });
    }

    /**
     * Takes the tick of a step back. Ticks of later steps stay, since what is done is done; but nothing that waits for a
     * required step can be ticked or asked for until it is ticked again.
     *
     * @throws PlaybookRefusedException if a newer run replaced the suggestion, there is no such step, or the portal did it
     *     itself
     */
    @May(Capability.WORK_SUGGESTIONS)
    public void untick(long suggestionId, String step) {
        Actor actor = currentActor.get();
        change(suggestionId, step, ChecklistItem::ticked, (suggestion, item) -> {
            if (item.doneByPortal()) {
                throw new PlaybookRefusedException(
                        "This portal did “%s” itself, so its tick stays for as long as that is so."
                                .formatted(item.step().title()));
            }
            ticks.remove(suggestionId, step);
            auditLog.record(actor, new ChecklistAction.Unticked(suggestion, item.step()));
        });
    }

    private void change(long suggestionId, String step, Predicate<ChecklistItem> changes, Change change) {
        transactions.executeWithoutResult(transaction -> {
            ticks.lock(suggestionId);
            Suggestion suggestion = suggestions
                    .get(suggestionId)
                    .orElseThrow(() -> new PlaybookRefusedException(
                            "There is no such suggestion any more. Open the list of suggestions."))
                    .suggestion();
            if (!replacements.current(suggestionId)) {
                throw new PlaybookRefusedException(replacements.refusal(suggestionId));
            }
            ChecklistItem item = checklist(suggestion)
                    .item(step)
                    .orElseThrow(() -> new PlaybookRefusedException(
                            "The playbook has no such step any more. Load the page again to see its steps."));
            if (changes.test(item)) {
                change.make(suggestion, item);
            }
        });
        events.publishEvent(new ChecklistChanged(suggestionId));
    }

    private Checklist checklist(Suggestion suggestion) {
        PlaybookChoice choice = PlaybookChoice.of(
                suggestion.situation(),
                suggestion.platform(),
                suggestion.ownership(),
                suggestion.group(),
                joinTypes.of(suggestion));
        Playbook playbook = library.get(choice.playbook()).playbook();
        Map<String, Tick> ticked = ticks.find(suggestion.id());
        return new Checklist(
                playbook,
                choice.notes(),
                Checklist.items(
                        playbook.steps(suggestion.situation(), suggestion.platform()),
                        ticked,
                        portalSteps.of(suggestion)),
                choice.besides().stream()
                        .map(key -> library.get(key).playbook())
                        .toList());
    }

    @FunctionalInterface
    private interface Change {
        void make(Suggestion suggestion, ChecklistItem item);
    }
}
