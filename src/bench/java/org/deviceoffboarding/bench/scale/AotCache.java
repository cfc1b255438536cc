package org.deviceoffboarding.bench.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deviceoffboarding.PackagedPortal;

/** What the virtual machine remembers of a rehearsal, made as the launcher makes it, or with a run in it. */
final class AotCache {

    static final String STARTED = "started";
    static final String RUN = "run";

    private AotCache() {}

    /** Makes a cache of a portal that was started, and has carried out a run of the demo tenant where that is asked for. */
    static List<String> rehearsed(String how, Path folder) throws IOException {
        Path cache = folder.resolve(how + ".aot");
        if (Files.notExists(cache)) {
            try (MeasuredTenant tenant = MeasuredTenant.start(1_200);
                    MeasuredPortal portal =
                            MeasuredPortal.start(tenant.settings(), "512m", "-XX:AOTCacheOutput=" + cache)) {
                if (how.equals(RUN)) {
                    portal.run(tenant);
                }
            }
        }
        return PackagedPortal.remembering(cache);
    }
}
