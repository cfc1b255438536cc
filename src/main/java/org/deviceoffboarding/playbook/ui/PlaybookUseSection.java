package org.deviceoffboarding.playbook.ui;

import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.whole.WholeList;
import org.deviceoffboarding.playbook.checklist.PlaybookUse;

/** What a change of a playbook would show in: no device comes or goes by it. */
class PlaybookUseSection extends Section {

    PlaybookUseSection(List<PlaybookUse> uses) {
        super("What it would change");
        long devices = uses.stream().mapToLong(PlaybookUse::devices).sum();
        long ticks = uses.stream().mapToLong(PlaybookUse::ticks).sum();
        add(new Paragraph(
                uses.isEmpty()
                        ? "No suggestion of the present result follows this playbook. No device comes or goes by what it says."
                        : Amounts.count(uses.size(), "suggestion", "suggestions") + " of the present result with "
                                + Amounts.devices(devices)
                                + (uses.size() == 1 ? " follows" : " follow")
                                + " it, and would show the change at once. No device comes or goes by it; "
                                + Amounts.count(ticks, "tick stays", "ticks stay") + "."));
        if (!uses.isEmpty()) {
            add(WholeList.of("Suggestions that follow it", uses)
                    .column("Suggestion", PlaybookUse::title)
                    .column("Devices", PlaybookUse::devices)
                    .column("Steps ticked", PlaybookUse::ticks)
                    .needing(Capability.CHANGE_PLAYBOOKS)
                    .button("Show which", "suggestions-of-the-playbook.csv"));
        }
    }
}
