package org.deviceoffboarding.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.audit.checkpoint.CheckpointFile;
import org.deviceoffboarding.base.Roles;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;

@PortalTest
@WithMockUser(roles = Roles.READER)
class SealServiceTest {

    @Autowired
    private SealService service;

    @Autowired
    private CheckpointFile file;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void saysHowFarTheLogIsSealedAndHowOldTheOldestIsThatIsNot() {
        Sealing.allOf(application);
        SealState before = service.state();
        jdbc.sql("""
                with entry as (
                    insert into audit_entry (at, actor_id, actor_name, action, result, subject, summary, format, leaf_hash)
                    values ('2026-11-29T10:00:00Z', 'a-1', 'Anna', 'lamp.lit', 'DONE', '', 'Lit it', 2, sha256('lit'))
                    returning id)
                insert into audit_unsealed select id from entry
                """).update();

        SealState after = service.state();

        assertThat(before.newest()).isNotNull().isEqualTo(file.newest().orElseThrow());
        assertThat(before.oldestUnsealed()).isNull();
        assertThat(before.held()).isFalse();
        assertThat(before.trouble()).isNull();
        assertThat(after.unsealed()).isEqualTo(1);
        assertThat(after.oldestUnsealed()).isEqualTo("2026-11-29T10:00:00Z");
    }

    @Test
    @WithMockUser(roles = {Roles.READER, Roles.AUDITOR})
    void auditorsTakeCheckpointsAndKeysAwayAndThatIsAnEntry() throws IOException {
        Sealing.allOf(application);

        try (var checkpoints = service.checkpoints();
                var keys = service.keys()) {
            assertThat(new String(checkpoints.readAllBytes(), StandardCharsets.UTF_8))
                    .contains(file.newest().orElseThrow().text());
            assertThat(CheckpointFile.keys(new String(keys.readAllBytes(), StandardCharsets.UTF_8)))
                    .isEqualTo(file.keys());
        }

        assertThat(jdbc.sql(
                                "select details ->> 'file' from audit_entry where action = 'audit.checkpoints-downloaded' order by id")
                        .query(String.class)
                        .list())
                .containsExactly(CheckpointFile.NAME, CheckpointFile.KEYS);
    }

    @Test
    void readersTakeNothingAway() {
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> service.checkpoints());
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> service.keys());
    }
}
