package org.deviceoffboarding.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.audit.reading.AuditEntry;
import org.deviceoffboarding.audit.reading.AuditFilter;
import org.deviceoffboarding.audit.reading.AuditLogService;
import org.deviceoffboarding.base.ExportPage;
import org.deviceoffboarding.base.Roles;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** The audit log, taken away whole while it grows. */
@PortalTest
@WithMockUser(roles = {Roles.AUDITOR, Roles.READER})
class AuditExportTest {

    private static final AuditFilter LAMPS = new AuditFilter("", null, "lamp.renamed", null, null);

    @Autowired
    private AuditLogService service;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void entriesThatAreAddedMeanwhileMakeNoDoubles() {
        add(2_500);
        ExportPage<AuditFilter, AuditEntry> part = service.export(LAMPS);
        List<AuditEntry> entries = new ArrayList<>(part.rows());
        int parts = 1;
        for (; part.more(); parts++) {
            add(7);
            part = service.export(part);
            entries.addAll(part.rows());
        }

        assertThat(parts).isEqualTo(3); // a thousand each
        assertThat(entries)
                .extracting(AuditEntry::id)
                .hasSize(2_500)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo((one, other) -> Long.compare(other, one));
    }

    private void add(int entries) {
        jdbc.sql("""
                insert into audit_entry (at, actor_id, actor_name, action, result, subject, summary, format, leaf_hash)
                select now(), 'a-1', 'anna@contoso.example', 'lamp.renamed', 'DONE', 'lamp:' || i,
                       'Renamed the lamp ' || to_char(i, '0000'), 2, sha256('')
                from generate_series(1, :entries) i
                """).param("entries", entries).update();
    }
}
