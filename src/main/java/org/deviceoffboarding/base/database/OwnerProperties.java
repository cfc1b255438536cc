package org.deviceoffboarding.base.database;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The database role that migrates and owns the audit log.
 *
 * @param username empty where it is the role that the portal works as
 * @param password never logged
 */
@ConfigurationProperties("portal.owner")
record OwnerProperties(
        @DefaultValue("") String username, @DefaultValue("") String password) {

    @Override
    public String toString() {
        return "OwnerProperties[username=" + username + "]";
    }
}
