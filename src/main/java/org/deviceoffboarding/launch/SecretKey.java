package org.deviceoffboarding.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The key for what the portal encrypts at rest: given by the operator, or kept in a file. */
final class SecretKey {

    /** A key of 32 random bytes in Base64 has 44 characters, one in hexadecimal 64. */
    private static final int SHORTEST = 32;

    private SecretKey() {}

    /**
     * Reads the key of the file, which is written with a new key where it is missing.
     *
     * @throws StartupException if the file can't be read or written, or its key is too short
     */
    static String keptIn(Path file) {
        try {
            if (Files.notExists(file)) {
                PrivateFile.write(file, RandomText.create());
            }
            return checked(Files.readString(file).strip(), "The secret key in " + file);
        } catch (IOException e) {
            throw new StartupException(
                    "The secret key can't be kept in " + file + ": let the portal's user write there, or set"
                            + " PORTAL_SECRET_KEY instead.",
                    e);
        }
    }

    /**
     * Returns the key if it is long enough.
     *
     * @param name what to call it in a sentence; the key itself is never shown
     */
    static String checked(String key, String name) {
        if (key.length() < SHORTEST) {
            throw new StartupException(name + " is too short: it takes at least " + SHORTEST
                    + " characters, such as 'openssl rand -base64 32' prints.");
        }
        return key;
    }
}
