package org.deviceoffboarding.exception.register;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CsvText;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.Guids;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.Progress;
import org.deviceoffboarding.inventory.DeviceRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Checks a file of exceptions line by line, before anything is stored. */
@Service
@May(Capability.MAKE_EXCEPTIONS)
public class ExceptionUploadService {

    private static final String TEMPLATE = """
            kind,target,reason,ends
            device,00000000-1111-2222-3333-444444444444,"stolen, case 4711",2027-03-01
            name pattern,VIP-*,board of directors,
            user,ada@contoso.com,on leave until spring,2027-04-30
            group,Legal hold,kept as evidence,
            """;

    private static final Map<String, ExceptionKind> KINDS = Map.of(
            "device", ExceptionKind.DEVICE,
            "name pattern", ExceptionKind.NAME_PATTERN,
            "name", ExceptionKind.NAME_PATTERN,
            "user", ExceptionKind.USER,
            "group", ExceptionKind.GROUP,
            "entra group", ExceptionKind.GROUP);

    private final ExceptionTargets targets;
    private final ExceptionRepository exceptions;
    private final AuditLog auditLog;
    private final CurrentActor currentActor;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ExceptionUploadService(
            ExceptionTargets targets,
            ExceptionRepository exceptions,
            AuditLog auditLog,
            CurrentActor currentActor,
            TransactionTemplate transaction,
            Clock clock) {
        this.targets = targets;
        this.exceptions = exceptions;
        this.auditLog = auditLog;
        this.currentActor = currentActor;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Returns a file with a line of each kind, to be changed and uploaded. */
    public String template() {
        return TEMPLATE;
    }

    /**
     * Says of each line whether it can become an exception. Stores nothing but that it was uploaded; may ask Microsoft Graph about users and
     * groups, so it takes its time and holds no transaction.
     *
     * @throws ExceptionRefusedException if the file is none of this sort
     */
    public List<UploadLine> check(byte[] file) {
        return check(file, Progress.UNSEEN);
    }

    /** As {@link #check(byte[])}, for a file of many lines. */
    public List<UploadLine> check(byte[] file, Progress progress) {
        List<ExceptionFile.Row> rows = ExceptionFile.read(file);
        Set<String> inForce = new HashSet<>();
        exceptions.inForce(clock.instant()).forEach(each -> inForce.add(each.kind() + " " + each.target()));
        Map<String, Long> seen = new HashMap<>();
        List<UploadLine> lines = new ArrayList<>();
        Map<UUID, List<DeviceRow>> devices =
                targets.devices(rows.stream().map(ExceptionFile.Row::target).toList());
        for (ExceptionFile.Row row : rows) {
            progress.at(lines.size(), rows.size());
            lines.add(check(row, devices, inForce, seen));
        }
        noteUploaded(file, lines);
        return lines;
    }

    private void noteUploaded(byte[] file, List<UploadLine> lines) {
        long usable = lines.stream().filter(each -> each.problem() == null).count();
        transaction.executeWithoutResult(status ->
                auditLog.record(currentActor.get(), new ExceptionAction.Uploaded(file.length, lines.size(), usable)));
    }

    private UploadLine check(
            ExceptionFile.Row row, Map<UUID, List<DeviceRow>> devices, Set<String> inForce, Map<String, Long> seen) {
        try {
            NewException wanted = wanted(row, devices);
            String key = wanted.target().kind() + " " + wanted.target().key();
            if (inForce.contains(key)) {
                throw ExceptionRules.alreadyInForce(wanted.target());
            }
            Long before = seen.putIfAbsent(key, row.number());
            if (before != null) {
                throw new ExceptionRefusedException("It names the same as line " + before + ". Keep one of them.");
            }
            return UploadLine.ok(row, wanted);
        } catch (ExceptionRefusedException e) {
            return UploadLine.refused(row, e.reason());
        }
    }

    private NewException wanted(ExceptionFile.Row row, Map<UUID, List<DeviceRow>> devices) {
        if (row.columns() < 3 || row.columns() > 4) {
            throw new ExceptionRefusedException("It has " + row.columns()
                    + (row.columns() == 1 ? " column" : " columns")
                    + ", not kind, target, reason and ends. Put a text with a comma into quotation marks.");
        }
        ExceptionKind kind = kind(row.kind());
        requireNoFormula("target", row.target());
        requireNoFormula("reason", row.reason());
        if (row.target().isEmpty()) {
            throw new ExceptionRefusedException("The target is missing.");
        }
        String reason = ExceptionRules.reason(row.reason());
        LocalDate ends = ends(row.ends());
        ExceptionRules.requireFuture(ends, clock.instant());
        return new NewException(targets.find(kind, row.target(), devices), reason, ends, false);
    }

    private static ExceptionKind kind(String text) {
        ExceptionKind kind =
                KINDS.get(text.toLowerCase(Locale.ROOT).replace('-', ' ').replace('_', ' '));
        if (kind == null) {
            throw new ExceptionRefusedException(
                    "'" + text + "' is no kind of exception. Write device, name pattern, user or group.");
        }
        return kind;
    }

    private static @Nullable LocalDate ends(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new ExceptionRefusedException(
                    "'" + text + "' is no date. Write the last day as 2027-03-01, or leave it empty for no end.");
        }
    }

    private static void requireNoFormula(String column, String text) {
        if (CsvText.isFormula(text) && Guids.parse(text) == null) {
            throw new ExceptionRefusedException("The " + column + " begins with '" + text.charAt(0)
                    + "', as formulas of spreadsheets do. Write it as plain text.");
        }
    }
}
