package org.deviceoffboarding.base.database;

import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The role that brings the database to this version of the portal and owns its audit log: one of its own, or the one that the
 * portal works as.
 *
 * @param database connects as this role, to the schemas that the portal looks into
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
        properties.setProperty("currentSchema", searchPath(portal));
        properties.setProperty("ApplicationName", "Device Offboarding Portal, owner");
        return new DatabaseOwner(
                new LimitedDataSource(new DriverManagerDataSource(address.getJdbcUrl(), properties), limits), true);
    }

    /** The owner's own path could begin with a schema that the portal does not know. */
    private static String searchPath(DataSource portal) {
        return JdbcClient.create(portal).sql("""
                        select string_agg(quote_ident(name), ', ' order by place)
                        from unnest(current_schemas(false)) with ordinality as path (name, place)
                        """).query(String.class).single();
    }
}
