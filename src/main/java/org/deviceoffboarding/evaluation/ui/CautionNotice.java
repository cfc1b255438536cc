package org.deviceoffboarding.evaluation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import org.deviceoffboarding.base.ui.shell.ShellSection;
import org.deviceoffboarding.evaluation.RunService;
import org.springframework.core.annotation.Order;

/**
 * Says above every page why the result that pages show may be wrong, until the next one, for those who can do something about
 * it. A {@linkplain FailureNotice failure} since then comes first.
 */
@org.springframework.stereotype.Component
@Order(16)
class CautionNotice implements ShellSection {

    private final RunService runs;
    private final RunStarter starter;
    private final LatestRun latestRun;

    CautionNotice(RunService runs, RunStarter starter, LatestRun latestRun) {
        this.runs = runs;
        this.starter = starter;
        this.latestRun = latestRun;
    }

    @Override
    public Component create() {
        return new Line();
    }

    private Optional<Caution> caution() {
        return starter.allowed() && runs.failedSince().isEmpty()
                ? runs.latestCompleted()
                        .flatMap(run -> Optional.ofNullable(run.caution()).map(said -> new Caution(run.id(), said)))
                : Optional.empty();
    }

    /** @param sentences what speaks against a run's result, and what to do */
    private record Caution(long runId, String sentences) {}

    private class Line extends RunLine<Caution> {

        Line() {
            super(latestRun, CautionNotice.this::caution);
            addClassNames("notice", "notice-attention");
            getElement().setAttribute("role", "status");
        }

        @Override
        void fill(Caution caution) {
            Span sentence = new Span("Result of run " + caution.runId() + ": " + caution.sentences());
            sentence.addClassName("notice-text");
            Anchor link = RunLink.of(caution.runId());
            link.setText("Open run " + caution.runId());
            add(sentence, link);
        }
    }
}
