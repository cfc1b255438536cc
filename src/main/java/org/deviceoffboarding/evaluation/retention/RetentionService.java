package org.deviceoffboarding.evaluation.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.setting.LastChange;
import org.deviceoffboarding.base.setting.SettingVersion;
import org.deviceoffboarding.evaluation.ResultNeed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows how long results are kept, and changes it. */
@Service
@May(Capability.READ)
public class RetentionService {

    private final RetentionRepository repository;
    private final OldResults results;
    private final List<ResultNeed> needs;
    private final AuditLog auditLog;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RetentionService(
            RetentionRepository repository,
            OldResults results,
            List<ResultNeed> needs,
            AuditLog auditLog,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.results = results;
        this.needs = List.copyOf(needs);
        this.events = events;
        this.auditLog = auditLog;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** Returns what holds now. */
    public Retention current() {
        return repository.newest();
    }

    /** Returns all versions with what each changed, the newest first; the last is what holds before an owner changes it. */
    @May(Capability.CHANGE_THRESHOLDS)
    @Transactional(readOnly = true)
    public List<SettingVersion<Retention>> history(Pageable page) {
        return repository.versions().page(page);
    }

    /** Returns who changed it last, and to what; nothing where nobody has. */
    @May(Capability.CHANGE_THRESHOLDS)
    @Transactional(readOnly = true)
    public Optional<LastChange> lastChange() {
        return repository.versions().lastChange(RetentionChanged::words);
    }

    /**
     * Returns what would become of the results that are kept now. Changes nothing.
     *
     * @throws IllegalArgumentException if it is less than the shortest time, or more than the longest
     */
    @May(Capability.CHANGE_THRESHOLDS)
    @Transactional(readOnly = true)
    public RetentionEffect effect(int days) {
        Retention tried = new Retention(0, days, null, null);
        Set<Long> needed = needs.stream().flatMap(need -> need.runs().stream()).collect(Collectors.toSet());
        Instant from = tried.from(clock.instant());
        List<OldResult> kept = results.kept(needed);
        List<OldResult> old =
                kept.stream().filter(each -> each.endedAt().isBefore(from)).toList();
        Optional<OldResult> oldest = kept.reversed().stream()
                .filter(each -> !each.endedAt().isBefore(from))
                .findFirst();
        return new RetentionEffect(
                old.stream().filter(each -> !each.stays()).toList(),
                old.stream().filter(OldResult::stays).toList(),
                oldest.orElse(null),
                oldest.map(each -> each.endedAt().plus(Duration.ofDays(days))).orElse(null));
    }

    /**
     * Saves how long results are kept, from now on. What is no longer shown does not come back. Does nothing where nothing is
     * different.
     *
     * @param before what was changed
     * @throws org.deviceoffboarding.base.ChangedMeanwhileException if that is no longer the newest
     * @throws IllegalArgumentException if it is less than the shortest time, or more than the longest
     */
    @May(Capability.CHANGE_THRESHOLDS)
    @Transactional
    public void save(Retention before, int days) {
        if (days == before.days()) {
            return;
        }
        Actor actor = currentActor.get();
        Retention saved = repository.add(before.version(), days, actor, clock.instant());
        auditLog.record(actor, new RetentionChanged(before.days(), saved.days()));
        events.publishEvent(new KeptForChanged());
    }
}
