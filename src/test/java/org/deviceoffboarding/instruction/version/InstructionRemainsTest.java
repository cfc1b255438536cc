package org.deviceoffboarding.instruction.version;

import static org.assertj.core.api.Assertions.assertThat;

import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** What becomes of custom instructions when the agent is removed, for the first time and again. */
@PortalTest
@WithMockUser(roles = {Roles.READER, Roles.OWNER})
class InstructionRemainsTest {

    @Autowired
    private InstructionRemains remains;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void startAfresh() {
        jdbc.sql("delete from instruction_version").update();
    }

    @Test
    void whereThereNeverWereAnyNothingGoes() {
        assertThat(remains.goes()).isEmpty();
        remains.withdraw();
        assertThat(versions()).isZero();
    }

    @Test
    void theyGoWithTheirHistoryAndASecondRemovalFindsNothing() {
        save(1, "Exclude devices with names starting with \"KIOSK-\"", 1);
        assertThat(remains.goes()).containsExactly("1 custom instruction, with all earlier versions.");

        remains.withdraw();

        assertThat(versions()).isEqualTo(1);
        assertThat(remains.goes()).as("what is left says nothing").isEmpty();
        long entries = entries();
        remains.withdraw();
        assertThat(versions()).isEqualTo(1);
        assertThat(entries()).isEqualTo(entries);
    }

    @Test
    void whoTookThemAllBackStillHasTheirHistory() {
        save(1, "Exclude devices with names starting with \"KIOSK-\"", 1);
        save(2, "", 0);

        assertThat(remains.goes()).containsExactly("The earlier versions of the custom instructions.");
    }

    private void save(long version, String text, int sentences) {
        jdbc.sql("""
                insert into instruction_version (version, saved_at, saved_by_id, saved_by_name, text, sentences)
                values (:version, now(), 'p-1', 'Olivia', :text, :sentences)
                """)
                .param("version", version)
                .param("text", text)
                .param("sentences", sentences)
                .update();
    }

    private long versions() {
        return jdbc.sql("select count(*) from instruction_version")
                .query(Long.class)
                .single();
    }

    private long entries() {
        return jdbc.sql("select count(*) from audit_entry").query(Long.class).single();
    }
}
