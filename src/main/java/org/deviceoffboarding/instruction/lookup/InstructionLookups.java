package org.deviceoffboarding.instruction.lookup;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.deviceoffboarding.evaluation.TenantLookups;
import org.deviceoffboarding.instruction.language.Instruction;
import org.springframework.stereotype.Component;

/**
 * Looks up what instructions name, on whatever thread asks for it: not secured, pages go by what they show. Takes a network's
 * time, some seconds at most where the tenant is away.
 */
@Component
public class InstructionLookups {

    private final TenantLookups tenant;

    InstructionLookups(TenantLookups tenant) {
        this.tenant = tenant;
    }

    /**
     * Looks up what each instruction names.
     *
     * @param abandoned tells that nobody waits for the answer any more
     * @return a list for each, in their order; those after it was abandoned are missing
     */
    public List<List<Named>> of(List<Instruction> instructions, BooleanSupplier abandoned) {
        LookupPass pass = new LookupPass(tenant);
        return instructions.stream()
                .takeWhile(instruction -> !abandoned.getAsBoolean())
                .map(pass::of)
                .toList();
    }
}
