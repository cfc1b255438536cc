package org.deviceoffboarding.delegation;

import java.util.List;
import org.deviceoffboarding.access.token.KeptTokens;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says at the start what of the stored tokens can't be read, and how to go on. The portal starts all the same. */
@Component
public class SecretKeyCheck {

    private static final Logger log = LoggerFactory.getLogger(SecretKeyCheck.class);

    private final List<KeptTokens> kept;

    public SecretKeyCheck(List<KeptTokens> kept) {
        this.kept = kept;
    }

    @EventListener(ApplicationReadyEvent.class)
    public void check() {
        List<String> unreadable =
                kept.stream().flatMap(each -> each.unreadable().stream()).toList();
        if (!unreadable.isEmpty()) {
            log.warn(
                    "Can't be read, because PORTAL_SECRET_KEY is not the key that they were stored with, or because they were changed"
                            + " in the database: {}. Start the portal with the key it had before. If that is lost, go on with the new one:"
                            + " an owner renews the agent under Settings, and who approves signs in for actions again under Approvals."
                            + " Nothing else is encrypted with it.",
                    String.join(", ", unreadable));
        }
    }
}
