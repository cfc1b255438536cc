package org.deviceoffboarding.ask.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.deviceoffboarding.ask.saved.QuestionHistoryService;
import org.springframework.core.io.ClassPathResource;

/**
 * Where a person asks. While it is typed it offers how it could go on, as a combobox with a listbox; {@code prompt-field.js} has the
 * keys. A completion that is taken goes into the field, and Enter asks.
 */
class PromptField extends Div {

    /** Longer than most take from one key to the next. */
    private static final int PAUSE_MILLIS = 250;

    /** No page has two of these fields. */
    private static final String LIST = "completions";

    private static final String SCRIPT = read();

    private final TextField field;
    private final Button ask;
    private final UnorderedList completions = new UnorderedList();
    private final transient Function<String, List<String>> complete;
    private final transient Consumer<String> asked;

    /**
     * @param label what is typed
     * @param prompt what stands in it to begin with
     * @param complete returns how a prompt could go on, each as the whole prompt
     * @param asked called with what is asked, which is not blank
     */
    PromptField(String label, String prompt, Function<String, List<String>> complete, Consumer<String> asked) {
        this.complete = complete;
        this.asked = asked;
        field = new TextField(label);
        field.setPlaceholder("Such as: personal iPhones that have been silent for 90 days");
        field.setMaxLength(QuestionHistoryService.LONGEST_PROMPT);
        field.setValue(prompt);
        field.setClearButtonVisible(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE_MILLIS);
        field.addValueChangeListener(typed -> complete());
        completions.setId(LIST);
        completions.addClassNames("plain-list", "completions");
        completions.getElement().setAttribute("role", "listbox");
        completions.getElement().setAttribute("aria-label", "How it could go on");
        completions.getElement().setAttribute("hidden", true);
        ask = new Button("Ask", click -> ask(field.getValue()));
        Div line = new Div(field, ask);
        line.addClassName("prompt-line");
        addClassName("prompt");
        add(line, completions);
    }

    /** Asks what is typed; called by the browser, too, with what stands in the field then. */
    @ClientCallable
    void ask(String prompt) {
        String cleaned = prompt.strip();
        if (cleaned.isEmpty()) {
            field.focus();
        } else if (cleaned.length() <= QuestionHistoryService.LONGEST_PROMPT) {
            asked.accept(cleaned);
        }
    }

    /** Makes asking what the page is for. */
    void lead() {
        ask.addThemeVariants(ButtonVariant.PRIMARY);
    }

    /** Brings the keyboard there. */
    void focus() {
        field.focus();
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        getElement().executeJs(SCRIPT, completions.getElement());
    }

    private void complete() {
        String typed = field.getValue();
        completions.removeAll();
        if (!typed.isBlank()) {
            complete.apply(typed).forEach(this::offer);
        }
        getElement().executeJs("this.portalComplete?.()");
    }

    private void offer(String prompt) {
        ListItem option = new ListItem(prompt);
        option.setId(LIST + "-" + completions.getComponentCount());
        option.getElement().setAttribute("role", "option");
        option.getElement().setAttribute("aria-selected", "false");
        option.addClickListener(click -> take(prompt));
        completions.add(option);
    }

    private void take(String prompt) {
        field.setValue(prompt + " ");
        field.focus();
    }

    private static String read() {
        try {
            return new ClassPathResource("prompt-field.js", PromptField.class)
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
