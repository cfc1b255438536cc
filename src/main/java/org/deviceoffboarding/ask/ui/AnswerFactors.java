package org.deviceoffboarding.ask.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.suggestion.Factor;

/** What speaks for removing those devices of an answer that are flagged, each with how many it holds for. */
class AnswerFactors extends Section {

    AnswerFactors(List<Factor> factors) {
        super("Factors");
        UnorderedList list = new UnorderedList();
        list.addClassNames("plain-list", "factors");
        factors.forEach(factor -> list.add(line(factor)));
        add(list);
    }

    private static ListItem line(Factor factor) {
        Span count = new Span(Amounts.number(factor.devices()));
        count.addClassNames("number", "factor-count");
        Span unit = new Span(factor.devices() == 1 ? " device: " : " devices: ");
        unit.addClassName("visually-hidden");
        return new ListItem(count, unit, new Span(factor.sentence()));
    }
}
