package org.deviceoffboarding.ask.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.deviceoffboarding.ask.answer.Answer;

/** Says which names of a question nothing has, with those that nearly match: offered, never taken. */
class NearNotice extends Div {

    /** @param near at least one */
    NearNotice(List<Answer.NearNames> near) {
        addClassNames("notice", "notice-attention", "missed");
        getElement().setAttribute("role", "status");
        UnorderedList list = new UnorderedList();
        list.addClassName("plain-list");
        near.forEach(each -> list.add(line(each)));
        add(list);
    }

    private static Component line(Answer.NearNames near) {
        Span sentence = new Span("No " + near.what() + " is called “" + near.name() + "”."
                + (near.nearest().isEmpty() ? "" : " Did you mean:"));
        sentence.addClassName("wrap");
        Div names = new Div();
        names.addClassName("buttons");
        near.nearest()
                .forEach(name ->
                        names.add(new Anchor(AskLink.path(name.question().canonical()), name.name())));
        return new ListItem(sentence, names);
    }
}
