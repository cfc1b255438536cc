package org.deviceoffboarding.instruction.version;

import java.time.Clock;
import java.util.List;
import org.deviceoffboarding.agent.AgentRemains;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.evaluation.JudgingChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The custom instructions go with the agent whose runs went by them, with their history. Versions go on to be counted. */
@Component
@Order(20)
class InstructionRemains implements AgentRemains {

    private final InstructionRepository instructions;
    private final AuditLog auditLog;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    InstructionRemains(
            InstructionRepository instructions,
            AuditLog auditLog,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.instructions = instructions;
        this.auditLog = auditLog;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public List<String> goes() {
        return instructions.any()
                ? List.of(
                        switch (instructions.newest().sentences()) {
                            case 0 -> "The earlier versions of the custom instructions.";
                            case 1 -> "1 custom instruction, with all earlier versions.";
                            default ->
                                instructions.newest().sentences() + " custom instructions, with all earlier versions.";
                        })
                : List.of();
    }

    @Override
    public void withdraw() {
        if (!instructions.any()) {
            return;
        }
        Actor by = currentActor.get();
        InstructionVersion before = instructions.newest();
        InstructionVersion none = instructions.add(before.version(), "", 0, by, clock.instant());
        instructions.forgetBefore(none.version());
        auditLog.record(by, new InstructionsSaved(before, none));
        events.publishEvent(new JudgingChanged());
    }
}
