package org.deviceoffboarding.exception.register;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.TextLimits;
import org.deviceoffboarding.evaluation.JudgingChanged;
import org.deviceoffboarding.evaluation.RunResults;
import org.deviceoffboarding.exception.register.ExceptionTarget.Covered;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.safeguard.Loosening;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Pageable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes exceptions, lifts and shows them. They count from the next run on, and at once for what waits to be approved or sent. */
@Service
@May(Capability.READ)
public class ExceptionService {

    /** Under which name it is proposed to lift legal holds, each by its ID. */
    public static final String LEGAL_HOLDS = LegalHoldSafeguard.NAME;

    private final ExceptionRepository exceptions;
    private final ExceptionMembers members;
    private final ExceptionTargets targets;
    private final TenantDirectory directory;
    private final RegisteredExceptions deviceExceptions;
    private final LegalHoldSafeguard legalHolds;
    private final RunResults runResults;
    private final AuditLog auditLog;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ExceptionService(
            ExceptionRepository exceptions,
            ExceptionMembers members,
            ExceptionTargets targets,
            TenantDirectory directory,
            RegisteredExceptions deviceExceptions,
            LegalHoldSafeguard legalHolds,
            RunResults runResults,
            AuditLog auditLog,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.exceptions = exceptions;
        this.members = members;
        this.targets = targets;
        this.directory = directory;
        this.deviceExceptions = deviceExceptions;
        this.legalHolds = legalHolds;
        this.runResults = runResults;
        this.auditLog = auditLog;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Returns exceptions, sorted as the page asks ({@code name}, {@code kind}, {@code state}, {@code endsOn},
     * {@code createdBy}, {@code createdAt}), else the newest first.
     */
    @Transactional(readOnly = true)
    public List<DeviceException> find(ExceptionFilter filter, Pageable page) {
        return exceptions.find(filter, page, clock.instant());
    }

    /** Returns how many exceptions match. */
    @Transactional(readOnly = true)
    public long count(ExceptionFilter filter) {
        return exceptions.count(filter, clock.instant());
    }

    /** Returns the exceptions that a device falls under now, the strongest first; see {@link RegisteredExceptions#of}. */
    public List<DeviceException> of(DeviceFacts device) {
        return deviceExceptions.of(List.of(device)).getFirst();
    }

    /** Returns those of these targets that have no exception of their own in force. */
    @Transactional(readOnly = true)
    public List<ExceptionTarget> withoutException(List<ExceptionTarget> wanted) {
        Set<String> taken = new HashSet<>();
        exceptions.inForce(clock.instant()).forEach(each -> taken.add(each.kind() + each.target()));
        return wanted.stream()
                .filter(target -> !taken.contains(target.kind() + target.key()))
                .toList();
    }

    /**
     * Finds what a person names. May ask Microsoft Graph, so it takes its time and holds no transaction meanwhile.
     *
     * @param text for a device any of its three IDs; for a user the object ID or user principal name; for a group the
     *     object ID or name
     * @throws ExceptionRefusedException if there is none, several, or if it cannot be told
     */
    @May(Capability.MAKE_EXCEPTIONS)
    public ExceptionTarget target(ExceptionKind kind, String text) {
        if (text.length() > TextLimits.SEARCH) {
            throw new ExceptionRefusedException(
                    "This is longer than any ID or name.", ExceptionRefusedException.TARGET);
        }
        return targets.find(kind, text);
    }

    /**
     * Makes exceptions, all or none. Pages go by {@link ReviewedExceptionService}, where people see first what they leave out.
     *
     * @throws ExceptionRefusedException if a reason is missing, an end is not in the future, or one is in force already
     * @throws AccessDeniedException if one is a legal hold and the person signed in is no owner
     */
    @Transactional
    @May(Capability.MAKE_EXCEPTIONS)
    public List<DeviceException> add(List<NewException> wanted) {
        Actor actor = currentActor.get();
        Instant now = clock.instant();
        List<NewException> checked =
                wanted.stream().map(each -> ExceptionRules.checked(each, now)).toList();
        requireOwnerFor(checked.stream().anyMatch(NewException::legalHold));
        List<DeviceException> made = store(checked, actor, now);
        long run = runResults.current().orElse(RegisteredExceptions.NO_RESULT);
        for (int index = 0; index < made.size(); index++) {
            if (made.get(index).kind().readFromTenant()) {
                cover(run, made.get(index), checked.get(index).target().covered());
            }
        }
        ExceptionAction.added(made).forEach(action -> auditLog.record(actor, action));
        events.publishEvent(new JudgingChanged());
        return made;
    }

    /**
     * Makes exceptions as {@link #add}, and records that they came from a file.
     *
     * @param fileName as the person's computer calls it
     */
    @Transactional
    @May(Capability.MAKE_EXCEPTIONS)
    public List<DeviceException> importAll(String fileName, List<NewException> wanted) {
        Actor actor = currentActor.get();
        List<DeviceException> made = add(wanted);
        auditLog.record(
                actor, new ExceptionAction.Imported(TextLimits.cut(fileName, TextLimits.FILE_NAME), made.size()));
        return made;
    }

    /**
     * Lifts an exception. What it kept from being suggested may be suggested from the next run on. That a legal hold is lifted
     * is only proposed: it is once another owner confirms it, or a day later.
     *
     * @return what was proposed; nothing if it is lifted now
     * @throws ExceptionRefusedException if the reason is missing, or it is no longer in force
     * @throws AccessDeniedException if it is a legal hold and the person signed in is no owner
     */
    @Transactional
    @May(Capability.MAKE_EXCEPTIONS)
    public Optional<Loosening> lift(long id, String reason) {
        Actor actor = currentActor.get();
        String why = ExceptionRules.reason(reason);
        Instant now = clock.instant();
        DeviceException exception = exceptions
                .get(id)
                .filter(each -> each.state(now) == ExceptionState.IN_FORCE)
                .orElseThrow(() -> new ExceptionRefusedException("This exception is no longer in force."));
        requireOwnerFor(exception.legalHold());
        if (exception.legalHold()) {
            return Optional.of(legalHolds.propose(exception, why));
        }
        DeviceException lifted = exceptions
                .lift(id, why, actor, now)
                .orElseThrow(() -> new ExceptionRefusedException("Someone else has just lifted this exception."));
        auditLog.record(actor, new ExceptionAction.Lifted(lifted, why));
        events.publishEvent(new JudgingChanged());
        return Optional.empty();
    }

    private void cover(long run, DeviceException made, Covered covered) {
        members.store(run, made.id(), covered.with(directory.lastUsedBy(run, covered.userNames())));
    }

    private List<DeviceException> store(List<NewException> wanted, Actor actor, Instant now) {
        List<ExceptionTarget> targets =
                wanted.stream().map(NewException::target).toList();
        exceptions.taken(targets, now).stream().findFirst().ifPresent(taken -> {
            throw ExceptionRules.alreadyInForce(taken);
        });
        try {
            return exceptions.add(wanted, actor, now);
        } catch (DuplicateKeyException e) {
            throw wanted.size() == 1
                    ? ExceptionRules.alreadyInForce(targets.getFirst())
                    : new ExceptionRefusedException(
                            "For one of them an exception is in force already, or it is named twice. Look at the list again.");
        }
    }

    private void requireOwnerFor(boolean legalHold) {
        if (legalHold && !currentActor.may(Capability.HOLD_LEGALLY)) {
            throw new AccessDeniedException("Only an owner makes or lifts a legal hold");
        }
    }
}
