package org.deviceoffboarding.ask.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.deviceoffboarding.ask.answer.Answer;
import org.deviceoffboarding.ask.answer.Difference;
import org.deviceoffboarding.ask.answer.ReportedDevice;
import org.deviceoffboarding.base.ui.Facts;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.base.ui.TimesInText;
import org.deviceoffboarding.inventory.ui.DeviceLink;
import org.deviceoffboarding.inventory.ui.DeviceMoment;
import org.deviceoffboarding.suggestion.ui.SuggestionLink;
import org.springframework.web.util.HtmlUtils;

/** What was asked of devices that are named, each in a section of its own. */
final class SingleAnswer {

    private SingleAnswer() {}

    static List<Component> sections(Answer.Single answer, Clock clock) {
        List<Component> sections = new ArrayList<>();
        if (answer.differences().isEmpty()) {
            answer.devices().forEach(device -> sections.add(section(device, clock)));
        } else {
            sections.add(differences(answer));
        }
        return sections;
    }

    private static Component section(ReportedDevice device, Clock clock) {
        Section section = new Section(DeviceLink.named(device.name()));
        section.withSuffix(new Span(DeviceLink.of(device.objectId(), "Open its page")));
        if (!device.sentences().isEmpty()) {
            UnorderedList sentences = new UnorderedList();
            sentences.addClassName("plain-list");
            device.sentences().forEach(sentence -> sentences.add(sentence(sentence)));
            section.add(sentences);
        }
        if (device.suggestion() != null) {
            section.add(new Paragraph(SuggestionLink.of(
                    device.suggestion(), Objects.requireNonNullElse(device.suggestionTitle(), "Its suggestion"))));
        }
        if (!device.steps().isEmpty()) {
            section.add(AnswerSteps.list(device.steps()));
        }
        if (!device.facts().isEmpty()) {
            Facts facts = new Facts();
            device.facts().forEach(fact -> facts.with(fact.label(), TimesInText.local(fact.value())));
            section.add(facts);
        }
        if (!device.moments().isEmpty()) {
            section.add(moments(device.moments(), clock));
        }
        return section;
    }

    private static ListItem sentence(String sentence) {
        ListItem line = new ListItem(TimesInText.local(sentence));
        line.addClassName("wrap");
        return line;
    }

    private static Component moments(List<DeviceMoment> moments, Clock clock) {
        OrderedList list = new OrderedList();
        list.addClassNames("plain-list", "timeline");
        moments.forEach(moment -> list.add(new ListItem(TimeDisplay.span(moment.at(), clock.instant()), what(moment))));
        return list;
    }

    private static Component what(DeviceMoment moment) {
        Div what = new Div(new Span(moment.what()));
        what.addClassName("wrap");
        DeviceMoment.About about = moment.about();
        if (about != null) {
            what.add(new Span(" "), new Anchor(about.address(), about.text()));
        }
        if (!moment.who().isBlank()) {
            Span who = new Span(moment.who());
            who.addClassName("dim");
            what.add(new Div(who));
        }
        return what;
    }

    private static Component differences(Answer.Single answer) {
        List<ReportedDevice> devices = answer.devices();
        StringBuilder html = new StringBuilder("<table class=\"differences\"><thead><tr><td></td>");
        devices.stream()
                .limit(2)
                .forEach(device -> html.append("<th scope=\"col\">")
                        .append(escape(DeviceLink.named(device.name())))
                        .append("</th>"));
        html.append("</tr></thead><tbody>");
        answer.differences().forEach(difference -> html.append(row(difference)));
        Div links = new Div();
        links.addClassName("buttons");
        devices.forEach(device -> links.add(DeviceLink.of(device.objectId(), device.name())));
        return new Section(
                "Difference", new Html(html.append("</tbody></table>").toString()), links);
    }

    private static String row(Difference difference) {
        return "<tr%s><th scope=\"row\">%s</th><td>%s</td><td>%s</td></tr>"
                .formatted(
                        difference.differs() ? " class=\"differs\"" : "",
                        escape(difference.label()),
                        cell(difference.one()),
                        cell(difference.other()));
    }

    private static String cell(String value) {
        return value.isBlank() ? "–" : escape(TimesInText.local(value));
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text);
    }
}
