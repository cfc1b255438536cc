package org.deviceoffboarding.ask.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Objects;
import java.util.function.Consumer;
import org.deviceoffboarding.ask.question.Interpreter;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.ask.question.Understanding;
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

    private final Interpreter interpreter;
    private final NamedQuestionService questions;
    private final QuestionMarkService marks;
    private final OpenPages openPages;
    private final CurrentActor currentActor;

    SavedQuestionButtons(
            Interpreter interpreter,
            NamedQuestionService questions,
            QuestionMarkService marks,
            OpenPages openPages,
            CurrentActor currentActor) {
        this.interpreter = interpreter;
        this.questions = questions;
        this.marks = marks;
        this.openPages = openPages;
        this.currentActor = currentActor;
    }

    /**
     * Returns the buttons for what was asked. What was not understood in full is not kept: it says why, and offers no more than to be
     * rid of what was saved before.
     *
     * @param named the saved one that it was made of; null where it was made of none
     */
    Component of(Understanding asked, @Nullable NamedQuestion named) {
        Div buttons = new Div();
        buttons.addClassName("buttons");
        show(buttons, asked, named);
        if (named != null) {
            openPages.follow(buttons, QuestionsChanged.class, () -> follow(buttons, asked, named));
        }
        return buttons;
    }

    /** What was changed since the page was opened is no longer what the person looks at: it must not be overwritten by that. */
    private void follow(Div buttons, Understanding asked, NamedQuestion seen) {
        NamedQuestion now = questions.get(seen.id()).orElse(null);
        if (now == null) {
            show(buttons, asked, null);
            buttons.addComponentAsFirst(status(new Text("“" + seen.name() + "” was removed meanwhile.")));
        } else if (now.version() == seen.version()) {
            show(buttons, asked, now);
        } else {
            buttons.removeAll();
            buttons.add(changedMeanwhile(now));
            if (asked.whole()) {
                buttons.add(button("Save as another…", () -> save(asked, this::open)));
            }
        }
    }

    private Paragraph changedMeanwhile(NamedQuestion now) {
        String who = now.changedBy().id().equals(currentActor.get().id())
                ? "You"
                : now.changedBy().name();
        Anchor asItIs = new Anchor(AskLink.path(now.id()), "Open it as it is now");
        asItIs.setRouterIgnore(true); // it may be the address of this page already
        return status(new Text(who + " changed this question meanwhile. "), asItIs);
    }

    private static Paragraph status(Component... words) {
        Paragraph said = new Paragraph(words);
        said.getElement().setAttribute("role", "status");
        return said;
    }

    private void show(Div buttons, Understanding asked, @Nullable NamedQuestion named) {
        buttons.removeAll();
        Question question = asked.question();
        if (question == null || !asked.whole()) {
            showNotKept(buttons, asked, named);
        } else if (named == null) {
            buttons.add(
                    button("Save…", () -> save(asked, this::open)),
                    button("Pin to Overview…", () -> save(asked, this::pinAndOpen)),
                    button("Tell me when the number changes…", () -> save(asked, this::watchAndOpen)));
        } else if (question.equals(interpreter.interpret(named.question(), null).question())) {
            showUnchanged(buttons, asked, named);
        } else {
            if (mayChange(named)) {
                buttons.add(button("Save changes…", () -> change(named, asked)));
            }
            buttons.add(button("Save as another…", () -> save(asked, this::open)));
        }
    }

    private void showUnchanged(Div buttons, Understanding asked, NamedQuestion named) {
        QuestionMarks now = marks.of(named.id());
        buttons.add(
                now.pinned() ? unpin(named) : button("Pin to Overview", () -> pin(named)),
                now.watched() ? unwatch(named) : button("Tell me when the number changes", () -> watch(named)));
        if (mayChange(named)) {
            buttons.add(button("Rename…", () -> change(named, asked)), button("Remove…", () -> remove(named)));
        }
    }

    private void showNotKept(Div buttons, Understanding asked, @Nullable NamedQuestion named) {
        buttons.add(new Paragraph(QuestionRefusedException.NOT_WHOLE));
        if (named == null || !named.question().equals(asked.prompt())) {
            return;
        }
        QuestionMarks now = marks.of(named.id());
        if (now.pinned()) {
            buttons.add(unpin(named));
        }
        if (now.watched()) {
            buttons.add(unwatch(named));
        }
        if (mayChange(named)) {
            buttons.add(button("Remove…", () -> remove(named)));
        }
    }

    private Button unpin(NamedQuestion named) {
        return button("Take off Overview", () -> marks.unpin(named.id()));
    }

    private Button unwatch(NamedQuestion named) {
        return button("Tell me no more", () -> marks.unwatch(named.id()));
    }

    private boolean mayChange(NamedQuestion named) {
        return !named.shared() || currentActor.may(Capability.SHARE_QUESTIONS);
    }

    private void save(Understanding asked, Consumer<NamedQuestion> done) {
        SaveQuestionDialog.adding(
                        worded(asked),
                        currentActor.may(Capability.SHARE_QUESTIONS),
                        (name, shared) -> shared ? questions.share(name, asked) : questions.save(name, asked),
                        done)
                .open();
    }

    private static String worded(Understanding asked) {
        return Objects.requireNonNull(asked.question()).canonical();
    }

    private void change(NamedQuestion named, Understanding asked) {
        SaveQuestionDialog.changing(
                        named,
                        worded(asked),
                        currentActor.may(Capability.SHARE_QUESTIONS),
                        (name, shared) -> changed(named, name, shared, asked),
                        this::open)
                .open();
    }

    private NamedQuestion changed(NamedQuestion named, String name, boolean shared, Understanding asked) {
        if (named.shared()) {
            return questions.changeShared(named, name, asked);
        }
        return shared ? questions.shareOwn(named, name, asked) : questions.change(named, name, asked);
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
