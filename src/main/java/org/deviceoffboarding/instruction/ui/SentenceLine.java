package org.deviceoffboarding.instruction.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.whole.LongText;
import org.deviceoffboarding.base.ui.whole.WholeList;
import org.deviceoffboarding.instruction.effect.InstructionPreview.Effect;
import org.deviceoffboarding.instruction.language.DidYouMean;
import org.deviceoffboarding.instruction.language.Instruction;
import org.deviceoffboarding.instruction.language.InstructionType;
import org.deviceoffboarding.instruction.language.Sentence;
import org.deviceoffboarding.instruction.language.Sentence.NotUnderstood;
import org.deviceoffboarding.instruction.language.Sentence.Understood;
import org.deviceoffboarding.instruction.lookup.Named;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;

/** One sentence: its canonical wording with what it would leave out, or the words in question with what to do. */
class SentenceLine extends ListItem {

    /** Puts another sentence in the place of one. */
    @FunctionalInterface
    interface Replacement {
        void replace(NotUnderstood problem, String sentence);
    }

    private final Sentence sentence;
    private final Span effect = new Span();
    private final Div named = new Div();
    private final Span picture = new Span();

    SentenceLine(Sentence sentence, String text, Replacement replacement) {
        this.sentence = sentence;
        addClassName("sentence");
        switch (sentence) {
            case Understood understood -> showUnderstood(understood.instruction());
            case NotUnderstood problem -> showProblem(problem, text, replacement);
        }
    }

    void showCounting() {
        effect.setText("Counting devices…");
    }

    void showNoResult() {
        effect.setText("Run the agent once to see how many devices it concerns.");
    }

    void showNotCounted() {
        effect.setText("The devices could not be counted. Change the text to try again.");
    }

    void show(Effect counted, int flagged) {
        if (sentence instanceof Understood understood) {
            effect.setText(words(understood.instruction(), counted, flagged));
        }
    }

    void showLookingUp() {
        if (sentence instanceof Understood understood && names(understood.instruction())) {
            named.removeAll();
            named.add(new Span("Looking up what it names…"));
        }
    }

    /** Says what became of what it names; a sentence that no run could follow is no good one. */
    void showNamed(List<Named> found) {
        named.removeAll();
        found.forEach(each -> named.add(wording(each)));
        if (found.stream().anyMatch(each -> each.state() == Named.State.UNREADABLE)) {
            look(VaadinIcon.EXCLAMATION_CIRCLE_O, "Understood, but no run can follow it", "sentence-bad");
        } else if (found.stream().anyMatch(each -> each.state() != Named.State.FOUND)) {
            look(VaadinIcon.QUESTION_CIRCLE_O, "Understood, but look at what it names", "sentence-doubt");
        } else {
            look(VaadinIcon.CHECK_CIRCLE_O, "Understood", "sentence-good");
        }
    }

    private static Component wording(Named named) {
        Div wording = new Div(new Span(named.sentences()));
        if (!named.unknown().isEmpty()) {
            wording.add(WholeList.of("IDs that are known nowhere", named.unknown())
                    .column("ID", id -> id)
                    .needing(Capability.CHANGE_INSTRUCTIONS)
                    .button("Show all " + Amounts.number(named.unknown().size()), "unknown-ids.csv"));
        }
        wording.addClassName("wrap");
        if (named.state() == Named.State.UNREADABLE) {
            wording.addClassName("sentence-bad");
        }
        return wording;
    }

    private static boolean names(Instruction instruction) {
        return instruction.criteria().stream()
                .map(Criterion::type)
                .anyMatch(
                        type -> type == ConditionType.GROUP || type == ConditionType.USER || type == ConditionType.IDS);
    }

    private void look(VaadinIcon icon, String meaning, String className) {
        picture.removeAll();
        picture.add(icon(icon, meaning, className));
    }

    private void showUnderstood(Instruction instruction) {
        LongText wording = new LongText(instruction.canonical() + ".", "sentence");
        effect.addClassName("dim");
        named.addClassNames("two-lines", "dim");
        Div all = new Div(wording, effect, named);
        all.addClassName("two-lines");
        look(VaadinIcon.CHECK_CIRCLE_O, "Understood", "sentence-good");
        add(picture, all);
    }

    private void showProblem(NotUnderstood problem, String text, Replacement replacement) {
        Span reason = new Span(problem.reason());
        reason.addClassName("wrap");
        Div all = new Div(Excerpt.of(problem, text), reason);
        all.addClassName("two-lines");
        DidYouMean.nearest(problem).forEach(nearest -> all.add(offer(problem, nearest, replacement)));
        add(icon(VaadinIcon.EXCLAMATION_CIRCLE_O, "Not understood", "sentence-bad"), all);
    }

    private static Component offer(NotUnderstood problem, String nearest, Replacement replacement) {
        Button use = new Button("Use this", click -> replacement.replace(problem, nearest));
        use.addThemeVariants(ButtonVariant.SMALL);
        use.setAriaLabel("Use this: " + nearest);
        Span wording = new Span("Did you mean “" + nearest + "”?");
        wording.addClassName("wrap");
        Div offer = new Div(wording, use);
        offer.addClassName("sentence-offer");
        return offer;
    }

    private static String words(Instruction instruction, Effect counted, int flagged) {
        if (!instruction.groups().isEmpty()) {
            return "The members of the group are read by the next run; devices cannot be counted before.";
        }
        String of =
                Amounts.number(counted.fits()) + " of " + Amounts.count(flagged, "flagged device", "flagged devices");
        String words = (instruction.type() == InstructionType.EXCLUDE ? "Leaves out " : "Keeps only ") + of + ".";
        return counted.unknown() == 0
                ? words
                : words + " Of " + Amounts.number(counted.unknown()) + " "
                        + (instruction.asksForActivity() ? "the last activity" : "the user")
                        + " is not known, so it does not fit them.";
    }

    private static Component icon(VaadinIcon picture, String meaning, String className) {
        Icon icon = picture.create();
        icon.addClassNames("sentence-icon", className);
        icon.getElement().setAttribute("role", "img");
        icon.getElement().setAttribute("aria-label", meaning);
        return icon;
    }
}
