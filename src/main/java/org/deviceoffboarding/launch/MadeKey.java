package org.deviceoffboarding.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deviceoffboarding.secretkey.GivenKey;
import org.deviceoffboarding.secretkey.PortalKey;

/**
 * A new secret key that nobody but the command made, in a file beside that of the portal until each portal has it: where one can't
 * put it into its file after all, whoever runs the portal can.
 */
final class MadeKey {

    private MadeKey() {}

    /**
     * Makes a key, and returns it once it is kept.
     *
     * @throws StartupException if it can't be kept
     */
    static PortalKey keepBeside(Path keyFile) {
        PortalKey key = PortalKey.of(RandomText.create());
        Path kept = GivenKey.ahead(keyFile, key.id());
        try {
            PrivateFile.write(kept, key.secret());
        } catch (IOException e) {
            throw new StartupException(
                    "The new key can't be kept in " + kept
                            + " until each portal has it: check that you may write there, and that"
                            + " the disk is not full. Nothing was changed.",
                    e);
        }
        return key;
    }

    /** Forgets what was kept of a key that nobody uses. */
    static void forget(Path keyFile, PortalKey key) {
        try {
            Files.deleteIfExists(GivenKey.ahead(keyFile, key.id()));
        } catch (IOException notOurs) {
            // Only its owner reads it.
        }
    }
}
