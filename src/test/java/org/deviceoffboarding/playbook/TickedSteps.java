package org.deviceoffboarding.playbook;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Steps that somebody ticked, for tests that are about what comes after them. */
public final class TickedSteps {

    private TickedSteps() {}

    /** Ticks all that any playbook requires before something is deleted, at each suggestion of the newest result. */
    public static void everywhere(JdbcClient jdbc) {
        jdbc.sql("""
                insert into step_tick (suggestion_id, step, ticked_at, ticked_by_id, ticked_by_name)
                select s.id, step, now(), 'tina', 'Tina'
                from suggestion s, unnest(array['list', 'ask-owner', 'keys-windows', 'keys-hybrid', 'keys-mac', 'keys-other',
                    'check-link', 'retire', 'co-managed-client', 'co-managed-record', 'autopilot-record-gone',
                    'activation-lock', 'factory-reset-protection', 'android-enrolment', 'disable', 'grace']) as step
                where s.run_id = (select max(id) from evaluation_run where status = 'COMPLETED')
                on conflict do nothing
                """).update();
    }
}
