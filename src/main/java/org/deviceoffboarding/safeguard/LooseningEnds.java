package org.deviceoffboarding.safeguard;

import java.time.Clock;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.PersonNames;
import org.deviceoffboarding.notification.NoticeOutbox;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Brings loosenings to their end: stored, on record, and told to open pages. In the caller's transaction. */
@Component
class LooseningEnds {

    private final LooseningRepository loosenings;
    private final AuditLog auditLog;
    private final NoticeOutbox notices;
    private final PersonNames names;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LooseningEnds(
            LooseningRepository loosenings,
            AuditLog auditLog,
            NoticeOutbox notices,
            PersonNames names,
            ApplicationEventPublisher events,
            Clock clock) {
        this.loosenings = loosenings;
        this.auditLog = auditLog;
        this.notices = notices;
        this.names = names;
        this.events = events;
        this.clock = clock;
    }

    /** @param held one that the transaction holds */
    Loosening end(Loosening held, LooseningStatus status, Actor by) {
        return end(held, status, by, null);
    }

    /** @param because a sentence for people */
    Loosening lapse(Loosening held, Actor by, String because) {
        return end(held, LooseningStatus.LAPSED, by, because);
    }

    private Loosening end(Loosening held, LooseningStatus status, Actor by, @Nullable String because) {
        Loosening ended = loosenings.end(held, status, by, because, clock.instant());
        auditLog.record(by, new LooseningAction(ended));
        notices.tell(by, LooseningTold.of(ended, names));
        events.publishEvent(new LooseningsChanged());
        return ended;
    }
}
