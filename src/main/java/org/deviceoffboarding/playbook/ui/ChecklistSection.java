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
import java.util.Optional;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.playbook.checklist.Checklist;
import org.deviceoffboarding.playbook.checklist.ChecklistItem;
import org.deviceoffboarding.playbook.checklist.ChecklistService;
import org.deviceoffboarding.playbook.definition.PlaybookRefusedException;
import org.deviceoffboarding.playbook.definition.Step;

/** The steps for a suggestion in order, ticked by operators; follows what others tick. Empty until it is refreshed. */
class ChecklistSection extends Composite<Section> {

    private final long suggestionId;
    private final transient ChecklistService checklists;
    private final transient StepActing acting;
    private final transient CurrentActor currentActor;
    private final transient Clock clock;
    private final Component deviceList;
    private final KeyPanel keys;
    private final Span progress = new Span();
    private final Div about = new Div();
    private final OrderedList list = new OrderedList();
    private final Div besides = new Div();
    private final Map<String, StepItem> items = new LinkedHashMap<>();
    private List<Step> steps = List.of();

    ChecklistSection(
            long suggestionId,
            ChecklistService checklists,
            StepActing acting,
            CurrentActor currentActor,
            Clock clock,
            Component deviceList,
            KeyPanel keys) {
        this.suggestionId = suggestionId;
        this.checklists = checklists;
        this.acting = acting;
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
    }

    @Override
    protected Section initContent() {
        return new Section("Recommended actions").withSuffix(progress);
    }

    /** Shows the checklist as it is now; what has the focus keeps it while the steps are the same. */
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
        boolean acts = mayTick();
        Optional<ChecklistItem> next = checklist.next();
        checklist.items().forEach(item -> {
            boolean isNext = next.filter(item::equals).isPresent();
            lead(item.step(), isNext && acts);
            line(item)
                    .update(
                            item,
                            isNext,
                            acts,
                            checklist.waitsFor(item),
                            item.ticked() ? Optional.empty() : acting.of(item.step(), suggestionId, isNext),
                            clock.instant());
        });
    }

    private boolean mayTick() {
        return currentActor.may(Capability.WORK_SUGGESTIONS) && acting.current(suggestionId);
    }

    private void rebuild(Checklist checklist) {
        about.removeAll();
        about.add(new AboutPlaybook(checklist, currentActor.may(Capability.CHANGE_PLAYBOOKS)));
        list.removeAll();
        items.clear();
        checklist.items().forEach(item -> {
            StepItem line = new StepItem(item, this::change, own(item.step()));
            items.put(item.step().key(), line);
            list.add(line);
        });
        besides.removeAll();
        besides.add(new BesidesPlaybook(checklist));
    }

    private StepItem line(ChecklistItem item) {
        return Objects.requireNonNull(items.get(item.step().key()), "Every step has its line");
    }

    private Optional<Component> own(Step step) {
        return switch (step.portal()) {
            case DOWNLOAD -> Optional.of(deviceList);
            case KEY_CHECK -> Optional.of(keys);
            case NONE, DISABLE, DELETE, VERIFY -> Optional.empty();
        };
    }

    private void lead(Step step, boolean leads) {
        switch (step.portal()) {
            case DOWNLOAD -> deviceList.getChildren().findFirst().ifPresent(first -> StepActions.lead(first, leads));
            case KEY_CHECK -> keys.lead(leads);
            case NONE, DISABLE, DELETE, VERIFY -> {
                // What these lead by is made anew with each refresh.
            }
        }
    }

    private void change(ChecklistItem item, boolean ticked) {
        if (ticked) {
            ask(() -> checklists.tick(suggestionId, item.step().key()));
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
                + (item.step().required() ? ", but what cannot be undone waits until it is ticked again." : "."));
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
