package org.deviceoffboarding.delegation;

import java.util.List;
import org.deviceoffboarding.access.token.KeptTokens;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says at the start what of the stored tokens can't be read, and how to go on. The portal starts all the same. */
@Component
public class SecretKeyCheck {

    private static final Logger log = LoggerFactory.getLogger(SecretKeyCheck.class);

    private final List<KeptTokens> kept;
    private final String source;

    /** @param keptIn the file that the key is in; empty where a setting is the key itself */
    public SecretKeyCheck(List<KeptTokens> kept, @Value("${portal.secret-key-kept-in:}") String keptIn) {
        this.kept = kept;
        this.source = keptIn.isEmpty() ? "PORTAL_SECRET_KEY" : "the key in the file " + keptIn;
    }

    @EventListener(ApplicationReadyEvent.class)
    public void check() {
        List<String> unreadable =
                kept.stream().flatMap(each -> each.unreadable().stream()).toList();
        if (!unreadable.isEmpty()) {
            log.warn(
                    "Can't be read, because {} is not the key that they were stored with, or because they were changed"
                            + " in the database: {}. Start the portal with the key it had before. If that is lost, go on with the new one:"
                            + " an owner renews the agent under Settings, enters the address of each webhook again and replaces its secret"
                            + " under Notifications, and who approves signs in for actions again under Approvals. Nothing else is"
                            + " encrypted with it.",
                    source,
                    String.join(", ", unreadable));
        }
    }
}
