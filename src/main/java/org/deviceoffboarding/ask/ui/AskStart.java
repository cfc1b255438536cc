package org.deviceoffboarding.ask.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Clock;
import java.util.List;
import org.deviceoffboarding.agent.AgentChanged;
import org.deviceoffboarding.agent.AgentIdentity;
import org.deviceoffboarding.ask.saved.AskedQuestion;
import org.deviceoffboarding.ask.saved.NamedQuestion;
import org.deviceoffboarding.ask.saved.NamedQuestionService;
import org.deviceoffboarding.ask.saved.QuestionHistoryService;
import org.deviceoffboarding.ask.saved.QuestionsChanged;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.EmptyState;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.Pill;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.base.ui.work.LongWork;
import org.deviceoffboarding.inventory.DeviceFilter;
import org.deviceoffboarding.inventory.DeviceService;
import org.deviceoffboarding.inventory.InventoryReplaced;

/** What the page shows where nothing is asked yet: examples that find something, what is saved, what the person asked before. */
@org.springframework.stereotype.Component
class AskStart {

    private static final int ASKED_SHOWN = 20;

    private final AskExamples examples;
    private final NamedQuestionService questions;
    private final QuestionHistoryService history;
    private final DeviceService devices;
    private final AgentIdentity agent;
    private final OpenPages openPages;
    private final Clock clock;

    AskStart(
            AskExamples examples,
            NamedQuestionService questions,
            QuestionHistoryService history,
            DeviceService devices,
            AgentIdentity agent,
            OpenPages openPages,
            Clock clock) {
        this.examples = examples;
        this.questions = questions;
        this.history = history;
        this.devices = devices;
        this.agent = agent;
        this.openPages = openPages;
        this.clock = clock;
    }

    List<Component> sections() {
        Div tried = stack();
        showExamples(tried);
        openPages.follow(tried, List.of(InventoryReplaced.class, AgentChanged.class), () -> showExamples(tried));
        Div saved = stack();
        showSaved(saved);
        openPages.follow(saved, QuestionsChanged.class, () -> showSaved(saved));
        Div asked = stack();
        showAsked(asked);
        return List.of(new Section("Try one of these", tried), new Section("Saved questions", saved), asked);
    }

    private void showExamples(Div content) {
        content.removeAll();
        if (devices.result() == 0) {
            content.add(
                    new EmptyState(
                            "No result yet",
                            "Answers are computed from what a run has read. "
                                    + (agent.present()
                                            ? "Start one on Overview."
                                            : "No run can start, since no agent is set up: an owner does that under Settings.")));
            return;
        }
        LongWork work = new LongWork();
        content.add(work);
        work.find(
                "It is looked up which examples find something.",
                devices.count(DeviceFilter.NONE),
                examples::now,
                found -> content.add(list(found.get())));
    }

    private static Component list(List<AskExamples.Example> found) {
        if (found.isEmpty()) {
            return new Paragraph(
                    "None of the usual questions finds a device of yours. Ask for a platform, a person or a time.");
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("plain-list");
        found.forEach(example -> list.add(line(AskLink.of(example.prompt()), Amounts.devices(example.devices()))));
        return list;
    }

    private void showSaved(Div content) {
        content.removeAll();
        List<NamedQuestion> all = questions.all();
        if (all.isEmpty()) {
            content.add(
                    new Paragraph(
                            "Nobody has saved one that you see. An answer can be saved under a name, for you or for everybody."));
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("plain-list");
        all.forEach(question -> {
            ListItem line = line(new Anchor(AskLink.path(question.id()), question.name()), question.question());
            if (question.shared()) {
                line.add(Pill.neutral("shared"));
            }
            list.add(line);
        });
        content.add(list);
    }

    private void showAsked(Div content) {
        content.removeAll();
        List<AskedQuestion> asked = history.own(ASKED_SHOWN);
        if (!asked.isEmpty()) {
            UnorderedList list = new UnorderedList();
            list.addClassName("plain-list");
            asked.forEach(each -> list.add(line(
                    AskLink.of(each.prompt()),
                    TimeDisplay.shortly(each.askedAt(), clock.instant(), TimeDisplay.zone()))));
            Button clear = new Button("Forget what I asked", click -> {
                history.clear();
                showAsked(content);
            });
            clear.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
            content.add(new Section("You asked lately", list).withSuffix(clear));
        }
    }

    private static ListItem line(Anchor link, String about) {
        link.addClassName("wrap");
        Span beside = new Span(about);
        beside.addClassNames("dim", "wrap");
        Div both = new Div(link, beside);
        both.addClassName("two-lines");
        return new ListItem(both);
    }

    private static Div stack() {
        Div stack = new Div();
        stack.addClassName("stack");
        return stack;
    }
}
