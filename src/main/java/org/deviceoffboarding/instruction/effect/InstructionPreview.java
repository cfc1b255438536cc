package org.deviceoffboarding.instruction.effect;

import java.util.List;

/**
 * What instructions would leave out of the present inventory.
 *
 * @param runId the newest completed run, whose inventory it is
 * @param flagged how many devices that run would have flagged without any instruction
 * @param leftOut how many of them all instructions together leave out
 * @param effects of each instruction alone, in their order; none where only all together were counted
 */
public record InstructionPreview(long runId, int flagged, int leftOut, List<Effect> effects) {

    public InstructionPreview {
        effects = List.copyOf(effects);
    }

    /**
     * What one instruction is about.
     *
     * @param fits how many flagged devices it fits: so many it leaves out, or it keeps only those
     * @param unknown of how many flagged devices nobody knows what it asks for: the time of the last activity, or the user
     */
    public record Effect(int fits, int unknown) {}
}
