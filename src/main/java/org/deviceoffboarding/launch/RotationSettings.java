package org.deviceoffboarding.launch;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.deviceoffboarding.launch.postgres.EmbeddedDatabase;
import org.deviceoffboarding.secretkey.PortalKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;

/** The portal's settings, as far as they say where its key and its database are, read beside a portal that runs. */
final class RotationSettings {

    private final BootstrapSettings settings;

    private RotationSettings(BootstrapSettings settings) {
        this.settings = settings;
    }

    static RotationSettings of(ConfigurableEnvironment environment) {
        return new RotationSettings(BootstrapSettings.of(environment));
    }

    /** Reads those of this process: its environment variables, and the files that they name. */
    static RotationSettings ofThisProcess() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF); // no log is open, and the terminal is none
        }
        var environment = new StandardEnvironment();
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return of(environment);
    }

    /** Returns the file that the key is in; nothing where a setting is the key itself. */
    Optional<Path> keyFile() {
        return settings.secretKeyFile();
    }

    /** @throws StartupException if there is none */
    PortalKey key() {
        return PortalKey.of(keyFile()
                .map(RotationSettings::read)
                .orElseGet(() -> settings.secretKey().orElseThrow()));
    }

    /** @throws StartupException if there is no database that answers */
    Connection connect() throws SQLException {
        if (settings.databaseIsConfigured()) {
            return DatabaseCheck.connect(
                    settings.text(BootstrapSettings.DATABASE_URL).orElseThrow(), settings.databaseRole());
        }
        Path folder = settings.dataFolder().toAbsolutePath().normalize();
        return EmbeddedDatabase.connect(folder.resolve("postgres"))
                .orElseThrow(() -> new StartupException("No portal runs on the data folder " + folder
                        + ", and it is the portal that encrypts everything anew. Nothing was changed: start it with './portal run', then"
                        + " do this again; or name its folder with PORTAL_DATA_DIR."));
    }

    /** A key that is missing is made by the portal at its start, and by nobody else. */
    private static String read(Path file) {
        try {
            return SecretKey.checked(Files.readString(file).strip(), "The secret key in " + file);
        } catch (IOException e) {
            throw new StartupException(
                    "The portal's key can't be read from " + file
                            + ": do this with the settings of the portal, as its user.",
                    e);
        }
    }
}
