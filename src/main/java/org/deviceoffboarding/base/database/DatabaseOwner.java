package org.deviceoffboarding.base.database;

import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The role that brings the database to this version of the portal and owns its audit log: one of its own, or the one that the
 * portal works as.
 *
 * @param database connects as this role, to those schemas that the portal looks into and can make nothing in
 * @param isSeparate whether it is another than the portal's
 */
record DatabaseOwner(DataSource database, boolean isSeparate) {

    static DatabaseOwner of(
            OwnerProperties owner, JdbcConnectionDetails address, DataSource portal, DatabaseProperties limits) {
        if (owner.username().isBlank() || owner.username().strip().equals(address.getUsername())) {
            return new DatabaseOwner(portal, false);
        }
        Properties properties = new Properties();
        properties.setProperty("user", owner.username().strip());
        properties.setProperty("password", owner.password());
        properties.setProperty("ApplicationName", "Device Offboarding Portal, owner");
        var trusting =
                new SchemaGuard(new DriverManagerDataSource(address.getJdbcUrl(), (Properties) properties.clone()));
        properties.setProperty("currentSchema", trusting.close(LogOwnership.role(portal), path(portal)));
        return new DatabaseOwner(
                new LimitedDataSource(new DriverManagerDataSource(address.getJdbcUrl(), properties), limits), true);
    }

    /** Returns the schemas that the portal looks into: the owner's own path could begin with one that the portal does not know. */
    static List<String> path(DataSource portal) {
        return JdbcClient.create(portal).sql("""
                        select name::text from unnest(current_schemas(false)) with ordinality as path (name, place)
                        where name !~ '^pg_temp' order by place
                        """).query(String.class).list();
    }
}
