package org.deviceoffboarding.audit.seal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import org.deviceoffboarding.audit.content.CanonicalText;

/**
 * Which portal this is among those that add to files of checkpoints, so that a new one is not taken for one whose file is gone.
 *
 * @param name the host's; empty where the key is in the data folder: then there is one portal alone, whatever its host is called, as
 *     containers are called anew each time
 */
record CheckpointNode(String name) {

    /** The one portal of a database. */
    static final CheckpointNode ALONE = new CheckpointNode("");

    static CheckpointNode of(SealProperties properties) {
        Path key = properties.auditKeyFile().toAbsolutePath().normalize();
        return properties.dataDir().toAbsolutePath().normalize().equals(key.getParent())
                ? ALONE
                : new CheckpointNode(CanonicalText.clean(host()));
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
