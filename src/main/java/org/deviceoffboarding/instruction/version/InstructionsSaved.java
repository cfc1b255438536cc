package org.deviceoffboarding.instruction.version;

import java.util.Locale;
import org.deviceoffboarding.audit.AuditableAction;

record InstructionsSaved(InstructionVersion saved) implements AuditableAction {

    @Override
    public String action() {
        return "instructions.saved";
    }

    @Override
    public String subject() {
        return "instructions:" + saved.version();
    }

    @Override
    public String summary() {
        return switch (saved.sentences()) {
            case 0 -> "Removed all custom instructions, as version " + saved.version();
            case 1 -> "Saved custom instructions, version " + saved.version() + " with 1 sentence";
            default ->
                String.format(
                        Locale.ENGLISH,
                        "Saved custom instructions, version %d with %,d sentences",
                        saved.version(),
                        saved.sentences());
        };
    }
}
