package org.deviceoffboarding.instruction.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.whole.WholeList;
import org.deviceoffboarding.base.ui.work.LongWork;
import org.deviceoffboarding.instruction.effect.InstructionPreview;
import org.deviceoffboarding.instruction.effect.InstructionPreviews;
import org.deviceoffboarding.instruction.language.Instruction;
import org.deviceoffboarding.instruction.language.InstructionText;
import org.deviceoffboarding.instruction.language.Sentence;
import org.deviceoffboarding.instruction.lookup.InstructionLookups;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How each sentence was understood. What they would leave out of the present inventory is counted beside the page, with a bar where devices
 * are many; a newer text abandons the counting for an older one.
 */
class UnderstoodSection extends Composite<Section> {

    private static final Logger log = LoggerFactory.getLogger(UnderstoodSection.class);

    /** More would make the page slow, and nobody reads on. */
    private static final int SHOWN = 200;

    private final transient InstructionPreviews previews;
    private final transient NamedFeedback named;
    private final transient SentenceLine.Replacement replacement;
    private final UnorderedList lines = new UnorderedList();
    private final Paragraph summary = new Paragraph();
    private final LongWork work = new LongWork();
    private final transient Map<Integer, SentenceLine> understood = new HashMap<>();
    private transient InstructionText shown = InstructionText.parse("");
    private transient @Nullable UI window;

    UnderstoodSection(InstructionPreviews previews, InstructionLookups lookups, SentenceLine.Replacement replacement) {
        this.previews = previews;
        this.named = new NamedFeedback(lookups);
        this.replacement = replacement;
        lines.addClassNames("plain-list", "sentences");
        summary.addClassName("sentence-summary");
        summary.getElement().setAttribute("role", "status");
        getContent().add(summary, work, lines);
    }

    @Override
    protected Section initContent() {
        return new Section("How they are understood");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        window = event.getUI();
        count();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        window = null;
        named.abandon();
    }

    void show(InstructionText text) {
        shown = text;
        lines.removeAll();
        understood.clear();
        int position = 0;
        boolean many = areMany(text);
        for (Sentence sentence : text.sentences()) {
            boolean good = sentence instanceof Sentence.Understood;
            if (lines.getComponentCount() < SHOWN && !(many && good)) { // of very many those in question count
                SentenceLine line = new SentenceLine(sentence, text.text(), replacement);
                lines.add(line);
                if (good) {
                    understood.put(position, line);
                }
            }
            position += good ? 1 : 0;
        }
        if (many) {
            lines.add(new ListItem(
                    new Span("Of more than " + SHOWN + " sentences only those that are not understood are shown. "),
                    whole(text)));
        }
        summary.setText(summary(text, null));
        count();
    }

    private static boolean areMany(InstructionText text) {
        return text.sentences().size() > SHOWN;
    }

    private static Button whole(InstructionText text) {
        return WholeList.of("All sentences", text.sentences())
                .column("Understood", sentence -> sentence instanceof Sentence.Understood ? "Yes" : "No")
                .column("How, or why not", UnderstoodSection::words)
                .needing(Capability.CHANGE_INSTRUCTIONS)
                .button("Show all " + Amounts.number(text.sentences().size()), "instructions.csv");
    }

    private static String words(Sentence sentence) {
        return switch (sentence) {
            case Sentence.Understood understood -> understood.instruction().canonical();
            case Sentence.NotUnderstood problem -> problem.reason();
        };
    }

    private void count() {
        named.abandon();
        UI ui = window;
        if (ui == null || shown.instructions().isEmpty()) {
            work.abandon();
            return;
        }
        List<Instruction> wanted = shown.instructions();
        boolean apart = !areMany(shown);
        understood.values().forEach(SentenceLine::showCounting);
        named.start(ui, wanted, understood);
        work.find(
                "Counting the devices that they leave out …",
                previews.looksAt(),
                progress -> previews.of(wanted, apart, progress),
                this::showCounted);
    }

    private void showCounted(Supplier<Optional<InstructionPreview>> counted) {
        Optional<InstructionPreview> preview;
        try {
            preview = counted.get();
        } catch (RuntimeException e) {
            log.atWarn().setCause(e).log("The preview of instructions failed");
            understood.values().forEach(SentenceLine::showNotCounted);
            return;
        }
        show(preview);
    }

    private void show(Optional<InstructionPreview> preview) {
        understood.forEach((position, line) -> preview.ifPresentOrElse(
                counted -> line.show(counted.effects().get(position), counted.flagged()), line::showNoResult));
        summary.setText(summary(shown, preview.orElse(null)));
    }

    private static String summary(InstructionText text, @Nullable InstructionPreview preview) {
        int problems = text.problems().size();
        if (text.sentences().isEmpty()) {
            return "No instructions: runs suggest every flagged device that no other rule leaves out.";
        }
        if (problems > 0) {
            return Amounts.count(problems, "sentence is", "sentences are")
                    + " not understood. Nothing can be saved until each is corrected or removed.";
        }
        return preview == null
                ? "All " + Amounts.count(text.sentences().size(), "sentence is", "sentences are") + " understood."
                : "Together they leave out " + Amounts.number(preview.leftOut()) + " of "
                        + Amounts.count(preview.flagged(), "device", "devices") + " that run " + preview.runId()
                        + " found; " + Amounts.number(preview.flagged() - preview.leftOut()) + " would be suggested.";
    }
}
