package org.deviceoffboarding.safeguard;

import java.time.Clock;
import java.util.List;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.PersonNames;
import org.deviceoffboarding.notification.NoticeOutbox;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where the owners of settings leave what is to be loosened, instead of doing it. */
@Component
public class Loosenings {

    private static final String CHANGED = "Something else was saved meanwhile.";

    private final LooseningRepository repository;
    private final LooseningEnds ends;
    private final AuditLog auditLog;
    private final NoticeOutbox notices;
    private final PersonNames names;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Loosenings(
            LooseningRepository repository,
            LooseningEnds ends,
            AuditLog auditLog,
            NoticeOutbox notices,
            PersonNames names,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.ends = ends;
        this.auditLog = auditLog;
        this.notices = notices;
        this.names = names;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Proposes, as the person signed in, to loosen a safeguard. What was proposed for it before and is pending makes way.
     *
     * @throws LooseningRefusedException if somebody else proposes something at this moment; the transaction is then of no more use
     */
    @May(Capability.LOOSEN)
    @Transactional(propagation = Propagation.MANDATORY)
    public Loosening propose(NewLoosening wanted) {
        Actor actor = currentActor.get();
        repository
                .hold(wanted.safeguard(), wanted.subject())
                .ifPresent(earlier -> ends.end(earlier, LooseningStatus.REPLACED, actor));
        Loosening proposed = add(wanted, actor);
        auditLog.record(actor, new LooseningAction(proposed));
        notices.tell(actor, LooseningTold.of(proposed, names));
        events.publishEvent(new LooseningsChanged());
        return proposed;
    }

    /**
     * Lets what is pending for a safeguard lapse, since something else is saved for it. Called before that is stored, so that
     * nobody confirms it at the same moment.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lapse(String safeguard, String subject) {
        lapse(safeguard, subject, CHANGED);
    }

    /**
     * As {@link #lapse(String, String)}, since what was in force went beyond the portal's {@link Ceiling} and is tightened.
     *
     * @param ceiling a sentence for people: what is allowed
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lapseByCeiling(String safeguard, String ceiling) {
        lapse(safeguard, "", "What was in force went beyond the portal's configuration and was tightened. " + ceiling);
    }

    /**
     * As {@link #lapse(String, String)}, for another reason.
     *
     * @param because a sentence for people
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lapse(String safeguard, String subject, String because) {
        Actor by = currentActor.find().orElse(Actor.PORTAL);
        repository.hold(safeguard, subject).ifPresent(pending -> ends.lapse(pending, by, because));
    }

    /** Returns what is pending for a safeguard, the oldest first. */
    @Transactional(readOnly = true)
    public List<Loosening> pending(String safeguard) {
        return repository.pending().stream()
                .filter(each -> each.safeguard().equals(safeguard))
                .toList();
    }

    private Loosening add(NewLoosening wanted, Actor actor) {
        try {
            return repository.add(wanted, actor, clock.instant());
        } catch (DuplicateKeyException e) {
            throw new LooseningRefusedException(
                    "Someone else has just proposed something for this. Nothing was saved: look at it first.");
        }
    }
}
