package org.deviceoffboarding.ask.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.stream.Stream;
import org.deviceoffboarding.ask.saved.PinnedQuestion;
import org.deviceoffboarding.ask.saved.QuestionMarkService;
import org.deviceoffboarding.ask.saved.QuestionNumber;
import org.deviceoffboarding.ask.saved.QuestionsChanged;
import org.deviceoffboarding.ask.saved.QuestionsCounted;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.OverviewSection;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.Tile;
import org.springframework.core.annotation.Order;

/** Where people ask from Overview, with the questions that they have pinned: each with its number, and how that went. */
@org.springframework.stereotype.Component
@Order(5)
class AskSection implements OverviewSection {

    private final PromptCompletions completions;
    private final QuestionMarkService marks;
    private final OpenPages openPages;

    AskSection(PromptCompletions completions, QuestionMarkService marks, OpenPages openPages) {
        this.completions = completions;
        this.marks = marks;
        this.openPages = openPages;
    }

    @Override
    public Component create() {
        PromptField prompt = new PromptField("Ask about your devices", "", completions::of, AskLink::open);
        Div pinned = new Div();
        pinned.addClassName("tiles");
        show(pinned);
        openPages.follow(pinned, List.of(QuestionsChanged.class, QuestionsCounted.class), () -> show(pinned));
        return new Section("Ask", prompt, pinned).withSuffix(new Anchor(AskLink.PATH, "Examples and saved questions"));
    }

    private void show(Div tiles) {
        tiles.removeAll();
        marks.pinned().forEach(pinned -> tiles.add(tile(pinned)));
        tiles.setVisible(tiles.getComponentCount() > 0);
    }

    private static Component tile(PinnedQuestion pinned) {
        Tile tile = new Tile(pinned.question().name(), number(pinned), note(pinned));
        List<Long> numbers = pinned.numbers().stream()
                .flatMap(number -> Stream.ofNullable(number.devices()))
                .toList();
        if (numbers.size() > 1) {
            tile.add(new SmallTrend(numbers));
        }
        return tile.linkingTo(AskLink.path(pinned.question().id()));
    }

    private static String number(PinnedQuestion pinned) {
        return pinned.newest().map(QuestionNumber::devices).map(Amounts::number).orElse("–");
    }

    private static String note(PinnedQuestion pinned) {
        return pinned.newest()
                .map(newest -> newest.problem() == null ? "in the result of run " + newest.runId() : newest.problem())
                .orElse("not counted yet");
    }
}
