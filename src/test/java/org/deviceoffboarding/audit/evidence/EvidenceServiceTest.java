package org.deviceoffboarding.audit.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.TestDatabase;
import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedDevice;
import org.deviceoffboarding.audit.checkpoint.CheckpointFile;
import org.deviceoffboarding.audit.evidence.file.EvidenceForm;
import org.deviceoffboarding.audit.evidence.file.EvidenceVerification;
import org.deviceoffboarding.audit.reading.AuditFilter;
import org.deviceoffboarding.audit.seal.Sealing;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Evidence from a real log, checked as whoever gets it checks it. */
@PortalTest
@WithMockUser(roles = {Roles.READER, Roles.AUDITOR})
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class EvidenceServiceTest {

    private static final Actor ANNA = new Actor("a-1", "anna@contoso.example");

    @Autowired
    private EvidenceService evidence;

    @Autowired
    private AuditLog auditLog;

    @Autowired
    private CheckpointFile checkpoints;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private ApplicationContext application;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private String said = "";

    @Test
    void whatAFilterLetsThroughFitsInBothForms() throws IOException {
        AuditFilter lamps = only("kept");
        record(3, "kept");
        Sealing.allOf(application);

        for (EvidenceForm form : EvidenceForm.values()) {
            String file = write(new EvidenceAbout.Filtered(lamps), form);

            assertThat(verify(file, checkpoints.path())).as(said).isEqualTo(EvidenceVerification.FITS);
            assertThat(verify(file, checkpoints.keysPath())).as(said).isEqualTo(EvidenceVerification.FITS);
            assertThat(said).contains("3 entries, unchanged since");
            assertThat(subjects(file)).containsExactly("lamp:kept-3", "lamp:kept-2", "lamp:kept-1");
        }
    }

    @Test
    void partsFollowEachOtherWithoutGapsAndDoubles() throws IOException {
        record(2_300, "many");
        Sealing.allOf(application);

        String file = write(new EvidenceAbout.Filtered(only("many")), EvidenceForm.JSON);

        assertThat(verify(file)).as(said).isEqualTo(EvidenceVerification.FITS);
        assertThat(subjects(file)).hasSize(2_300).doesNotHaveDuplicates();
    }

    @Test
    void whatIsNotSealedYetIsLeftOutAndCounted() throws IOException {
        record(2, "late");
        Sealing.allOf(application);
        record(1, "late");

        String file = write(new EvidenceAbout.Filtered(only("late")), EvidenceForm.HTML);

        assertThat(verify(file)).as(said).isEqualTo(EvidenceVerification.FITS);
        assertThat(said)
                .contains("2 entries, unchanged")
                .contains("1 entry that it was asked for, too, was not sealed yet");
        assertThat(file).contains("1 entry of the last seconds is not in it");
        Sealing.allOf(application);
    }

    @Test
    void whatWasSearchedForSaysOnWhatItRests() throws IOException {
        record(1, "sought");
        Sealing.allOf(application);
        AuditFilter text = new AuditFilter("sought-1", null, null, null, null);

        for (EvidenceForm form : EvidenceForm.values()) {
            String file = write(new EvidenceAbout.Filtered(text), form);

            assertThat(verify(file)).as(said).isEqualTo(EvidenceVerification.FITS);
            assertThat(file).contains("is what the database's search says; no proof covers that");
        }
        assertThat(write(new EvidenceAbout.Filtered(only("sought")), EvidenceForm.JSON))
                .doesNotContain("no proof covers that");
    }

    @Test
    void theSameEntriesMakeTheSameFile() throws IOException {
        record(4, "same");
        Sealing.allOf(application);
        EvidenceAbout about = new EvidenceAbout.Filtered(only("same"));

        assertThat(write(about, EvidenceForm.HTML)).isEqualTo(write(about, EvidenceForm.HTML));
    }

    @Test
    void aDevicesEvidenceIsAllThatConcernsIt() throws IOException {
        UUID device = UUID.randomUUID();
        record(new Renamed("lamp:other", AuditDetails.NONE, List.of()));
        record(new Renamed(
                "request:1", AuditDetails.NONE, List.of(new AuditedDevice(device, UUID.randomUUID(), "PC-1"))));
        Sealing.allOf(application);

        String file = write(new EvidenceAbout.Device(device, "PC-1"), EvidenceForm.JSON);

        assertThat(verify(file)).as(said).isEqualTo(EvidenceVerification.FITS);
        assertThat(subjects(file)).containsExactly("request:1");
    }

    @Test
    void aRequestsEvidenceIsAllAboutItAndAboutWhatItDidToDevices() throws IOException {
        record(new Renamed("request:70014", AuditDetails.NONE, List.of()));
        record(new Renamed("device:one", AuditDetails.NONE.with("request", 70014), List.of()));
        record(new Renamed("device:two", AuditDetails.NONE.with("request", 70015), List.of()));
        Sealing.allOf(application);

        String file = write(new EvidenceAbout.Request(70014), EvidenceForm.JSON);

        assertThat(verify(file)).as(said).isEqualTo(EvidenceVerification.FITS);
        assertThat(subjects(file)).containsExactly("device:one", "request:70014");
    }

    @Test
    void thatEvidenceWasTakenIsAnEntry() throws IOException {
        record(1, "noted");
        Sealing.allOf(application);
        UUID device = UUID.randomUUID();

        write(new EvidenceAbout.Device(device, "PC-9"), EvidenceForm.HTML);

        assertThat(jdbc.sql(
                                "select summary from audit_entry where action = 'audit.evidence-taken' and subject = :subject")
                        .param("subject", "device:" + device)
                        .query(String.class)
                        .list())
                .containsExactly("Took evidence about the device PC-9 as HTML");
    }

    @Test
    void anEntryThatWasAlteredIsNamedInTheFileInPlaceOfAProof() throws IOException {
        record(3, "altered");
        Sealing.allOf(application);
        alter("altered-1", "Renamed another lamp");
        try {
            for (EvidenceForm form : EvidenceForm.values()) {
                String file = write(new EvidenceAbout.Filtered(only("altered")), form);

                assertThat(verify(file)).isEqualTo(EvidenceVerification.MISFIT);
                assertThat(said)
                        .contains(
                                "is just as the portal wrote it, and names what does not fit:", "2 entries, unchanged")
                        .containsPattern("Entry \\d+ was asked for, too, and is left out: what the log says there now");
                assertThat(subjects(file)).containsExactly("lamp:altered-3", "lamp:altered-2");
            }
        } finally {
            alter("altered-1", "Renamed the lamp");
        }
    }

    @Test
    void aPersonWhoLostTheRoleMeanwhileGetsNoWholeFile() {
        record(1, "cut");
        Sealing.allOf(application);

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> evidence.write(
                        new EvidenceAbout.Filtered(only("cut")), EvidenceForm.JSON, new ByteArrayOutputStream(), () -> {
                            throw new AccessDeniedException("lost");
                        }));
    }

    @Test
    @WithMockUser(roles = Roles.READER)
    void whoMayOnlyReadIsRefused() {
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> write(new EvidenceAbout.Filtered(AuditFilter.NONE), EvidenceForm.JSON));
    }

    private static AuditFilter only(String name) {
        return new AuditFilter("", null, "lamp." + name, null, null);
    }

    private void record(int entries, String name) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            for (int i = 1; i <= entries; i++) {
                auditLog.record(ANNA, new Kept("lamp." + name, "lamp:" + name + "-" + i));
            }
        });
    }

    private void record(AuditableAction action) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> auditLog.record(ANNA, action));
    }

    private void alter(String lamp, String summary) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            TestDatabase.asAdministrator(jdbc, "alter table audit_entry disable trigger user");
            TestDatabase.asAdministrator(
                    jdbc, "update audit_entry set summary = '%s' where subject = 'lamp:%s'".formatted(summary, lamp));
            TestDatabase.asAdministrator(jdbc, "alter table audit_entry enable trigger user");
        });
    }

    private String write(EvidenceAbout about, EvidenceForm form) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        evidence.write(about, form, out, () -> {});
        return out.toString(StandardCharsets.UTF_8);
    }

    private int verify(String file, Path... trusted) throws IOException {
        Path written = Files.writeString(folder.resolve("evidence"), file);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        int code = EvidenceVerification.run(
                trusted.length == 0 ? List.of(written.toString()) : List.of(written.toString(), trusted[0].toString()),
                stream,
                stream);
        said = out.toString(StandardCharsets.UTF_8);
        return code;
    }

    private static List<String> subjects(String file) {
        return Pattern.compile("\"subject\":\"([^\"]*)\"")
                .matcher(file)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private record Kept(String action, String subject) implements AuditableAction {

        @Override
        public String summary() {
            return "Renamed the lamp";
        }
    }

    private record Renamed(String subject, AuditDetails details, List<AuditedDevice> devices)
            implements AuditableAction {

        @Override
        public String action() {
            return "lamp.renamed";
        }

        @Override
        public String summary() {
            return "Renamed the lamp";
        }
    }
}
