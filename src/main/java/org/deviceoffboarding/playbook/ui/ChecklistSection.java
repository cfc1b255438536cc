package org.deviceoffboarding.playbook.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.playbook.checklist.Checklist;
import org.deviceoffboarding.playbook.checklist.ChecklistItem;
import org.deviceoffboarding.playbook.checklist.ChecklistService;
import org.deviceoffboarding.playbook.definition.PlaybookRefusedException;
import org.deviceoffboarding.playbook.definition.Step;

/** The steps for a suggestion in order, ticked by operators; follows what others tick. */
class ChecklistSection extends Composite<Section> {

    private final long suggestionId;
    private final transient ChecklistService checklists;
    private final transient CurrentActor currentActor;
    private final transient Clock clock;
    private final Component deviceList;
    private final Component keys;
    private final Span progress = new Span();
    private final Div about = new Div();
    private final OrderedList list = new OrderedList();
    private final Div besides = new Div();
    private final Map<String, StepItem> items = new LinkedHashMap<>();
    private List<Step> steps = List.of();

    ChecklistSection(
            long suggestionId,
            ChecklistService checklists,
            CurrentActor currentActor,
            Clock clock,
            Component deviceList,
            Component keys) {
        this.suggestionId = suggestionId;
        this.checklists = checklists;
        this.currentActor = currentActor;
        this.clock = clock;
        this.deviceList = deviceList;
        this.keys = keys;
        progress.getElement().setAttribute("role", "status");
        progress.addClassName("dim");
        about.addClassName("playbook-about");
        list.addClassNames("plain-list", "steps");
        besides.addClassName("playbook-besides");
        getContent().add(about, list, besides);
        refresh();
    }

    @Override
    protected Section initContent() {
        return new Section("Recommended actions").withSuffix(progress);
    }

    /** Shows the checklist as it is now; what is open and has the focus stays so while its steps are the same. */
    void refresh() {
        checklists.find(suggestionId).ifPresent(this::show);
    }

    private void show(Checklist checklist) {
        List<Step> now = checklist.items().stream().map(ChecklistItem::step).toList();
        if (!now.equals(steps)) {
            steps = now;
            rebuild(checklist);
        }
        progress.setText("%d of %d done".formatted(checklist.done(), now.size()));
        checklist.items().forEach(item -> line(item).update(item, clock.instant()));
    }

    private void rebuild(Checklist checklist) {
        about.removeAll();
        about.add(new AboutPlaybook(checklist, currentActor.may(Capability.CHANGE_PLAYBOOKS)));
        list.removeAll();
        items.clear();
        boolean mayTick = currentActor.may(Capability.WORK_SUGGESTIONS);
        checklist.items().forEach(item -> {
            StepItem line = new StepItem(item, mayTick, this::change, own(item.step()));
            items.put(item.step().key(), line);
            list.add(line);
        });
        openNext(checklist);
        besides.removeAll();
        besides.add(new BesidesPlaybook(checklist));
    }

    private StepItem line(ChecklistItem item) {
        return Objects.requireNonNull(items.get(item.step().key()), "Every step has its line");
    }

    private Component[] own(Step step) {
        return switch (step.portal()) {
            case DOWNLOAD -> new Component[] {deviceList};
            case KEY_CHECK -> new Component[] {keys};
            // Disabling, deleting and verifying from here get their place with change requests.
            case NONE, DISABLE, DELETE, VERIFY -> new Component[0];
        };
    }

    private void openNext(Checklist checklist) {
        checklist.items().stream()
                .filter(item -> !item.ticked())
                .findFirst()
                .ifPresent(item -> line(item).open(true));
    }

    private void change(ChecklistItem item, boolean ticked) {
        if (ticked) {
            ask(() -> checklists.tick(suggestionId, item.step().key()));
            checklists.find(suggestionId).ifPresent(this::openNext);
            return;
        }
        Checklist now = checklists.find(suggestionId).orElseThrow();
        if (now.laterTicked(item)) {
            confirm(item);
        } else {
            untick(item);
        }
    }

    private void confirm(ChecklistItem item) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader("Take the tick back?");
        dialog.setText("Steps behind “" + item.step().title() + "” are ticked. Their ticks stay"
                + (item.step().required()
                        ? ", but nothing more behind it can be ticked until it is ticked again."
                        : "."));
        dialog.setConfirmText("Take it back");
        dialog.setCancelable(true);
        dialog.setCancelText("Keep the tick");
        dialog.addConfirmListener(event -> untick(item));
        dialog.addCancelListener(event -> refresh());
        dialog.open();
    }

    private void untick(ChecklistItem item) {
        ask(() -> checklists.untick(suggestionId, item.step().key()));
    }

    private void ask(Runnable change) {
        try {
            change.run();
        } catch (PlaybookRefusedException e) {
            Notices.problem(e.sentence());
        }
        refresh();
    }
}
