package org.deviceoffboarding.suggestion;

import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Says which custom instructions kept devices from a suggestion. Only reads what is evaluation's. */
@Repository
class AppliedInstructions {

    private final JdbcClient jdbc;

    AppliedInstructions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns a factor for each instruction that left out devices which would be in a group, the most first. */
    List<Factor> of(long runId, FindingGroup group) {
        return jdbc.sql("""
                select instruction, count(*) as devices from device_left_out_by_instruction
                where run_id = :run and situation = :situation and platform = :platform
                  and ownership = :ownership and kind_group = :kinds
                group by instruction
                order by devices desc, instruction
                """)
                .param("run", runId)
                .param("situation", group.situation().name())
                .param("platform", group.platform().name())
                .param("ownership", group.ownership().name())
                .param("kinds", group.kinds().name())
                .query((row, number) -> factor(row.getString("instruction"), row.getInt("devices")))
                .list();
    }

    private static Factor factor(String instruction, int devices) {
        return new Factor(
                String.format(
                        Locale.ENGLISH,
                        "Custom instruction “%s” left out %,d %s.",
                        instruction,
                        devices,
                        devices == 1 ? "device" : "devices"),
                devices);
    }
}
