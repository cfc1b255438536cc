package org.deviceoffboarding.instruction.effect;

import java.util.List;
import org.deviceoffboarding.evaluation.effect.ResultEffect;

/**
 * What other instructions would change about the present result.
 *
 * @param outdated whether something was saved since the run was asked for, so that the next result differs from its also by that
 * @param unread the groups that they name and no run has read: nobody counts as being in these
 */
public record InstructionEffect(ResultEffect result, boolean outdated, List<String> unread) {

    public InstructionEffect {
        unread = List.copyOf(unread);
    }
}
