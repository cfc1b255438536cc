package org.deviceoffboarding.inventory;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Knows whose the devices were that left Intune since the portal first read it. */
@Component
public class FormerUsers {

    private final JdbcClient jdbc;

    FormerUsers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Returns the object IDs of the devices in a run's copy whose record in Intune is gone, names another device or nobody
     * any more, and was last one of these people's.
     *
     * @param userNames user principal names, in lower case
     */
    public Set<UUID> devices(long runId, Collection<String> userNames) {
        if (userNames.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(jdbc.sql("""
                select distinct e.object_id
                from former_record k
                join entra_device e on e.run_id = :run and e.device_id = k.entra_device_id
                where lower(k.user_principal_name) = any(cast(:users as text[]))
                  and not exists (
                    select from managed_device m
                    where m.run_id = :run and m.intune_id = k.intune_id and m.entra_device_id = k.entra_device_id
                      and m.user_principal_name is not null)
                """)
                .param("run", runId)
                .param("users", userNames.toArray(String[]::new))
                .query(UUID.class)
                .list());
    }
}
