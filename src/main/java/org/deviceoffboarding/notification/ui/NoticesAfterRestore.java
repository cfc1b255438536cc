package org.deviceoffboarding.notification.ui;

import java.util.List;
import org.deviceoffboarding.audit.restored.OpenMatter;
import org.deviceoffboarding.audit.restored.OpenMatters;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.notification.delivery.WaitedService;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What waited to be sent in a restored database: it is asked about, and is never sent by itself. */
@Component
@Order(30)
class NoticesAfterRestore implements OpenMatters {

    private final WaitedService waited;

    NoticesAfterRestore(WaitedService waited) {
        this.waited = waited;
    }

    @Override
    public List<OpenMatter> now() {
        return List.of(new OpenMatter(
                whatWaited() + " People may be told again of what they were told since the backup.",
                NotificationsView.PATH,
                "See the notifications"));
    }

    private String whatWaited() {
        if (!waited.isKnown()) {
            return "It is still being looked up which mails and notices to webhooks waited: open this again in a moment. Nothing of"
                    + " it is sent by itself.";
        }
        long count = waited.count().values().stream().mapToLong(Long::longValue).sum();
        return count == 0
                ? "No mail or webhook waited to be sent."
                : Amounts.count(count, "mail or notice to a webhook", "mails and notices to webhooks")
                        + " waited, and may have been sent since the backup: you are asked about each, and nothing of it is sent by"
                        + " itself.";
    }
}
