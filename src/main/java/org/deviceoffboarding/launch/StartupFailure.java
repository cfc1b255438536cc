package org.deviceoffboarding.launch;

import java.util.stream.Stream;
import org.deviceoffboarding.base.database.DatabaseRoleException;
import org.deviceoffboarding.base.database.PassingFaults;
import org.deviceoffboarding.demotenant.DemoTenantNotStartedException;
import org.deviceoffboarding.secretkey.ReplacedKeyException;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.NestedExceptionUtils;

/** Says in one sentence why the portal did not start. What a setting is set to is not repeated: it may be a secret. */
public final class StartupFailure {

    private StartupFailure() {}

    /** Whether the failure already is a sentence for people, whose stack trace tells nothing more. */
    static boolean isSaid(Throwable failure) {
        return find(failure, StartupException.class) != null
                || find(failure, DemoTenantNotStartedException.class) != null
                || find(failure, DatabaseRoleException.class) != null
                || find(failure, ReplacedKeyException.class) != null
                || PassingFaults.areOfConnection(failure);
    }

    public static String sentence(Throwable failure) {
        StartupException said = find(failure, StartupException.class);
        if (said != null) {
            return String.valueOf(said.getMessage());
        }
        DemoTenantNotStartedException demo = find(failure, DemoTenantNotStartedException.class);
        if (demo != null) {
            return String.valueOf(demo.getMessage());
        }
        DatabaseRoleException roles = find(failure, DatabaseRoleException.class);
        if (roles != null) {
            return String.valueOf(roles.getMessage());
        }
        ReplacedKeyException key = find(failure, ReplacedKeyException.class);
        if (key != null) {
            return String.valueOf(key.getMessage());
        }
        PortInUseException port = find(failure, PortInUseException.class);
        if (port != null) {
            return Ports.taken(port.getPort(), "SERVER_PORT");
        }
        BindException setting = find(failure, BindException.class);
        if (setting != null) {
            return "The setting " + BootstrapSettings.variable(setting.getName().toString())
                    + " has a value of the wrong kind: correct it, or leave it out to use the default.";
        }
        if (PassingFaults.areOfConnection(failure)) {
            return "The database went away while the portal was starting ("
                    + firstLine(NestedExceptionUtils.getMostSpecificCause(failure))
                    + "): see to it that PostgreSQL runs and lets the portal connect, and start the portal again.";
        }
        FlywayException migration = find(failure, FlywayException.class);
        if (migration != null) {
            return "The database could not be brought to this version of the portal (" + firstLine(migration)
                    + "): if a newer version used it, start that one; if the search_path of the database or its user was changed, set"
                    + " it back; else restore the database from a backup.";
        }
        return "The portal could not start (" + firstLine(NestedExceptionUtils.getMostSpecificCause(failure)) + ").";
    }

    private static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> type) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
