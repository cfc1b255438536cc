package org.deviceoffboarding.playbook.checklist;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.May;
import org.springframework.stereotype.Service;

/** Which steps were ticked on suggestions that a device is or was in. */
@Service
@May(Capability.READ)
public class DeviceTicks {

    private final TickRepository ticks;
    private final ChecklistService checklists;

    DeviceTicks(TickRepository ticks, ChecklistService checklists) {
        this.ticks = ticks;
        this.checklists = checklists;
    }

    /** Returns the ticks of people that stand, the newest first; at most 100. */
    public List<TickedStep> of(UUID objectId) {
        Map<Long, Optional<Checklist>> read = new HashMap<>();
        return ticks.ofDevice(objectId).stream()
                .map(tick -> tick.named(read.computeIfAbsent(tick.suggestionId(), checklists::find)
                        .flatMap(checklist -> checklist.item(tick.step()))
                        .map(item -> item.step().title())
                        .orElse(tick.step())))
                .toList();
    }
}
