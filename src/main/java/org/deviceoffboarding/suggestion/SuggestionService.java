package org.deviceoffboarding.suggestion;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.TextLimits;
import org.deviceoffboarding.base.assignee.Assignee;
import org.deviceoffboarding.base.listing.RowCount;
import org.deviceoffboarding.evaluation.Finding;
import org.deviceoffboarding.evaluation.FindingFilter;
import org.deviceoffboarding.evaluation.FoundDevice;
import org.deviceoffboarding.evaluation.RunResults;
import org.deviceoffboarding.evaluation.RunService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows the suggestions of the newest completed run, and the devices in each; keeps how far people have come with them. */
@Service
@May(Capability.READ)
public class SuggestionService {

    private final SuggestionRepository suggestions;
    private final SuggestedSortRepository sorts;
    private final ProgressRepository progress;
    private final CurrentFactors currentFactors;
    private final RunService runs;
    private final RunResults runResults;
    private final Replacements replacements;
    private final AuditLog auditLog;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SuggestionService(
            SuggestionRepository suggestions,
            SuggestedSortRepository sorts,
            ProgressRepository progress,
            CurrentFactors currentFactors,
            RunService runs,
            RunResults runResults,
            Replacements replacements,
            AuditLog auditLog,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.suggestions = suggestions;
        this.sorts = sorts;
        this.progress = progress;
        this.currentFactors = currentFactors;
        this.runs = runs;
        this.runResults = runResults;
        this.replacements = replacements;
        this.auditLog = auditLog;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Returns suggestions, sorted as the page asks ({@code title}, {@code situation}, {@code platform},
     * {@code ownership}, {@code devices}, {@code status}, {@code assignee}, {@code updatedAt}), else the most worthwhile
     * first. None before the first completed run.
     */
    public List<Suggestion> find(SuggestionFilter filter, Pageable page) {
        OptionalLong run = runResults.current();
        return run.isEmpty() ? List.of() : suggestions.find(run.getAsLong(), filter, page);
    }

    /** Returns how many suggestions match. */
    public long count(SuggestionFilter filter) {
        OptionalLong run = runResults.current();
        return run.isEmpty() ? 0 : suggestions.count(run.getAsLong(), filter);
    }

    /** Returns the most worthwhile suggestions that are not completed. */
    public List<Suggestion> top(int limit) {
        OptionalLong run = runResults.current();
        return run.isEmpty() ? List.of() : suggestions.open(run.getAsLong(), limit);
    }

    /** Returns the suggestions of one run, as they were left, the most worthwhile first. */
    public List<Suggestion> ofRun(long runId) {
        return suggestions.all(runId);
    }

    /**
     * Returns the suggestion of the newest result that all of these devices are in; empty if they are in several, or one is
     * in none.
     */
    public Optional<Suggestion> withAll(Set<UUID> objectIds) {
        OptionalLong run = runResults.current();
        return run.isEmpty() ? Optional.empty() : suggestions.withAll(run.getAsLong(), objectIds);
    }

    /** Returns one suggestion, of whichever run whose result is kept, with its factors. */
    public Optional<SuggestionDetails> get(long id) {
        long current = runResults.current().orElse(0);
        return suggestions
                .details(id, current)
                .filter(details -> details.suggestion().runId() <= current) // a run may be about to make others
                .filter(details -> isKept(details.suggestion().runId()))
                .map(currentFactors::asNow);
    }

    /** Returns the run whose result counts; 0 before the first. */
    public long result() {
        return runResults.current().orElse(0);
    }

    /** Returns the suggestion of the newest result for the same sort of devices, see {@link Replacements#newest}. */
    public Optional<SuggestionDetails> newest(long id) {
        return replacements.newest(id).flatMap(newest -> get(newest.id()));
    }

    /** Returns devices of a completed suggestion that the next run found enabled in Entra as before, by name. */
    public List<UnresolvedDevice> stillThere(long id, Pageable page) {
        return progress.stillThere(id, page);
    }

    /**
     * Sets how far a suggestion has come, with a note. Changes nothing in the tenant.
     *
     * @param suggestion as it was seen
     * @param note may be empty; at most 2,000 characters
     * @throws SuggestionRefusedException if somebody changed it meanwhile, a newer run replaced it, or the note is too long
     */
    @May(Capability.WORK_SUGGESTIONS)
    @Transactional
    public void manage(Suggestion suggestion, SuggestionStatus status, String note) {
        Actor actor = currentActor.get();
        String kept = note.strip();
        if (kept.length() > TextLimits.NOTE) {
            throw new SuggestionRefusedException(
                    "The note has " + kept.length() + " characters; at most " + TextLimits.NOTE
                            + " are kept. Shorten it and save again.",
                    SuggestionRefusedException.NOTE);
        }
        progress.lock(suggestion.id()); // what a run takes over is what was saved before, and after that nothing is
        if (!replacements.current(suggestion.id())) {
            throw new SuggestionRefusedException(replacements.refusal(suggestion.id()));
        }
        if (!progress.change(suggestion, status, kept, actor.name(), clock.instant())) {
            throw new SuggestionRefusedException(
                    "Somebody else has changed this suggestion meanwhile. Nothing was saved: open it again and repeat your change.");
        }
        auditLog.record(actor, new SuggestionManaged(suggestion, status, kept));
        events.publishEvent(new SuggestionsChanged());
    }

    /**
     * Says whose a suggestion is. Changes nothing in the tenant.
     *
     * @param suggestion as it was seen
     * @param to null for nobody
     * @throws SuggestionRefusedException if somebody changed it meanwhile, or a newer run replaced it
     */
    @May(Capability.WORK_SUGGESTIONS)
    @Transactional
    public void assign(Suggestion suggestion, @Nullable Assignee to) {
        Actor actor = currentActor.get();
        progress.lock(suggestion.id());
        if (!replacements.current(suggestion.id())) {
            throw new SuggestionRefusedException(replacements.refusal(suggestion.id()));
        }
        if (!progress.assign(suggestion, to, clock.instant())) {
            throw new SuggestionRefusedException(
                    "Somebody else has changed this suggestion meanwhile. Nothing was saved: look at it, and assign it again.");
        }
        auditLog.record(actor, new SuggestionAssigned(suggestion, to));
        events.publishEvent(new SuggestionsChanged());
    }

    /**
     * Returns devices in a suggestion with the evidence for each, sorted as {@link RunService#findings} says. None if
     * there is no such suggestion.
     *
     * @param text see {@link FindingFilter#text()}
     */
    public List<Finding> devices(long id, String text, Pageable page) {
        return listed(id)
                .map(suggestion -> runs.findings(suggestion.runId(), suggestion.devices(text), page))
                .orElse(List.of());
    }

    /** Returns all devices in a suggestion that match, by name, at most so many: for those who act on all of them. */
    public List<FoundDevice> foundDevices(long id, String text, int most) {
        return listed(id)
                .map(suggestion -> runs.foundDevices(suggestion.runId(), suggestion.devices(text), most))
                .orElse(List.of());
    }

    /** Returns how many devices in a suggestion match. */
    public long countDevices(long id, String text) {
        return listed(id)
                .map(suggestion -> runs.countFindings(suggestion.runId(), suggestion.devices(text)))
                .orElse(0L);
    }

    /** Returns how many devices in a suggestion match, or about how many where they are more than anybody looks through. */
    public RowCount roughlyDevices(long id, String text) {
        return listed(id)
                .map(suggestion -> runs.roughlyFindings(suggestion.runId(), suggestion.devices(text)))
                .orElse(RowCount.exactly(0));
    }

    /** Returns which devices are in a suggestion whose result is kept; how far these have come is not counted. */
    private Optional<SuggestedSort> listed(long id) {
        return sorts.get(id).filter(sort -> isKept(sort.runId()));
    }

    private boolean isKept(long runId) {
        return runs.get(runId).filter(run -> run.forgottenAt() == null).isPresent();
    }
}
