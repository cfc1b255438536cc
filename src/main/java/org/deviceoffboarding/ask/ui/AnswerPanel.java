package org.deviceoffboarding.ask.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.deviceoffboarding.ask.answer.Answer;
import org.deviceoffboarding.ask.answer.ComparedAnswer;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.EmptyState;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.TableState;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.inventory.DeviceFilter;
import org.deviceoffboarding.inventory.criterion.DeviceCondition;
import org.deviceoffboarding.inventory.ui.DeviceTable;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;

/**
 * One answer, and behind its summary how the question was understood: who acts on an answer has seen what it answers. Shown again with
 * what it is now, the table of its devices stays where it was, with what is selected in it; all else of the answer is made anew.
 */
class AnswerPanel extends Div {

    private static final DeviceFilter NOTHING = DeviceFilter.of(new DeviceCondition.Any(List.of()));

    private final transient AnswerParts parts;
    private final boolean whole;
    private final transient TableState state;
    private final Div summarized = stacked();
    private final Div acted = stacked();
    private final Div said = stacked();
    private final Div listed = stacked();
    private final Div further = stacked();
    private transient @Nullable Answer shown;
    private transient @Nullable DeviceTable list;

    /**
     * @param whole whether all of the prompt was understood; else nothing can be done with all devices of the answer
     * @param understood how the question was understood
     * @param state of the table of devices, in the address of the page
     */
    AnswerPanel(AnswerParts parts, boolean whole, Component understood, TableState state) {
        this.parts = parts;
        this.whole = whole;
        this.state = state;
        addClassName("stack");
        add(summarized, understood, acted, said, listed, further);
    }

    /** Shows an answer, or the same one as it is now. */
    void show(Answer answer) {
        shown = answer;
        summarized.removeAll();
        acted.removeAll();
        said.removeAll();
        further.removeAll();
        if (!answer.near().isEmpty()) {
            summarized.add(new NearNotice(answer.near()));
        }
        switch (answer) {
            case Answer.Devices devices -> showDevices(devices);
            case Answer.Groups groups -> showGroups(groups);
            case Answer.Single single -> showSingle(single);
            case Answer.None none -> showNone(none);
        }
        if (!answer.further().isEmpty()) {
            further.add(further(answer.further()));
        }
    }

    private void showDevices(Answer.Devices answer) {
        summarized.add(summary(answer.summary(), answer.basis(), answer.notes()));
        addActions(answer.question(), answer.basis(), answer.count(), answer.devices());
        if (!answer.factors().isEmpty()) {
            said.add(new AnswerFactors(answer.factors()));
        }
        if (!answer.playbooks().isEmpty()) {
            said.add(new AnswerSteps(answer.playbooks()));
        }
        addComparison(answer.comparison());
        showList(answer.count(), answer.order());
    }

    private void showGroups(Answer.Groups answer) {
        summarized.add(summary(answer.summary(), answer.basis(), answer.notes()));
        addActions(answer.question(), answer.basis(), answer.count(), answer.devices());
        if (!answer.groups().isEmpty()) {
            said.add(new AnswerGroups(answer));
        }
        addComparison(answer.comparison());
        showList(answer.count(), Sort.unsorted());
    }

    private void showSingle(Answer.Single answer) {
        summarized.add(summary(answer.summary(), answer.basis(), answer.notes()));
        SingleAnswer.sections(answer, parts.clock()).forEach(said::add);
        hideList();
    }

    private void showNone(Answer.None answer) {
        summarized.add(new EmptyState("There is no answer", answer.why()));
        answer.notes().forEach(note -> summarized.add(new Paragraph(note)));
        hideList();
    }

    private Section summary(String sentence, Answer.Basis basis, List<String> notes) {
        Paragraph lead = new Paragraph(sentence);
        lead.addClassName("answer-summary");
        lead.getElement().setAttribute("role", "status");
        Paragraph source = new Paragraph("From the result of run " + basis.runId() + ", read from the tenant "
                + TimeDisplay.shortly(basis.readAt(), parts.clock().instant(), TimeDisplay.zone())
                + ", with what the portal did since.");
        source.addClassName("dim");
        Section section = new Section("Summary", lead);
        notes.forEach(note -> section.add(new Paragraph(note)));
        section.add(source);
        return section;
    }

    private void addActions(Question question, Answer.Basis basis, long count, DeviceFilter found) {
        parts.actions()
                .of(question, basis, count, found, whole)
                .ifPresent(actions -> acted.add(new Section("Go on with this answer", actions)));
    }

    /** Where nothing can be compared, the summary says why. */
    private void addComparison(@Nullable ComparedAnswer comparison) {
        if (comparison != null && comparison.problem() == null) {
            said.add(new AnswerComparison(comparison, parts.clock()));
        }
    }

    /** The table asks for the devices of the answer that is shown by then. Of none there is no table: the summary says so. */
    private void showList(long count, Sort order) {
        if (count == 0) {
            hideList();
            return;
        }
        if (list == null) {
            DeviceTable made = parts.lists().create();
            if (!whole) {
                made.offerNoActions();
            }
            made.addClassName("devices-in-suggestion");
            listed.add(new Section("Devices", made.show(state, this::devices, order, "answer.csv")));
            list = made;
        } else {
            list.refresh();
        }
        listed.setVisible(true);
    }

    private void hideList() {
        listed.setVisible(false);
    }

    private DeviceFilter devices() {
        return switch (shown) {
            case Answer.Devices answer -> answer.devices();
            case Answer.Groups answer -> answer.devices();
            case null, default -> NOTHING;
        };
    }

    private static Section further(List<Answer.FurtherQuestion> questions) {
        UnorderedList links = new UnorderedList();
        links.addClassName("plain-list");
        questions.forEach(each -> {
            String wording = each.question().canonical();
            links.add(new ListItem(
                    new Anchor(AskLink.path(wording), wording),
                    new Span(" (" + Amounts.devices(each.devices()) + ")")));
        });
        return new Section("Ask further", links);
    }

    private static Div stacked() {
        Div stack = new Div();
        stack.addClassName("stack");
        return stack;
    }
}
