package org.deviceoffboarding.instruction.version;

import java.util.Locale;
import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedAs;

/** An owner wrote, changed or removed the custom instructions. */
@AuditedAs(
        name = "instructions.saved",
        label = "Saved custom instructions",
        meaning = "An owner changed what runs leave out beside the rules, from the next one on.",
        changes = {
            "version: of the instructions; 0 where there were none",
            "sentences: how many there are",
            "text: all of them, as they were written"
        })
record InstructionsSaved(InstructionVersion before, InstructionVersion saved) implements AuditableAction {

    @Override
    public String action() {
        return "instructions.saved";
    }

    @Override
    public String subject() {
        return "instructions:" + saved.version();
    }

    @Override
    public AuditDetails details() {
        return AuditDetails.NONE
                .changed("version", before.version(), saved.version())
                .changed("sentences", before.sentences(), saved.sentences())
                .changed("text", before.text(), saved.text());
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
