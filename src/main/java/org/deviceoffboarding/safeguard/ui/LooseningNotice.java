package org.deviceoffboarding.safeguard.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import java.util.List;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.shell.ShellSection;
import org.deviceoffboarding.safeguard.Loosening;
import org.deviceoffboarding.safeguard.LooseningService;
import org.deviceoffboarding.safeguard.LooseningsChanged;
import org.springframework.core.annotation.Order;

/**
 * Says above every page, to owners and approvers, which safeguards are to be loosened until it is so, and what of it lapsed
 * within a day, to each until they close it; owners confirm it or take it back.
 */
@org.springframework.stereotype.Component
@Order(14)
class LooseningNotice implements ShellSection {

    /** So many are shown whole; more are folded, so that they do not fill a phone's screen. */
    private static final int UNFOLDED = 2;

    private final LooseningService loosenings;
    private final LooseningLines lines;
    private final OpenPages openPages;
    private final CurrentActor currentActor;

    LooseningNotice(LooseningService loosenings, LooseningLines lines, OpenPages openPages, CurrentActor currentActor) {
        this.loosenings = loosenings;
        this.lines = lines;
        this.openPages = openPages;
        this.currentActor = currentActor;
    }

    @Override
    public Component create() {
        Stack stack = new Stack();
        openPages.follow(stack, LooseningsChanged.class, stack::show);
        lines.followWho(stack, stack::show);
        return stack;
    }

    private record Shown(Loosening loosening, String who) {}

    private record Content(List<Shown> pending, List<Loosening> lapsed, boolean allPending, boolean allLapsed) {}

    private class Stack extends Div implements AfterNavigationObserver {

        private transient Content shown = new Content(List.of(), List.of(), false, false);
        private boolean allPending;
        private boolean allLapsed;

        Stack() {
            addClassName("shell-sections");
            getElement().setAttribute("role", "status");
            setVisible(false);
            addAttachListener(attached -> show());
        }

        /** It may have changed where this portal does not hear of it, and the person may have other roles by now. */
        @Override
        public void afterNavigation(AfterNavigationEvent event) {
            show();
        }

        /** What stays as it is is left alone, so that nobody is told twice. */
        private void show() {
            boolean told = currentActor.may(Capability.KNOW_LOOSENING);
            List<Shown> pending = (told ? loosenings.pending() : List.<Loosening>of())
                    .stream()
                            .map(each -> new Shown(each, lines.whoConfirms(each)))
                            .toList();
            Content content = new Content(pending, told ? loosenings.lapsed() : List.of(), allPending, allLapsed);
            if (!content.equals(shown)) {
                removeAll();
                addPending(pending.stream().map(Shown::loosening).toList());
                addLapsed(content.lapsed());
                setVisible(getComponentCount() > 0);
            }
            shown = content;
        }

        private void addPending(List<Loosening> pending) {
            int more = pending.size() - UNFOLDED;
            pending.stream()
                    .limit(allPending ? pending.size() : UNFOLDED)
                    .forEach(each -> add(lines.pending(each, this::show)));
            if (more > 0) {
                add(lines.more(more, allPending, () -> {
                    allPending = !allPending;
                    show();
                }));
            }
        }

        private void addLapsed(List<Loosening> lapsed) {
            boolean folded = lapsed.size() > 1;
            if (folded) {
                add(lines.lapsed(lapsed.size(), allLapsed, () -> close(lapsed), () -> {
                    allLapsed = !allLapsed;
                    show();
                }));
            }
            if (!folded || allLapsed) {
                lapsed.forEach(each -> add(lines.lapsed(each, () -> close(List.of(each)))));
            }
        }

        /** Closes what the person saw, not what lapsed since. */
        private void close(List<Loosening> lapsed) {
            loosenings.close(lapsed.stream().map(Loosening::id).toList());
            show();
        }
    }
}
