package org.deviceoffboarding.audit.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.audit.AuditResult;
import org.deviceoffboarding.audit.reading.AuditEntry;
import org.deviceoffboarding.audit.reading.AuditFilter;
import org.deviceoffboarding.audit.reading.AuditLogService;
import org.deviceoffboarding.audit.reading.AuditPart;
import org.deviceoffboarding.base.Roles;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;

@PortalTest
@WithMockUser(
        username = "arne",
        roles = {Roles.READER, Roles.AUDITOR})
class AuditTransferServiceTest {

    private static final AuditFilter FAILED_LAMPS =
            new AuditFilter("lamp", null, null, null, null).withResult(AuditResult.FAILED);

    @Autowired
    private AuditTransferService transfers;

    @Autowired
    private AuditLogService auditLog;

    @Test
    void thatAnExportBeganIsKeptWithItsFilterEvenIfItNeverEnds() {
        transfers.begin(FAILED_LAMPS, "CSV");

        AuditEntry entry = newest();

        assertThat(entry.action()).isEqualTo("audit.export-began");
        assertThat(entry.actor().name()).isEqualTo("arne");
        assertThat(entry.summary()).isEqualTo("Began to export the audit log with text lamp, result failed as CSV");
        assertThat(entry.details())
                .isEqualTo(Map.of("filter", Map.of("text", "lamp", "result", "FAILED"), "form", "CSV"));
    }

    @Test
    void aCompleteExportIsKeptWithHowManyEntriesWereSent() {
        transfers.complete(AuditFilter.NONE, "Excel", 1234);

        AuditEntry entry = newest();

        assertThat(entry.action()).isEqualTo("audit.exported");
        assertThat(entry.summary()).isEqualTo("Exported 1,234 entries of the audit log as Excel");
        assertThat(entry.details()).isEqualTo(Map.of("filter", Map.of(), "form", "Excel", "rows", 1234));
    }

    @Test
    @WithMockUser(roles = Roles.READER)
    void whoeverMayNotExportRecordsNothing() {
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> transfers.begin(AuditFilter.NONE, "CSV"));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> transfers.complete(AuditFilter.NONE, "CSV", 1));
    }

    private AuditEntry newest() {
        return auditLog.find(AuditFilter.NONE.withKind("audit"), AuditPart.newest(1))
                .getFirst();
    }
}
