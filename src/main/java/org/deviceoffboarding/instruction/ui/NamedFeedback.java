package org.deviceoffboarding.instruction.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.List;
import java.util.Map;
import org.deviceoffboarding.instruction.language.Instruction;
import org.deviceoffboarding.instruction.lookup.InstructionLookups;
import org.deviceoffboarding.instruction.lookup.Named;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says beside each sentence whether what it names is there. Looks it up in the background; a newer text abandons the lookups
 * for an older one.
 */
final class NamedFeedback {

    private static final Logger log = LoggerFactory.getLogger(NamedFeedback.class);

    private final InstructionLookups lookups;
    private volatile int asking;

    NamedFeedback(InstructionLookups lookups) {
        this.lookups = lookups;
    }

    /** @param lines by the position of their instruction */
    void start(UI ui, List<Instruction> instructions, Map<Integer, SentenceLine> lines) {
        int mine = ++asking;
        Map<Integer, SentenceLine> shown = Map.copyOf(lines);
        shown.values().forEach(SentenceLine::showLookingUp);
        Thread.ofVirtual().name("instruction-lookup").start(() -> look(ui, instructions, shown, mine));
    }

    void abandon() {
        asking++;
    }

    private void look(UI ui, List<Instruction> instructions, Map<Integer, SentenceLine> lines, int mine) {
        try {
            List<List<Named>> found = lookups.of(instructions, () -> asking != mine);
            ui.access(() -> {
                if (asking == mine) {
                    lines.forEach((position, line) -> line.showNamed(found.get(position)));
                }
            });
        } catch (UIDetachedException closedMeanwhile) {
            // Nobody waits for it any more.
        } catch (RuntimeException e) {
            log.atWarn().setCause(e).log("What instructions name could not be looked up");
        }
    }
}
