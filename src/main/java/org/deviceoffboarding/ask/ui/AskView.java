package org.deviceoffboarding.ask.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.Route;
import java.util.Optional;
import java.util.Set;
import org.deviceoffboarding.ask.question.Interpreter;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.ask.question.Understanding;
import org.deviceoffboarding.ask.saved.NamedQuestion;
import org.deviceoffboarding.ask.saved.NamedQuestionService;
import org.deviceoffboarding.ask.saved.QuestionHistoryService;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.TextLimits;
import org.deviceoffboarding.base.ui.EmptyState;
import org.deviceoffboarding.base.ui.PageHeader;
import org.deviceoffboarding.base.ui.ResultPage;
import org.deviceoffboarding.base.ui.TableState;
import org.jspecify.annotations.Nullable;

/**
 * Questions in a person's own words. What is asked stands in the address: a prompt, which may narrow what was asked before; or the
 * number of a saved question, with a prompt where it is being changed.
 */
@Route(AskLink.PATH)
@Menu(order = 33.5, title = "Ask", icon = "vaadin:comment-ellipsis-o")
@May(Capability.READ)
class AskView extends Composite<Div>
        implements HasUrlParameter<Long>, BeforeEnterObserver, HasDynamicTitle, ResultPage {

    private static final int MOST_IN_TITLE = 60;

    private final transient Interpreter interpreter;
    private final transient PromptCompletions completions;
    private final transient NamedQuestionService questions;
    private final transient QuestionHistoryService history;
    private final transient AskStart start;
    private final transient AnswerPages answers;
    private @Nullable Long number;
    private String title = "Ask";

    AskView(
            Interpreter interpreter,
            PromptCompletions completions,
            NamedQuestionService questions,
            QuestionHistoryService history,
            AskStart start,
            AnswerPages answers) {
        this.interpreter = interpreter;
        this.completions = completions;
        this.questions = questions;
        this.history = history;
        this.start = start;
        this.answers = answers;
        getContent().addClassName("page-content");
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter @Nullable Long number) {
        this.number = number;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String prompt = parameter(event, AskLink.PROMPT);
        Optional<NamedQuestion> named = Optional.ofNullable(number).flatMap(questions::get);
        getContent().removeAll();
        if (number != null && named.isEmpty()) {
            showNoSuch();
        } else if (prompt.isEmpty() && named.isEmpty()) {
            showStart();
        } else {
            show(event, prompt, named.orElse(null));
        }
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public boolean followsByItself() {
        return true;
    }

    private static String parameter(BeforeEnterEvent event, String name) {
        return event.getLocation()
                .getQueryParameters()
                .getSingleParameter(name)
                .map(String::strip)
                .map(text -> TextLimits.cut(text, Interpreter.LONGEST))
                .orElse("");
    }

    private void showNoSuch() {
        title = "Ask";
        getContent()
                .add(EmptyState.ofPage(
                        "There is no such question",
                        "It was removed, or somebody else keeps it for themselves.",
                        new Anchor(AskLink.PATH, "Ask another")));
    }

    private void showStart() {
        title = "Ask";
        getContent().add(new PageHeader("Ask"), field("", null));
        start.sections().forEach(getContent()::add);
    }

    private void show(BeforeEnterEvent event, String typed, @Nullable NamedQuestion named) {
        String prompt = typed.isEmpty() && named != null ? named.question() : typed;
        Question before = before(parameter(event, AskLink.BEFORE));
        Understanding read = interpreter.interpret(prompt, before);
        if (!typed.isEmpty()) {
            history.note(typed);
        }
        title = named == null ? TextLimits.shorten(prompt, MOST_IN_TITLE) : named.name();
        getContent()
                .add(
                        new PageHeader(named == null ? "Ask" : named.name()),
                        field(prompt, read.question()),
                        answers.of(
                                read,
                                named,
                                TableState.within(event, Set.of(AskLink.PROMPT, AskLink.BEFORE)),
                                corrected -> AskLink.open(corrected, before)));
    }

    private @Nullable Question before(String wording) {
        return wording.isEmpty() ? null : interpreter.interpret(wording, null).question();
    }

    /** What is asked next can narrow what is shown; where it stands by itself its address says nothing else. */
    private PromptField field(String prompt, @Nullable Question shown) {
        PromptField field = new PromptField("Ask about your devices", prompt, completions::of, asked -> {
            boolean alone =
                    shown == null || interpreter.interpret(asked, shown).equals(interpreter.interpret(asked, null));
            AskLink.open(asked, alone ? null : shown);
        });
        field.lead();
        return field;
    }
}
