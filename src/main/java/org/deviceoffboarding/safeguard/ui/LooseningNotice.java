package org.deviceoffboarding.safeguard.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.ShellSection;
import org.deviceoffboarding.safeguard.Loosening;
import org.deviceoffboarding.safeguard.LooseningService;
import org.deviceoffboarding.safeguard.LooseningsChanged;
import org.springframework.core.annotation.Order;

/**
 * Says above every page, to owners and approvers, which safeguards are to be loosened until it is so, and what of it lapsed
 * within a day; owners confirm it or take it back.
 */
@org.springframework.stereotype.Component
@Order(14)
class LooseningNotice implements ShellSection {

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

    private class Stack extends Div implements AfterNavigationObserver {

        private final Set<Long> closed = new HashSet<>();
        private transient List<Shown> shown = List.of();

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
            List<Loosening> pending = told ? loosenings.pending() : List.of();
            List<Loosening> lapsed = told ? open(loosenings.lapsed()) : List.of();
            List<Shown> all = Stream.concat(
                            pending.stream().map(each -> new Shown(each, lines.whoConfirms(each))),
                            lapsed.stream().map(each -> new Shown(each, "")))
                    .toList();
            if (!all.equals(shown)) {
                removeAll();
                pending.forEach(each -> add(lines.pending(each, this::show)));
                lapsed.forEach(each -> add(lines.lapsed(each, () -> close(each))));
                setVisible(!all.isEmpty());
            }
            shown = all;
        }

        private List<Loosening> open(List<Loosening> lapsed) {
            return lapsed.stream().filter(each -> !closed.contains(each.id())).toList();
        }

        private void close(Loosening lapsed) {
            closed.add(lapsed.id());
            show();
        }
    }
}
