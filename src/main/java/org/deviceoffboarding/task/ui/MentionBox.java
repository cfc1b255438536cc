package org.deviceoffboarding.task.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.dom.Element;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.task.team.AssigneeChoice;
import org.deviceoffboarding.task.team.AssigneeService;
import org.deviceoffboarding.task.ui.people.AssigneeField;
import org.deviceoffboarding.task.ui.people.PeopleField;
import org.springframework.core.io.ClassPathResource;

/**
 * A text in which {@code @} and the beginning of a name offers people, those who are known here and those in Entra; whoever is taken is
 * among the mentioned then. {@code mentions.js} reads the keys; the list has the roles by which screen readers know it.
 */
class MentionBox extends Div {

    private static final String SCRIPT = read();

    /** So many are offered: whoever is not among them is found by another letter. */
    private static final int MOST = 8;

    private final transient AssigneeService assignees;
    private final PeopleField mentioned;
    private final Div list = new Div();
    private final Span said = new Span();
    private transient List<AssigneeChoice> offered = List.of();

    /** Those who were taken by the text, and stay mentioned only as long as it names them. */
    private final transient Set<AssigneeChoice> taken = new HashSet<>();

    MentionBox(TextArea text, PeopleField mentioned, AssigneeService assignees) {
        this.assignees = assignees;
        this.mentioned = mentioned;
        addClassName("mentions");
        list.addClassName("mention-list");
        list.setId("mention-list");
        list.getElement().setAttribute("role", "listbox");
        list.getElement().setAttribute("aria-label", "People to mention");
        list.setVisible(false);
        said.addClassName("visually-hidden");
        said.getElement().setAttribute("role", "status");
        add(text, list, said);
        text.addValueChangeListener(change -> leaveOut(change.getOldValue(), change.getValue()));
    }

    /** Offers people whose names begin so, as far as they are not mentioned already. */
    @ClientCallable
    void look(String name) {
        Set<AssigneeChoice> already = new HashSet<>(mentioned.getValue());
        AssigneeService.Choices found = assignees.findPeople(name);
        offered = found.all().stream()
                .filter(each -> !already.contains(each))
                .limit(MOST)
                .toList();
        show();
        said.setText(
                offered.isEmpty()
                        ? "Nobody found. " + found.problem()
                        : Amounts.count(offered.size(), "person", "people")
                                + " found. Choose with the arrow keys, take with Enter.");
    }

    /** Mentions one of those who are offered. */
    @ClientCallable
    void take(String personId) {
        offered.stream().filter(each -> each.id().equals(personId)).findFirst().ifPresent(person -> {
            List<AssigneeChoice> all = new ArrayList<>(mentioned.getValue());
            all.add(person);
            taken.add(person);
            mentioned.setValue(all);
            said.setText(person.name() + " is mentioned.");
        });
        hide();
    }

    /** Whoever is no longer in the text is no longer mentioned, either. */
    private void leaveOut(String before, String now) {
        Set<AssigneeChoice> gone = new HashSet<>(taken);
        gone.removeIf(person -> !before.contains("@" + person.name()) || now.contains("@" + person.name()));
        if (!gone.isEmpty()) {
            taken.removeAll(gone);
            mentioned.deselect(gone);
        }
    }

    /** Offers nobody any more: the caret is at no name. */
    @ClientCallable
    void ended() {
        said.setText("");
        hide();
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        getElement().executeJs(SCRIPT);
    }

    private void hide() {
        offered = List.of();
        show();
    }

    private void show() {
        Element options = list.getElement();
        options.removeAllChildren();
        for (int at = 0; at < offered.size(); at++) {
            options.appendChild(option(offered.get(at), at));
        }
        list.setVisible(!offered.isEmpty());
        getElement().executeJs("this.mentions && this.mentions.shown()");
    }

    private static Element option(AssigneeChoice person, int at) {
        Element option = new Element("div");
        option.setText(AssigneeField.words(person));
        option.setAttribute("role", "option");
        option.setAttribute("id", "mention-" + at);
        option.setAttribute("aria-selected", "false");
        option.setAttribute("data-name", person.name());
        option.setAttribute("data-person", person.id());
        return option;
    }

    private static String read() {
        try {
            return new ClassPathResource("mentions.js", MentionBox.class).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
