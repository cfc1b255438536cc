package org.deviceoffboarding.playbook.definition;

import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.base.setting.SettingVersion;
import org.deviceoffboarding.suggestion.SuggestionsChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows the playbooks and lets owners change them. */
@Service
@May(Capability.READ)
public class PlaybookService {

    private final PlaybookLibrary library;
    private final ChangedPlaybookRepository changes;
    private final PlaybookVersions versions;
    private final AuditLog auditLog;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PlaybookService(
            PlaybookLibrary library,
            ChangedPlaybookRepository changes,
            PlaybookVersions versions,
            AuditLog auditLog,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.library = library;
        this.changes = changes;
        this.versions = versions;
        this.auditLog = auditLog;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /** Returns all playbooks as they stand. */
    @Transactional(readOnly = true)
    public List<PlaybookState> all() {
        return library.all();
    }

    /** Returns one playbook as it stands. */
    @Transactional(readOnly = true)
    public PlaybookState get(Playbook.Key key) {
        return library.get(key);
    }

    /** Returns all versions with what each changed, the newest first; the last is what the portal comes with. */
    @May(Capability.CHANGE_PLAYBOOKS)
    @Transactional(readOnly = true)
    public List<SettingVersion<PlaybookVersion>> history(Playbook.Key key, Pageable page) {
        return versions.page(key, page);
    }

    /** Returns the number of the version that holds; 0 is what the portal comes with, where nobody saved anything else. */
    @May(Capability.CHANGE_PLAYBOOKS)
    @Transactional(readOnly = true)
    public long inForce(Playbook.Key key) {
        return versions.newest(key);
    }

    /** Returns how steps differ from others, in words. */
    @May(Capability.CHANGE_PLAYBOOKS)
    public String difference(List<Step> before, List<Step> now) {
        return StepDifference.between(before, now);
    }

    /**
     * Returns a playbook as it would be with a change, which is not stored.
     *
     * @throws PlaybookRefusedException as {@link #change} does
     */
    @May(Capability.CHANGE_PLAYBOOKS)
    public Playbook preview(Playbook.Key key, List<StepEdit> steps) {
        Playbook playbook = library.defaultOf(key);
        return playbook.withSteps(StepRules.applied(playbook, cleaned(steps)));
    }

    /**
     * Changes the order and the words of a playbook's steps. A change that changes nothing is not stored.
     *
     * @param version of the playbook that the change was made from
     * @param steps all of them, in their new order
     * @throws PlaybookRefusedException if a text or link can't be used, the order is dangerous, or someone else changed the
     *     playbook since; nothing is changed then
     */
    @Transactional
    @May(Capability.CHANGE_PLAYBOOKS)
    public PlaybookState change(Playbook.Key key, long version, List<StepEdit> steps) {
        Actor actor = currentActor.get();
        PlaybookState before = library.get(key);
        List<StepEdit> edits = cleaned(steps);
        List<Step> changed = StepRules.applied(before.playbook(), edits);
        requireVersion(before, version);
        if (changed.equals(before.playbook().steps())) {
            return before;
        }
        if (!changes.change(key, version, edits, clock.instant(), actor)) {
            throw changedMeanwhile(library.get(key));
        }
        versions.add(key, edits, actor, clock.instant());
        auditLog.record(actor, new PlaybookAction.Changed(before.playbook(), changed));
        events.publishEvent(new SuggestionsChanged()); // they say other steps
        return library.get(key);
    }

    /**
     * Puts a playbook back to the default. The words of the change stay in its history.
     *
     * @param version of the playbook that the person saw
     * @throws PlaybookRefusedException if someone else changed it since; nothing is changed then
     */
    @Transactional
    @May(Capability.CHANGE_PLAYBOOKS)
    public PlaybookState reset(Playbook.Key key, long version) {
        Actor actor = currentActor.get();
        PlaybookState before = library.get(key);
        requireVersion(before, version);
        if (!before.changed()) {
            return before;
        }
        if (!changes.reset(key, version)) {
            throw changedMeanwhile(library.get(key));
        }
        versions.add(key, null, actor, clock.instant());
        PlaybookState now = library.get(key);
        auditLog.record(
                actor,
                new PlaybookAction.Reset(before.playbook(), now.playbook().steps()));
        events.publishEvent(new SuggestionsChanged());
        return now;
    }

    private static void requireVersion(PlaybookState state, long version) {
        if (state.version() != version) {
            throw changedMeanwhile(state);
        }
    }

    private static PlaybookRefusedException changedMeanwhile(PlaybookState now) {
        String who = now.changedBy() == null
                ? "Someone put this playbook back to the default"
                : now.changedBy().name() + " changed this playbook";
        return new PlaybookRefusedException(
                who
                        + " while you did. Nothing of yours was stored; it still stands here. Look at what they changed, then save again.");
    }

    private static List<StepEdit> cleaned(List<StepEdit> steps) {
        return steps.stream()
                .map(step -> new StepEdit(
                        step.key(),
                        Sql.text(step.title().strip()),
                        lines(step.why()),
                        lines(step.how()),
                        step.link().strip(),
                        step.required()))
                .toList();
    }

    private static String lines(String text) {
        return text.strip().lines().map(Sql::text).collect(Collectors.joining("\n"));
    }
}
