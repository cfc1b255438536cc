package org.deviceoffboarding.instruction.version;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.ChangedMeanwhileException;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.base.setting.SettingVersion;
import org.deviceoffboarding.evaluation.JudgingChanged;
import org.deviceoffboarding.instruction.language.Instruction;
import org.deviceoffboarding.instruction.language.InstructionText;
import org.deviceoffboarding.instruction.lookup.InstructionLookups;
import org.deviceoffboarding.instruction.lookup.Named;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Shows the custom instructions with their history, and changes them for the runs to come. */
@Service
@May(Capability.CHANGE_INSTRUCTIONS)
public class InstructionService {

    private final InstructionRepository instructions;
    private final InstructionLookups lookups;
    private final AuditLog auditLog;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    InstructionService(
            InstructionRepository instructions,
            InstructionLookups lookups,
            AuditLog auditLog,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            Clock clock) {
        this.instructions = instructions;
        this.lookups = lookups;
        this.transactions = transactions;
        this.auditLog = auditLog;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /** Returns the instructions that the next run goes by. */
    @Transactional(readOnly = true)
    public InstructionVersion current() {
        return instructions.newest();
    }

    /**
     * Returns all versions that are kept with what each changed, the newest first; the last is what holds before an owner writes some, unless
     * versions were forgotten with an agent.
     */
    @Transactional(readOnly = true)
    public List<SettingVersion<InstructionVersion>> history(Pageable page) {
        return instructions.versions().page(page);
    }

    /**
     * Saves instructions for the runs that are requested from now on; a run that goes on keeps those of its time. Does
     * nothing where the text is the same. Looks up before what they name, and holds no transaction meanwhile; what could not
     * be looked up is no reason to refuse, since a run looks itself.
     *
     * @param before the version that was changed
     * @throws InstructionsNotUnderstoodException if any sentence is not understood
     * @throws InstructionsUnreadableException if any names what no run could read
     * @throws ChangedMeanwhileException if it is no longer the newest
     */
    public InstructionVersion save(InstructionVersion before, String text) {
        Actor actor = currentActor.get();
        String stored = storable(text);
        InstructionText read = InstructionText.parse(stored);
        if (!read.understood()) {
            throw new InstructionsNotUnderstoodException(
                    "Nothing was saved: " + read.problems().size() + " of the sentences are not understood.",
                    read.problems().getFirst().reason());
        }
        if (stored.equals(before.text())) {
            return before;
        }
        requireReadable(read.instructions());
        return Objects.requireNonNull(transactions.execute(transaction -> {
            InstructionVersion saved = instructions.add(
                    before.version(), stored, read.instructions().size(), actor, clock.instant());
            auditLog.record(actor, new InstructionsSaved(before, saved));
            events.publishEvent(new JudgingChanged());
            return saved;
        }));
    }

    private void requireReadable(List<Instruction> read) {
        lookups.of(read, () -> false).stream()
                .flatMap(List::stream)
                .filter(named -> named.state() == Named.State.UNREADABLE)
                .findFirst()
                .ifPresent(named -> {
                    throw new InstructionsUnreadableException("Nothing was saved. " + named.sentences());
                });
    }

    /** Line by line, since a line break means something. */
    private static String storable(String text) {
        return text.lines()
                .map(line -> Sql.text(line.replace("\t", " ")))
                .collect(Collectors.joining("\n"))
                .strip();
    }
}
