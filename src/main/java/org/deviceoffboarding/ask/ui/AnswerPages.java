package org.deviceoffboarding.ask.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.deviceoffboarding.ask.answer.AnswerService;
import org.deviceoffboarding.ask.question.Interpreter;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.ask.question.Understanding;
import org.deviceoffboarding.ask.saved.NamedQuestion;
import org.deviceoffboarding.ask.saved.NamedQuestionService;
import org.deviceoffboarding.ask.saved.QuestionNumber;
import org.deviceoffboarding.base.DeviceNews;
import org.deviceoffboarding.base.PageNews;
import org.deviceoffboarding.base.ui.Chart;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.TableState;
import org.deviceoffboarding.base.ui.work.LongWork;
import org.deviceoffboarding.evaluation.JudgingChanged;
import org.deviceoffboarding.evaluation.ResultForgotten;
import org.deviceoffboarding.inventory.InventoryReplaced;
import org.deviceoffboarding.suggestion.SuggestionsChanged;
import org.deviceoffboarding.task.TasksChanged;
import org.jspecify.annotations.Nullable;

/** Makes what stands below a prompt: what was missed of it, the answer, how it was understood, and what can be kept of it. */
@org.springframework.stereotype.Component
class AnswerPages {

    /** What an answer says may be something else after each of these. */
    private static final List<Class<? extends PageNews>> CHANGING = List.of(
            InventoryReplaced.class,
            DeviceNews.class,
            ResultForgotten.class,
            JudgingChanged.class,
            SuggestionsChanged.class,
            TasksChanged.class);

    private static final int RESULTS = 24;

    private final Interpreter interpreter;
    private final AnswerService answers;
    private final AnswerParts parts;
    private final SavedQuestionButtons saved;
    private final NamedQuestionService questions;
    private final OpenPages openPages;

    AnswerPages(
            Interpreter interpreter,
            AnswerService answers,
            AnswerParts parts,
            SavedQuestionButtons saved,
            NamedQuestionService questions,
            OpenPages openPages) {
        this.interpreter = interpreter;
        this.answers = answers;
        this.parts = parts;
        this.saved = saved;
        this.questions = questions;
        this.openPages = openPages;
    }

    /**
     * Returns it.
     *
     * @param named the saved question that this was made of; null where it was made of none
     * @param correction asks another prompt in the place of this
     */
    Component of(
            Understanding read, @Nullable NamedQuestion named, TableState state, MissedNotice.Correction correction) {
        Div page = new Div();
        page.addClassName("stack");
        if (!read.missed().isEmpty()) {
            page.add(new MissedNotice(read, correction));
        }
        if (read.apart()) {
            page.add(new ApartNotice(read, correction));
        }
        Question question = read.question();
        if (question == null) {
            page.add(nearest(read, named));
            if (named != null) {
                page.add(new Section("Keep this question", saved.of(read, named)));
            }
        } else {
            Component understood =
                    new UnderstoodPrompt(read, question, interpreter, other -> AskLink.open(other, idOf(named)));
            page.add(answered(question, read.whole(), understood, state));
            if (!question.wish().single()) {
                page.add(new Section("Keep this question", saved.of(read, named)));
            }
            overTime(question, named).ifPresent(page::add);
        }
        return page;
    }

    private static @Nullable Long idOf(@Nullable NamedQuestion named) {
        return named == null ? null : named.id();
    }

    private Component answered(Question question, boolean whole, Component understood, TableState state) {
        AnswerPanel panel = new AnswerPanel(parts, whole, understood, state);
        LongWork work = new LongWork();
        Div both = new Div(work, panel);
        answer(question, panel, work);
        openPages.follow(both, CHANGING, () -> answer(question, panel, work));
        return both;
    }

    private void answer(Question question, AnswerPanel panel, LongWork work) {
        work.find(
                "The answer is computed.",
                parts.actions().size(question),
                progress -> answers.answer(question),
                answer -> panel.show(answer.get()));
    }

    private static Component nearest(Understanding read, @Nullable NamedQuestion named) {
        Section section = new Section("What can be asked");
        if (named != null) {
            section.add(
                    new Paragraph(
                            "This question was saved in words that this version no longer understands. Ask it anew, then save that."));
        }
        if (read.nearest().isEmpty()) {
            section.add(new Paragraph(
                    "Ask for devices by what is known of them: a platform, a person, a time without activity, why they are"
                            + " flagged."));
        } else {
            UnorderedList list = new UnorderedList();
            list.addClassName("plain-list");
            read.nearest().forEach(wording -> list.add(new ListItem(AskLink.of(wording))));
            section.add(new Paragraph("These are the nearest questions that can be answered:"), list);
        }
        return section.withSuffix(new Anchor(AskLink.PATH, "Examples"));
    }

    /** Only as long as it is the question that was counted. */
    private Optional<Component> overTime(Question question, @Nullable NamedQuestion named) {
        if (named == null
                || !question.equals(
                        interpreter.interpret(named.question(), null).question())) {
            return Optional.empty();
        }
        List<QuestionNumber> numbers = questions.numbers(named.id(), RESULTS);
        List<Component> content = new ArrayList<>();
        if (!numbers.isEmpty() && numbers.getLast().problem() != null) {
            content.add(new Paragraph("Run " + numbers.getLast().runId() + ": "
                    + numbers.getLast().problem()));
        }
        List<Chart.Bar> bars = numbers.stream()
                .filter(number -> number.devices() != null)
                .map(AnswerPages::bar)
                .toList();
        if (bars.size() > 1) {
            content.add(new Chart("Devices by run", List.of("Devices"), bars).line());
        }
        return content.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section("Over time", content.toArray(Component[]::new)));
    }

    private static Chart.Bar bar(QuestionNumber number) {
        return new Chart.Bar("Run " + number.runId(), List.of(Objects.requireNonNull(number.devices())));
    }
}
