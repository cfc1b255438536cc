package org.deviceoffboarding.evaluation.effect.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.deviceoffboarding.base.Progress;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.Callout;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.work.LongWork;
import org.deviceoffboarding.evaluation.DecisionsUnreadableException;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunService;

/**
 * What an owner's change would do to the present result, beside the fields that hold it. It is counted beside the page, with a bar where
 * devices are many; whatever is entered next abandons the counting for what was before.
 */
public final class EffectSection extends Composite<Section> {

    private static final String TITLE = "What it would change";

    private final transient RunService runs;
    private final LongWork work = new LongWork();
    private final Div content = new Div();
    private String said = "";

    public EffectSection(RunService runs) {
        this.runs = runs;
        content.addClassName("stack");
        content.getElement().setAttribute("role", "status");
        getContent().add(work, content);
    }

    @Override
    protected Section initContent() {
        return new Section(TITLE);
    }

    /** Says why nothing is counted. What is said already is left alone, so that nobody is told twice. */
    public void say(String sentence) {
        work.abandon();
        if (!sentence.equals(said)) {
            show(List.of(new Paragraph(sentence)));
            said = sentence;
        }
    }

    /**
     * Counts, and shows what came of it.
     *
     * @param result the run whose inventory is judged; nothing before the first
     * @param devices how many that are
     * @param count finds it out; nothing where no run has found anything by then
     * @param lines shows it
     */
    public <E> void count(
            Optional<Run> result,
            long devices,
            Function<Progress, Optional<E>> count,
            Function<E, List<Component>> lines) {
        if (result.isEmpty()) {
            say(runs.orNoAgent("No run has found anything yet, so there is no result that this would change."));
            return;
        }
        show(List.of());
        work.find(
                "Judging the " + Amounts.devices(devices) + " that run "
                        + result.get().id() + " read by what you entered …",
                devices,
                count,
                found -> show(found, lines));
    }

    private <E> void show(Supplier<Optional<E>> found, Function<E, List<Component>> lines) {
        try {
            show(found.get().map(lines).orElse(List.of()));
        } catch (DecisionsUnreadableException e) {
            show(List.of(Callout.attention(
                    "What it would change can't be told now: a custom instruction that is saved is not understood any more, or names a"
                            + " group that no run has read since. Correct it, or run again; then it can.")));
        }
    }

    private void show(List<Component> lines) {
        said = "";
        content.removeAll();
        lines.forEach(content::add);
    }
}
