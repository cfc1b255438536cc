package org.deviceoffboarding.safeguard;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.May;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows what is to be loosened, and lets owners confirm it or take it back. */
@Service
@May(Capability.READ)
public class LooseningService {

    private final LooseningRepository loosenings;
    private final LooseningEffect effect;
    private final LooseningEnds ends;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LooseningService(
            LooseningRepository loosenings,
            LooseningEffect effect,
            LooseningEnds ends,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.loosenings = loosenings;
        this.effect = effect;
        this.ends = ends;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /** Returns what waits for another owner or for its time, the oldest first. */
    @Transactional(readOnly = true)
    public List<Loosening> pending() {
        return loosenings.pending();
    }

    /** Returns what lapsed within the last 24 hours and the person signed in did not close, the oldest first. */
    @Transactional(readOnly = true)
    public List<Loosening> lapsed() {
        return loosenings.lapsedAfter(
                clock.instant().minus(Loosening.WAIT), currentActor.get().id());
    }

    /**
     * Lets take effect at once what another owner proposed.
     *
     * @return how it ended: {@link LooseningStatus#LAPSED} where what it was proposed for is no longer so
     * @throws LooseningRefusedException if the person signed in proposed it, or it no longer waits
     * @throws org.springframework.dao.OptimisticLockingFailureException if something else is saved at this moment
     */
    @May(Capability.LOOSEN)
    @Transactional
    public Loosening confirm(long id) {
        Actor actor = currentActor.get();
        Loosening held = hold(id);
        if (held.isProposedBy(actor.id())) {
            throw new LooseningRefusedException(
                    "You proposed this yourself. Another owner can confirm it; without one it takes effect 24 hours after"
                            + " you proposed it.");
        }
        return effect.takeEffect(held, LooseningStatus.CONFIRMED, actor);
    }

    /**
     * Takes back what an owner proposed, whoever that was: everything stays as it is.
     *
     * @throws LooseningRefusedException if it no longer waits
     */
    @May(Capability.LOOSEN)
    @Transactional
    public void takeBack(long id) {
        Actor actor = currentActor.get();
        ends.end(hold(id), LooseningStatus.TAKEN_BACK, actor);
    }

    /** Tells the person signed in no more, wherever they are, of some that lapsed. */
    @May(Capability.KNOW_LOOSENING)
    @Transactional
    public void close(Collection<Long> lapsed) {
        loosenings.close(lapsed, currentActor.get().id(), clock.instant());
        events.publishEvent(new LooseningsChanged());
    }

    private Loosening hold(long id) {
        return loosenings
                .hold(id)
                .orElseThrow(
                        () -> new LooseningRefusedException(
                                "This no longer waits: it took effect, lapsed, or somebody was quicker. The page shows how it is now."));
    }
}
