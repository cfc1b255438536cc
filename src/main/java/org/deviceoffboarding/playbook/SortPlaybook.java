package org.deviceoffboarding.playbook;

import java.util.List;
import java.util.Set;
import org.deviceoffboarding.base.Ownership;
import org.deviceoffboarding.base.Platform;

/**
 * The steps for flagged devices that all get the same ones.
 *
 * @param playbook its name for people
 * @param path its name in addresses
 * @param devices how many
 * @param notes what people should know about the choice of the playbook; usually none
 * @param steps in their order
 */
public record SortPlaybook(
        Platform platform,
        Set<Ownership> ownerships,
        String playbook,
        String path,
        int devices,
        List<String> notes,
        List<PlaybookStep> steps) {

    public SortPlaybook {
        ownerships = Set.copyOf(ownerships);
        notes = List.copyOf(notes);
        steps = List.copyOf(steps);
    }
}
