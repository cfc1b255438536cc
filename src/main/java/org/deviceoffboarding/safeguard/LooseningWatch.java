package org.deviceoffboarding.safeguard;

import java.time.Clock;
import org.deviceoffboarding.base.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets loosenings take effect whose time has come, and those lapse that no longer fit what is in force. */
@Component
class LooseningWatch {

    private static final Logger log = LoggerFactory.getLogger(LooseningWatch.class);

    private final LooseningRepository loosenings;
    private final LooseningEffect effect;
    private final LooseningEnds ends;
    private final TransactionTemplate transactions;
    private final Clock clock;

    LooseningWatch(
            LooseningRepository loosenings,
            LooseningEffect effect,
            LooseningEnds ends,
            TransactionTemplate transactions,
            Clock clock) {
        this.loosenings = loosenings;
        this.effect = effect;
        this.ends = ends;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Called every minute. */
    void look() {
        loosenings.pending().forEach(this::lookAt);
    }

    private void lookAt(Loosening pending) {
        try {
            transactions.executeWithoutResult(
                    transaction -> loosenings.hold(pending.id()).ifPresent(this::settle));
        } catch (OptimisticLockingFailureException savedMeanwhile) {
            log.atInfo()
                    .addKeyValue("loosening", pending.id())
                    .log("Looking again later: something else was just saved");
        } catch (RuntimeException e) { // the others do not wait for it
            log.atError()
                    .setCause(e)
                    .addKeyValue("loosening", pending.id())
                    .log("Could not look after what is to be loosened; trying again in a minute");
        }
    }

    private void settle(Loosening held) {
        if (held.isDue(clock.instant())) {
            effect.takeEffect(held, LooseningStatus.TOOK_EFFECT, Actor.PORTAL);
        } else {
            effect.obstacle(held).ifPresent(obstacle -> ends.lapse(held, Actor.PORTAL, obstacle));
        }
    }
}
