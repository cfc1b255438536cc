package org.deviceoffboarding.ask.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.function.Consumer;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.ask.saved.NamedQuestion;
import org.deviceoffboarding.ask.saved.NamedQuestionService;
import org.deviceoffboarding.ask.saved.QuestionMarkService;
import org.deviceoffboarding.ask.saved.QuestionMarks;
import org.deviceoffboarding.ask.saved.QuestionRefusedException;
import org.deviceoffboarding.ask.saved.QuestionsChanged;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.OpenPages;
import org.jspecify.annotations.Nullable;

/** Makes the buttons that keep a question: under a name, on Overview, to be told of. */
@org.springframework.stereotype.Component
class SavedQuestionButtons {

    private final NamedQuestionService questions;
    private final QuestionMarkService marks;
    private final OpenPages openPages;
    private final CurrentActor currentActor;

    SavedQuestionButtons(
            NamedQuestionService questions, QuestionMarkService marks, OpenPages openPages, CurrentActor currentActor) {
        this.questions = questions;
        this.marks = marks;
        this.openPages = openPages;
        this.currentActor = currentActor;
    }

    /**
     * Returns the buttons for a question.
     *
     * @param named the saved one that it was made of; null where it was made of none
     */
    Component of(Question question, @Nullable NamedQuestion named) {
        Div buttons = new Div();
        buttons.addClassName("buttons");
        show(buttons, question, named);
        if (named != null) {
            openPages.follow(buttons, QuestionsChanged.class, () -> follow(buttons, question, named));
        }
        return buttons;
    }

    /** What was changed since the page was opened is no longer what the person looks at: it must not be overwritten by that. */
    private void follow(Div buttons, Question question, NamedQuestion seen) {
        NamedQuestion now = questions.get(seen.id()).orElse(null);
        if (now == null || now.version() == seen.version()) {
            show(buttons, question, now);
        } else {
            buttons.removeAll();
            buttons.add(changedMeanwhile(now), button("Save as another…", () -> save(question, this::open)));
        }
    }

    private Paragraph changedMeanwhile(NamedQuestion now) {
        String who = now.changedBy().id().equals(currentActor.get().id())
                ? "You"
                : now.changedBy().name();
        Anchor asItIs = new Anchor(AskLink.path(now.id()), "Open it as it is now");
        asItIs.setRouterIgnore(true); // it may be the address of this page already
        Paragraph said = new Paragraph(new Text(who + " changed this question meanwhile. "), asItIs);
        said.getElement().setAttribute("role", "status");
        return said;
    }

    private void show(Div buttons, Question question, @Nullable NamedQuestion named) {
        buttons.removeAll();
        if (named == null) {
            buttons.add(
                    button("Save…", () -> save(question, this::open)),
                    button("Pin to Overview…", () -> save(question, this::pinAndOpen)),
                    button("Tell me when the number changes…", () -> save(question, this::watchAndOpen)));
            return;
        }
        boolean changed = !named.question().equals(question.canonical());
        if (!changed) {
            marked(named).forEach(buttons::add);
        }
        if (mayChange(named)) {
            buttons.add(button(changed ? "Save changes…" : "Rename…", () -> change(named, question)));
        }
        if (changed) {
            buttons.add(button("Save as another…", () -> save(question, this::open)));
        } else if (mayChange(named)) {
            buttons.add(button("Remove…", () -> remove(named)));
        }
    }

    private List<Button> marked(NamedQuestion named) {
        QuestionMarks now = marks.of(named.id());
        return List.of(
                now.pinned()
                        ? button("Take off Overview", () -> marks.unpin(named.id()))
                        : button("Pin to Overview", () -> pin(named)),
                now.watched()
                        ? button("Tell me no more", () -> marks.unwatch(named.id()))
                        : button("Tell me when the number changes", () -> watch(named)));
    }

    private boolean mayChange(NamedQuestion named) {
        return !named.shared() || currentActor.may(Capability.SHARE_QUESTIONS);
    }

    private void save(Question question, Consumer<NamedQuestion> done) {
        SaveQuestionDialog.adding(
                        question.canonical(),
                        currentActor.may(Capability.SHARE_QUESTIONS),
                        (name, shared) -> shared ? questions.share(name, question) : questions.save(name, question),
                        done)
                .open();
    }

    private void change(NamedQuestion named, Question question) {
        SaveQuestionDialog.changing(
                        named,
                        question.canonical(),
                        currentActor.may(Capability.SHARE_QUESTIONS),
                        (name, shared) -> changed(named, name, shared, question),
                        this::open)
                .open();
    }

    private NamedQuestion changed(NamedQuestion named, String name, boolean shared, Question question) {
        if (named.shared()) {
            return questions.changeShared(named, name, question);
        }
        return shared ? questions.shareOwn(named, name, question) : questions.change(named, name, question);
    }

    private void remove(NamedQuestion named) {
        new RemoveQuestionDialog(
                        named,
                        () -> {
                            if (named.shared()) {
                                questions.removeShared(named);
                            } else {
                                questions.remove(named);
                            }
                        },
                        () -> UI.getCurrent().navigate(AskLink.PATH))
                .open();
    }

    private void open(NamedQuestion saved) {
        UI.getCurrent().navigate(AskLink.path(saved.id()));
    }

    private void pinAndOpen(NamedQuestion saved) {
        pin(saved);
        open(saved);
    }

    private void watchAndOpen(NamedQuestion saved) {
        watch(saved);
        open(saved);
    }

    private void pin(NamedQuestion named) {
        try {
            marks.pin(named.id());
            Notices.info("It is on your Overview, with its number and how that goes.");
        } catch (QuestionRefusedException e) {
            Notices.problem(String.valueOf(e.getMessage()));
        }
    }

    private void watch(NamedQuestion named) {
        try {
            marks.watch(named.id());
            Notices.info("You are told when its number changes, in the way that you chose for notices.");
        } catch (QuestionRefusedException e) {
            Notices.problem(String.valueOf(e.getMessage()));
        }
    }

    private static Button button(String words, Runnable action) {
        Button button = new Button(words, click -> action.run());
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }
}
