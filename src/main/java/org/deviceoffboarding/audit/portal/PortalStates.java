package org.deviceoffboarding.audit.portal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Says what this portal is, and what the one that was started before was. */
@Repository
class PortalStates {

    private static final Logger log = LoggerFactory.getLogger(PortalStates.class);

    private final JdbcClient jdbc;
    private final ObjectProvider<Flyway> flyway;
    private final Environment environment;

    PortalStates(JdbcClient jdbc, ObjectProvider<Flyway> flyway, Environment environment) {
        this.jdbc = jdbc;
        this.flyway = flyway;
        this.environment = environment;
    }

    PortalState current() {
        List<String> migrations = migrations();
        return new PortalState(
                version(), migrations.isEmpty() ? "" : migrations.getLast().split(" ", 2)[0], migrations);
    }

    /** Returns the version of this portal; empty where it is not built as a release. */
    String version() {
        return environment.getProperty("spring.application.version", "");
    }

    /** Returns the version and the newest migration that the newest entry about a start names. */
    Optional<PortalState> before() {
        return jdbc.sql("""
                select coalesce(details ->> 'version', '') as version, coalesce(details ->> 'schema', '') as schema
                from audit_entry where action = 'portal.started' order by id desc limit 1
                """)
                .query((row, number) -> new PortalState(row.getString("version"), row.getString("schema"), List.of()))
                .optional();
    }

    private List<String> migrations() {
        try {
            return flyway.stream()
                    .flatMap(each -> Arrays.stream(each.info().applied()))
                    .filter(each -> each.getVersion() != null)
                    .map(PortalStates::said)
                    .toList();
        } catch (FlywayException e) {
            log.atWarn().setCause(e).log("Which migrations the database has could not be read");
            return List.of();
        }
    }

    private static String said(MigrationInfo migration) {
        return migration.getVersion() + " " + migration.getDescription();
    }
}
