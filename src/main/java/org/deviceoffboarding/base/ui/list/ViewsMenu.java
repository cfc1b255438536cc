package org.deviceoffboarding.base.ui.list;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.popover.Popover;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.base.SavedView;
import org.deviceoffboarding.base.SavedViews;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.PersonDisplay;
import org.deviceoffboarding.base.ui.TableState;
import org.deviceoffboarding.base.ui.form.LossDialog;
import org.jspecify.annotations.Nullable;

/**
 * The saved views of a list: opens one, saves what is shown as one, removes one. Read anew whenever it is opened. While a view
 * is looked at the list has its columns, and afterwards the person's own again.
 */
class ViewsMenu extends Button {

    private final String list;
    private final transient SavedViews views;
    private final boolean mayShare;
    private final ListColumns<?> columns;
    private final transient OwnColumns own;
    private final Div lines = new Div();
    private final Popover popover = new Popover(lines);
    private @Nullable TableState state;
    private @Nullable SavedView shown;

    ViewsMenu(String list, SavedViews views, boolean mayShare, ListColumns<?> columns, OwnColumns own) {
        super("Views", VaadinIcon.BOOKMARK_O.create());
        this.list = list;
        this.views = views;
        this.mayShare = mayShare;
        this.columns = columns;
        this.own = own;
        own.show();
        columns.follow(this::keepColumns);
        addThemeVariants(ButtonVariant.SMALL);
        lines.addClassName("view-lines");
        popover.setTarget(this);
        popover.setModal(true);
        popover.setAriaLabel("Views");
        popover.addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                fill();
            }
        });
    }

    /** Belongs to the state that a page was entered with; a view that is gone is left. */
    void show(TableState entered) {
        state = entered;
        if (entered.view().isPresent()
                && entered.view().flatMap(id -> views.get(list, id)).isEmpty()) {
            entered.leaveView();
        }
        entered.follow(this::label);
        label();
    }

    /** Leaves the view that is looked at where somebody removed it, and returns its name; the filters stay as they are. */
    Optional<String> leaveRemoved() {
        if (popover.isOpened()) {
            fill();
        }
        if (state == null || shown == null || views.get(list, shown.id()).isPresent()) {
            return Optional.empty();
        }
        String gone = shown.name();
        state.leaveView();
        return Optional.of(gone);
    }

    private void label() {
        SavedView before = shown;
        if (state == null || state.view().isEmpty()) {
            shown = null;
        } else if (shown == null || shown.id() != state.view().get()) {
            shown = views.get(list, state.view().get()).orElse(null);
        }
        if (shown != null && shown != before) {
            columns.apply(ColumnChoice.parse(shown.columns()));
        } else if (shown == null && before != null) {
            own.show();
        }
        setText(shown == null ? "Views" : "View: " + shown.name());
    }

    /** What the person makes of a view's columns is the person's own, and the view no longer. */
    private void keepColumns() {
        own.keep();
        if (shown != null && state != null) {
            state.leaveView();
        }
    }

    private void fill() {
        lines.removeAll();
        List<SavedView> all = views.of(list);
        section("Shared", all.stream().filter(SavedView::shared).toList());
        section("Yours", all.stream().filter(view -> !view.shared()).toList());
        if (all.isEmpty()) {
            lines.add(new Span("No views yet. Narrow the list, then save it as a view."));
        }
        Button save = new Button("Save view…", click -> save());
        save.addThemeVariants(ButtonVariant.SMALL);
        lines.add(save);
    }

    private void section(String title, List<SavedView> of) {
        if (!of.isEmpty()) {
            Span heading = new Span(title);
            heading.addClassName("view-heading");
            lines.add(heading);
            of.forEach(view -> lines.add(line(view)));
        }
    }

    private Div line(SavedView view) {
        Button open = new Button(view.name(), click -> open(view.id()));
        open.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        open.setTooltipText(view.shared() ? "Shared by " + PersonDisplay.name(view.madeBy()) : null);
        Div line = new Div(open);
        line.addClassName("view-line");
        if (mayShare || !view.shared()) {
            Button remove = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> askToRemove(view));
            remove.setAriaLabel("Remove the view " + view.name());
            remove.setTooltipText("Remove the view");
            remove.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            line.add(remove);
        }
        return line;
    }

    private void open(long id) {
        Optional<SavedView> found = views.get(list, id);
        if (found.isEmpty()) {
            Notices.info("Somebody removed this view. The list stays as it is.");
            fill();
        } else if (state != null) {
            popover.close();
            state.open(id, found.get().query());
        }
    }

    /** Asks first where others would miss it, too. */
    private void askToRemove(SavedView view) {
        if (!view.shared()) {
            remove(view);
            return;
        }
        popover.close();
        new LossDialog(
                        "Remove the view “" + view.name() + "”?",
                        "The view is shared: it goes for everybody who uses this portal. What it lists stays as it is.",
                        "Remove for everybody",
                        "Keep the view",
                        () -> remove(view))
                .open();
    }

    private void remove(SavedView view) {
        if (shown != null && shown.id() == view.id() && state != null) {
            state.leaveView();
        }
        if (view.shared()) {
            views.removeShared(view.id());
        } else {
            views.remove(view.id());
        }
        fill();
        focus();
    }

    private void save() {
        popover.close();
        new SaveViewDialog(mayShare, (name, shared) -> {
                    if (state != null) {
                        String query = state.query();
                        long id = shared
                                ? views.share(list, name, query, columns.written())
                                : views.save(list, name, query, columns.written());
                        state.showView(id);
                    }
                })
                .open();
    }
}
