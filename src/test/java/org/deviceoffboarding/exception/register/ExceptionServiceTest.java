package org.deviceoffboarding.exception.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.deviceoffboarding.As;
import org.deviceoffboarding.RecordedEntries;
import org.deviceoffboarding.audit.reading.AuditEntry;
import org.deviceoffboarding.audit.reading.AuditFilter;
import org.deviceoffboarding.audit.reading.AuditLogService;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.evaluation.EvaluationTest;
import org.deviceoffboarding.exception.register.ExceptionTarget.Covered;
import org.deviceoffboarding.safeguard.Loosening;
import org.deviceoffboarding.safeguard.LooseningService;
import org.deviceoffboarding.safeguard.LooseningStatus;
import org.deviceoffboarding.safeguard.SignedIn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;

@EvaluationTest
@WithMockUser(roles = {Roles.READER, Roles.OPERATOR})
class ExceptionServiceTest {

    private static final Actor ADA = new Actor("ada", "Ada Operator");
    private static final PageRequest ALL = PageRequest.of(0, 100);
    private static final UUID DEVICE = UUID.fromString("3f1c77d2-5a0e-4c1b-8b6c-0d8f2f4e9a07");
    private static final UUID DEVICE_ID = UUID.fromString("b7e0c9aa-21d4-4b0f-9c55-6b1f3f0a7d10");
    private static final UUID INTUNE = UUID.fromString("91a4d3f8-77c2-4e61-a3f0-5d2b8c6e1f42");

    @Autowired
    private ExceptionService exceptions;

    @Autowired
    private ExceptionUploadService uploads;

    @Autowired
    private LooseningService loosenings;

    @Autowired
    private ScriptedDirectory directory;

    @Autowired
    private AuditLogService auditLog;

    @Autowired
    private ExceptionEnds ends;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void startAfresh() {
        jdbc.sql("truncate evaluation_run, suggestion, device_exception, loosening cascade")
                .update();
        directory.reset();
        directory.hasDevice(DEVICE, DEVICE_ID, INTUNE, "VIP-1");
    }

    @Test
    void aDeviceIsFoundByAnyOfItsThreeIdsAndKeptByItsObjectId() {
        for (UUID id : List.of(DEVICE, DEVICE_ID, INTUNE)) {
            ExceptionTarget target = exceptions.target(ExceptionKind.DEVICE, " " + id + " ");
            assertThat(target.key()).isEqualTo(DEVICE.toString());
            assertThat(target.name()).isEqualTo("VIP-1");
        }
    }

    @Test
    void aDeviceIsNeverFoundByNameOrSerialNumber() {
        assertRefused(() -> exceptions.target(ExceptionKind.DEVICE, "VIP-1"), "never by its name");
        assertRefused(() -> exceptions.target(ExceptionKind.DEVICE, "SN-1"), "never by its name");
        assertRefused(
                () -> exceptions.target(ExceptionKind.DEVICE, UUID.randomUUID().toString()), "no device");
    }

    @Test
    void anIdThatSeveralDevicesHaveIsRefused() {
        directory.hasDevice(UUID.randomUUID(), DEVICE_ID, UUID.randomUUID(), "VIP-2");

        assertRefused(
                () -> exceptions.target(ExceptionKind.DEVICE, DEVICE_ID.toString()),
                "Several devices",
                "VIP-1",
                "VIP-2");
    }

    @Test
    void addingIsOnRecordWithItsReason() {
        DeviceException made = add(device(), "stolen, case 47", today().plusDays(9), false);

        assertThat(exceptions.find(ExceptionFilter.NONE, ALL)).containsExactly(made);
        assertThat(entries("exception.added")).singleElement().satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo(ADA);
            assertThat(entry.subject()).isEqualTo("exception:" + made.id());
            assertThat(entry.summary()).contains("VIP-1", DEVICE.toString(), "stolen, case 47");
        });
        assertThat(new RecordedEntries(jdbc).details("exception.added"))
                .containsEntry("kind", "DEVICE")
                .containsEntry("target", DEVICE.toString())
                .containsEntry("reason", "stolen, case 47")
                .containsEntry("endsOn", today().plusDays(9).toString())
                .containsEntry("legalHold", false);
        assertThat(new RecordedEntries(jdbc).trail(DEVICE)).endsWith("exception.added");
    }

    @Test
    void thatItsLastDayIsOverIsOnRecordOnce() {
        DeviceException made = add(device(), "on leave", today().plusDays(1), false);
        jdbc.sql("update device_exception set ends_on = :yesterday where id = :id")
                .param("yesterday", today().minusDays(1))
                .param("id", made.id())
                .update();

        ends.look();
        ends.look();

        assertThat(entries("exception.ended")).singleElement().satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo(Actor.PORTAL);
            assertThat(entry.summary()).contains("VIP-1", "ended with " + today().minusDays(1), "on leave");
        });
        assertThat(new RecordedEntries(jdbc).trail(DEVICE)).endsWith("exception.ended");
    }

    @Test
    void ofVeryManyThatAreMadeAtOnceEachIsOnRecordTogetherWithOthers() {
        List<NewException> many = Stream.generate(UUID::randomUUID)
                .limit(250)
                .map(id -> new NewException(ExceptionTarget.ofDevice(id, "PC"), "on leave", today().plusDays(9), false))
                .toList();

        List<DeviceException> made = As.person(ADA, () -> exceptions.add(many));

        assertThat(made)
                .extracting(DeviceException::target)
                .containsExactlyElementsOf(
                        many.stream().map(each -> each.target().key()).toList());
        assertThat(exceptions.count(ExceptionFilter.NONE)).isEqualTo(250);
        List<AuditEntry> entries = auditLog.find(new AuditFilter("", null, "exception.added", null, null), ALL).stream()
                .filter(entry -> entry.subject().startsWith("exceptions:"))
                .toList();
        assertThat(entries)
                .hasSize(3)
                .allSatisfy(entry -> assertThat(entry.actor()).isEqualTo(ADA));
        String all = entries.stream().map(AuditEntry::summary).collect(Collectors.joining("\n"));
        assertThat(made).allSatisfy(each -> assertThat(all).contains(each.what() + " until", "on leave"));
    }

    @Test
    void ofManyNoneIsMadeWhereOneIsInForceOrNamedTwice() {
        DeviceException first = add(device(), "why", null, false);
        NewException other = new NewException(ExceptionTarget.ofDevice(INTUNE, "PC"), "why", null, false);
        NewException same = new NewException(device(), "again", null, false);

        assertRefused(() -> As.person(ADA, () -> exceptions.add(List.of(other, same))), "in force already", "VIP-1");
        assertThat(exceptions.find(ExceptionFilter.NONE, ALL)).containsExactly(first);
    }

    @Test
    void withoutAReasonOrWithAnEndThatIsNotToComeNoneIsMade() {
        assertRefused(() -> add(device(), "  ", null, false), "Give a reason");
        assertRefused(() -> add(device(), "x".repeat(501), null, false), "longer than 500");
        assertRefused(() -> add(device(), "why", today(), false), "not in the future");
        assertThat(exceptions.count(ExceptionFilter.NONE)).isZero();
        assertThat(entries("exception.added")).isEmpty();
    }

    @Test
    void theSameTargetTwiceIsRefusedWhileItIsInForce() {
        DeviceException first = add(device(), "why", null, false);
        assertRefused(() -> add(device(), "again", null, false), "in force already", "VIP-1");

        exceptions.lift(first.id(), "it is over");

        assertThat(add(device(), "again", null, false).id()).isNotEqualTo(first.id());
        assertThat(exceptions.count(new ExceptionFilter("", null, ExceptionState.LIFTED)))
                .isEqualTo(1);
    }

    @Test
    void afterItHasEndedTheSameTargetCanBeExceptedAgain() {
        DeviceException first = add(device(), "why", today().plusDays(1), false);
        jdbc.sql("update device_exception set ends_on = ends_on - 2").update();

        add(device(), "again", null, false);

        assertThat(exceptions.find(new ExceptionFilter("", null, ExceptionState.ENDED), ALL))
                .extracting(DeviceException::id)
                .containsExactly(first.id());
        assertThat(exceptions.count(new ExceptionFilter("", null, ExceptionState.IN_FORCE)))
                .isEqualTo(1);
    }

    @Test
    void severalAreMadeTogetherOrNotAtAll() {
        ExceptionTarget pattern = exceptions.target(ExceptionKind.NAME_PATTERN, "VIP-*");
        add(pattern, "board", null, false);

        assertRefused(
                () -> As.person(
                        ADA,
                        () -> exceptions.add(List.of(
                                new NewException(device(), "why", null, false),
                                new NewException(pattern, "why", null, false)))),
                "in force already");

        assertThat(exceptions.count(ExceptionFilter.NONE)).isEqualTo(1);
    }

    @Test
    void liftingKeepsTheExceptionAndWhyItWasLifted() {
        DeviceException made = add(device(), "why", null, false);

        exceptions.lift(made.id(), "case closed");

        assertThat(exceptions.find(ExceptionFilter.NONE, ALL))
                .singleElement()
                .satisfies(lifted -> assertThat(lifted.lift())
                        .isEqualTo(new DeviceException.Lift(clock.instant(), "user", "case closed")));
        assertThat(entries("exception.lifted").getFirst().summary()).contains("VIP-1", "case closed");
        assertRefused(() -> exceptions.lift(made.id(), "again"), "no longer in force");
    }

    @Test
    void liftingNeedsAReason() {
        DeviceException made = add(device(), "why", null, false);

        assertRefused(() -> exceptions.lift(made.id(), " "), "Give a reason");
    }

    @Test
    void onlyAnOwnerMakesALegalHold() {
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> add(device(), "why", null, true));
        assertThat(exceptions.count(ExceptionFilter.NONE)).isZero();
    }

    @Test
    void onlyAnOwnerLiftsALegalHold() {
        DeviceException hold = add(device(), "why", null, false);
        jdbc.sql("update device_exception set legal_hold = true").update();

        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> exceptions.lift(hold.id(), "why"));
        assertThat(exceptions.count(new ExceptionFilter("", null, ExceptionState.IN_FORCE)))
                .isEqualTo(1);
    }

    @Test
    @WithMockUser(roles = {Roles.READER, Roles.OPERATOR, Roles.APPROVER, Roles.OWNER})
    void anOwnerMakesALegalHoldAndLiftsItWithAnother() {
        DeviceException hold = add(device(), "case 4711", null, true);
        assertThat(hold.sentence()).isEqualTo("Exception of Ada Operator: legal hold – case 4711.");

        Loosening proposed = exceptions.lift(hold.id(), "court order").orElseThrow();
        assertThat(proposed.what())
                .isEqualTo("the legal hold 'case 4711' for the device VIP-1 (" + DEVICE
                        + ") is lifted, because: court order");
        assertThat(inForce()).isEqualTo(1);

        SignedIn.asOwner("Olga", () -> loosenings.confirm(proposed.id()));

        assertThat(inForce()).isZero();
        assertThat(exceptions.find(ExceptionFilter.NONE, ALL).getFirst().lift())
                .isEqualTo(new DeviceException.Lift(clock.instant(), "user", "court order"));
        assertThat(entries("exception.lifted").getFirst().actor().name()).isEqualTo("Olga");
        assertThat(entries("exception.lifted").getFirst().summary()).startsWith("Lifted the legal hold");
    }

    @Test
    @WithMockUser(roles = {Roles.READER, Roles.OPERATOR, Roles.APPROVER, Roles.OWNER})
    void aLegalHoldThatEndedMeanwhileIsNotLifted() {
        DeviceException hold = add(device(), "case 4711", today().plusDays(1), true);
        Loosening proposed = exceptions.lift(hold.id(), "court order").orElseThrow();
        jdbc.sql("update device_exception set ends_on = ends_on - 2").update();

        Loosening ended = SignedIn.asOwner("Olga", () -> loosenings.confirm(proposed.id()));

        assertThat(ended.status()).isEqualTo(LooseningStatus.LAPSED);
        assertThat(ended.lapsedBecause()).isEqualTo("The legal hold is no longer in force.");
        assertThat(exceptions.find(ExceptionFilter.NONE, ALL).getFirst().lift()).isNull();
    }

    @Test
    @WithMockUser(roles = Roles.READER)
    void aReaderSeesButChangesNothing() {
        assertThat(exceptions.find(ExceptionFilter.NONE, ALL)).isEmpty();
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> exceptions.target(ExceptionKind.DEVICE, DEVICE.toString()));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> As.person(ADA, () -> exceptions.add(List.of())));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> exceptions.lift(1, "why"));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> uploads.check(new byte[0]));
    }

    @Test
    @WithMockUser(roles = {})
    void withoutARoleNothingIsShown() {
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> exceptions.find(ExceptionFilter.NONE, ALL));
    }

    @Test
    void exceptionsAreSearchedFilteredAndSorted() {
        add(device(), "stolen", null, false);
        add(exceptions.target(ExceptionKind.NAME_PATTERN, "KIOSK-*"), "100 % shared", null, false);

        assertThat(exceptions.find(new ExceptionFilter("0 % s", null, null), ALL))
                .extracting(DeviceException::name)
                .containsExactly("KIOSK-*");
        assertThat(exceptions.count(new ExceptionFilter("", ExceptionKind.DEVICE, ExceptionState.IN_FORCE)))
                .isEqualTo(1);
        for (String by : List.of("name", "kind", "state", "endsOn", "createdBy", "createdAt")) {
            assertThat(exceptions.find(ExceptionFilter.NONE, ALL.withSort(Sort.by(by))))
                    .hasSize(2);
        }
    }

    @Test
    void aFileIsReportedLineByLineBeforeAnythingIsStored() {
        directory.has(ExceptionKind.GROUP, UUID.randomUUID(), "Legal hold", Set.of(), Set.of());
        add(exceptions.target(ExceptionKind.NAME_PATTERN, "KIOSK-*"), "shared", null, false);

        List<UploadLine> lines = uploads.check(
                """
                kind,target,reason,ends
                device,%s,stolen,%s
                device,%s,the same by its Intune ID,
                device,%s,who is that,
                device,VIP-1,by name,
                group,Legal hold,"case 47, all of it",
                name-pattern,kiosk-*,again,
                name pattern,*,everything,
                user,ada@contoso.example,nobody,
                device,%s,bad date,1.3.2027
                device,%s,past,2020-01-01
                printer,x,y,
                device,=1+1,y,
                device,%s,=HYPERLINK(1),
                device,%s,,
                device
                """.formatted(DEVICE, today().plusDays(3), INTUNE, UUID.randomUUID(), DEVICE, DEVICE, DEVICE, DEVICE)
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(lines.stream().filter(line -> line.problem() == null).map(UploadLine::number))
                .containsExactly(2L, 6L);
        assertThat(lines)
                .extracting(line -> line.number() + " " + line.problem())
                .anySatisfy(line -> assertThat(line).startsWith("3 ").contains("same as line 2"))
                .anySatisfy(line -> assertThat(line).startsWith("4 ").contains("no device with the ID"))
                .anySatisfy(line -> assertThat(line).startsWith("5 ").contains("never by its name"))
                .anySatisfy(line -> assertThat(line).startsWith("7 ").contains("in force already"))
                .anySatisfy(line -> assertThat(line).startsWith("8 ").contains("fits every name"))
                .anySatisfy(line -> assertThat(line).startsWith("9 ").contains("no User ada@contoso.example"))
                .anySatisfy(line -> assertThat(line).startsWith("10 ").contains("no date"))
                .anySatisfy(line -> assertThat(line).startsWith("11 ").contains("not in the future"))
                .anySatisfy(line -> assertThat(line).startsWith("12 ").contains("no kind"))
                .anySatisfy(line -> assertThat(line).startsWith("13 ").contains("target begins with '='"))
                .anySatisfy(line -> assertThat(line).startsWith("14 ").contains("reason begins with '='"))
                .anySatisfy(line -> assertThat(line).startsWith("15 ").contains("Give a reason"))
                .anySatisfy(line -> assertThat(line).startsWith("16 ").contains("1 column"));
        assertThat(exceptions.count(ExceptionFilter.NONE)).isEqualTo(1);
    }

    @Test
    void whatWasUploadedIsOnRecordWithItsFile() {
        As.person(
                ADA, () -> exceptions.importAll("vip.csv", List.of(new NewException(device(), "stolen", null, false))));

        assertThat(entries("exception.imported").getFirst().summary())
                .isEqualTo("Made 1 exception from the file vip.csv");
        assertThat(entries("exception.added")).hasSize(1);
    }

    private ExceptionTarget device() {
        return new ExceptionTarget(ExceptionKind.DEVICE, DEVICE.toString(), "VIP-1", Covered.NOTHING);
    }

    private long inForce() {
        return exceptions.count(new ExceptionFilter("", null, ExceptionState.IN_FORCE));
    }

    private DeviceException add(ExceptionTarget target, String reason, @Nullable LocalDate endsOn, boolean legalHold) {
        return As.person(ADA, () -> exceptions.add(List.of(new NewException(target, reason, endsOn, legalHold))))
                .getFirst();
    }

    private LocalDate today() {
        return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** Entries of earlier tests stay, since nothing can be deleted from the log. */
    private List<AuditEntry> entries(String action) {
        List<String> subjects = jdbc.sql("select 'exception:' || id from device_exception")
                .query(String.class)
                .list();
        return auditLog.find(new AuditFilter("", null, action, null, null), ALL).stream()
                .filter(entry -> entry.subject().isEmpty() || subjects.contains(entry.subject()))
                .toList();
    }

    private static void assertRefused(ThrowingCallable call, String... words) {
        assertThatExceptionOfType(ExceptionRefusedException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.reason()).contains(words));
    }
}
