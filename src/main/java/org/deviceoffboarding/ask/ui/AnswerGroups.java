package org.deviceoffboarding.ask.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.deviceoffboarding.ask.answer.Answer;
import org.deviceoffboarding.ask.question.QuestionWording;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.Chart;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.transfer.CsvDownload;
import org.deviceoffboarding.base.ui.transfer.RowsAsOf;

/** How many devices there are of each value: as bars where they are few, and as a table, each with the way to its devices. */
class AnswerGroups extends Section {

    /** More are read as a table. */
    private static final int MOST_BARS = 12;

    private static final String NOT_KNOWN = "not known";

    /** @param answer with at least one group */
    AnswerGroups(Answer.Groups answer) {
        super("Groups");
        if (answer.groups().size() <= MOST_BARS) {
            add(chart(answer));
        }
        add(table(answer));
        if (answer.more()) {
            add(new Paragraph("There are more groups than these. Narrow the question to see the others."));
        }
        withSuffix(export(answer));
    }

    private static Component chart(Answer.Groups answer) {
        return new Chart(
                        "Devices by " + String.join(" and ", titles(answer)),
                        List.of("Devices"),
                        answer.groups().stream()
                                .map(group -> new Chart.Bar(words(group), List.of(group.devices())))
                                .toList())
                .lying();
    }

    private static Component table(Answer.Groups answer) {
        Grid<Answer.Group> rows = new Grid<>();
        List<String> titles = titles(answer);
        IntStream.range(0, titles.size())
                .forEach(at -> rows.addComponentColumn(group -> value(group, at))
                        .setHeader(capital(titles.get(at)))
                        .setComparator(group -> label(group, at))
                        .setSortable(true));
        rows.addColumn(group -> Amounts.number(group.devices()))
                .setHeader("Devices")
                .setComparator(Answer.Group::devices)
                .setSortable(true)
                .setWidth("120px")
                .setFlexGrow(0);
        rows.setItems(answer.groups());
        rows.setAllRowsVisible(answer.groups().size() <= MOST_BARS);
        return rows;
    }

    private static Component value(Answer.Group group, int at) {
        String label = label(group, at);
        return group.narrowed() == null || at > 0
                ? new Span(label)
                : new Anchor(AskLink.path(group.narrowed().canonical()), label);
    }

    private static String label(Answer.Group group, int at) {
        String label = group.labels().get(at);
        return label.isBlank() ? NOT_KNOWN : label;
    }

    private static String words(Answer.Group group) {
        return String.join(
                ", ",
                IntStream.range(0, group.labels().size())
                        .mapToObj(at -> label(group, at))
                        .toList());
    }

    private static List<String> titles(Answer.Groups answer) {
        return answer.question().groupedBy().stream()
                .map(QuestionWording::field)
                .toList();
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static Component export(Answer.Groups answer) {
        CsvDownload<Answer.Group> taken = CsvDownload.ofAll(answer::groups).asOf(RowsAsOf.ONE_MOMENT);
        List<String> titles = titles(answer);
        IntStream.range(0, titles.size())
                .forEach(at -> taken.column(capital(titles.get(at)), group -> label(group, at)));
        return taken.column("Devices", Answer.Group::devices).link("groups.csv");
    }
}
