package org.deviceoffboarding.audit.seal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the log of this database is called in its checkpoints and keys. */
@Component
public class LogOrigin {

    private static final String PREFIX = "device-offboarding-portal/";

    private final CheckpointRepository checkpoints;
    private volatile @Nullable String known;

    LogOrigin(CheckpointRepository checkpoints) {
        this.checkpoints = checkpoints;
    }

    /** Returns the name, which never changes. */
    public String get() {
        String name = known;
        if (name == null) {
            name = of(checkpoints.logId());
            known = name;
        }
        return name;
    }

    static String of(UUID log) {
        return PREFIX + log;
    }
}
