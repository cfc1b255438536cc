package org.deviceoffboarding.evaluation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import java.util.Optional;
import org.deviceoffboarding.base.ui.ResultPage;
import org.deviceoffboarding.base.ui.shell.ShellSection;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;

/** Says above every open page that shows what a run found when a newer run replaces that, with the way to the new one. */
@org.springframework.stereotype.Component
@Order(17)
class NewerResultNotice implements ShellSection {

    private final ResultNews news;

    NewerResultNotice(ResultNews news) {
        this.news = news;
    }

    @Override
    public Component create() {
        return new Line(news);
    }

    private static class Line extends Div implements AfterNavigationObserver, BeforeLeaveObserver {

        private final transient ResultNews news;
        private transient @Nullable ResultPage page;
        private long opened;

        Line(ResultNews news) {
            this.news = news;
            this.opened = news.result();
            addClassNames("notice", "notice-attention");
            getElement().setAttribute("role", "status");
            setVisible(false);
            news.follow(this, this::show);
            addAttachListener(attached -> show());
        }

        /** The next page may read what it shows from now on; what counts only after that is news to it. */
        @Override
        public void beforeLeave(BeforeLeaveEvent event) {
            opened = news.result();
        }

        @Override
        public void afterNavigation(AfterNavigationEvent event) {
            page = event.getActiveChain().stream()
                    .filter(ResultPage.class::isInstance)
                    .map(ResultPage.class::cast)
                    .findFirst()
                    .orElse(null);
            show();
        }

        private void show() {
            long result = news.result();
            boolean replaced = page != null && result != opened && !page.shows(result);
            removeAll();
            setVisible(replaced);
            if (replaced && page != null) {
                fill(page);
            }
        }

        private void fill(ResultPage replaced) {
            boolean shownAlready = replaced.followsByItself();
            Span sentence = new Span(sentence(shownAlready));
            sentence.addClassName("notice-text");
            add(sentence);
            Optional<Component> way = news.result() == 0
                    ? Optional.of(new Anchor("", "Go to Overview"))
                    : replaced.newest().map(Component.class::cast);
            add(
                    shownAlready
                            ? new Button("Close", click -> close())
                            : way.orElseGet(() -> new Button(
                                    "Show the new result",
                                    click -> UI.getCurrent().refreshCurrentRoute(false))));
        }

        private String sentence(boolean shownAlready) {
            String shown = shownAlready ? " This page shows it now." : "";
            if (news.result() == 0) {
                return "The agent was removed, with all that it had found." + shown;
            }
            return opened == 0
                    ? "There is a first result, of " + news.time() + "." + shown
                    : "A newer run of " + news.time() + " replaced "
                            + (shownAlready ? "the result." + shown : "this result.");
        }

        private void close() {
            opened = news.result();
            show();
        }
    }
}
