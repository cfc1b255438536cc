package org.deviceoffboarding.safeguard;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tightens, at each start, what the portal's configuration no longer allows. */
@Component
class CeilingAtStart {

    private static final Logger log = LoggerFactory.getLogger(CeilingAtStart.class);

    private final List<Safeguard> safeguards;
    private final TransactionTemplate transactions;

    CeilingAtStart(List<Safeguard> safeguards, TransactionTemplate transactions) {
        this.safeguards = List.copyOf(safeguards);
        this.transactions = transactions;
    }

    /** Before anything is carried out. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void hold() {
        safeguards.forEach(this::hold);
    }

    private void hold(Safeguard safeguard) {
        try {
            transactions.executeWithoutResult(transaction -> safeguard.holdCeiling());
        } catch (OptimisticLockingFailureException anotherNodeWasQuicker) {
            log.atInfo().addKeyValue("safeguard", safeguard.name()).log("Another node holds the ceiling");
        }
    }
}
