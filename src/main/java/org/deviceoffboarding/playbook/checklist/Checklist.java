package org.deviceoffboarding.playbook.checklist;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.playbook.Stage;
import org.deviceoffboarding.playbook.definition.Playbook;
import org.deviceoffboarding.playbook.definition.PortalPart;
import org.deviceoffboarding.playbook.definition.Step;
import org.jspecify.annotations.Nullable;

/**
 * The playbook of a suggestion with what is done of it.
 *
 * @param notes what people should know about the choice of the playbook; usually none
 * @param besides playbooks for single devices among them, such as lost ones
 */
public record Checklist(Playbook playbook, List<String> notes, List<ChecklistItem> items, List<Playbook> besides) {

    public Checklist {
        notes = List.copyOf(notes);
        items = List.copyOf(items);
        besides = List.copyOf(besides);
    }

    /** Returns how many steps are done. */
    public long done() {
        return items.stream().filter(ChecklistItem::ticked).count();
    }

    /** Returns the item of a step, if the playbook has it for this suggestion. */
    public Optional<ChecklistItem> item(String step) {
        return items.stream().filter(item -> item.step().key().equals(step)).findFirst();
    }

    /** Returns the required steps of earlier stages that are not done. */
    public List<Step> missingBefore(Stage stage) {
        return items.stream()
                .filter(item -> !item.ticked())
                .map(ChecklistItem::step)
                .filter(step -> step.required() && step.stage().compareTo(stage) < 0)
                .toList();
    }

    /** Returns the step to do next: the first that is not done; nothing where all are. */
    public Optional<ChecklistItem> next() {
        return items.stream().filter(item -> !item.ticked()).findFirst();
    }

    /**
     * Returns the required steps that a step waits for, in order; none where a step before it waits, too, so that it need not be
     * said of each.
     */
    public List<Step> waitsFor(ChecklistItem item) {
        boolean first = items.stream()
                .filter(other -> !other.ticked() && other.blockedBy() != null)
                .findFirst()
                .filter(item::equals)
                .isPresent();
        return first
                ? items.stream()
                        .filter(other -> other.number() < item.number() && !other.ticked())
                        .map(ChecklistItem::step)
                        .filter(Step::required)
                        .toList()
                : List.of();
    }

    /** Returns whether a step behind this one is ticked. */
    public boolean laterTicked(ChecklistItem item) {
        return items.stream().anyMatch(other -> other.number() > item.number() && other.ticked());
    }

    /** @param portal how far the portal is with what it does itself */
    static List<ChecklistItem> items(
            List<Step> steps, Map<String, Tick> ticks, Map<PortalPart, PortalProgress> portal) {
        List<ChecklistItem> items = new ArrayList<>();
        @Nullable Step blocking = null;
        for (Step step : steps) {
            PortalProgress progress = portal.get(step.portal());
            Tick tick = tick(ticks.get(step.key()), progress);
            items.add(new ChecklistItem(
                    items.size() + 1, step, tick, progress, step.stage().waitsForRequired() ? blocking : null));
            if (blocking == null && step.required() && tick == null) {
                blocking = step;
            }
        }
        return items;
    }

    private static @Nullable Tick tick(@Nullable Tick stored, @Nullable PortalProgress portal) {
        return stored == null && portal != null && portal.at() != null && portal.complete()
                ? new Tick(portal.at(), Actor.PORTAL)
                : stored;
    }
}
