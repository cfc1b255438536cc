package org.deviceoffboarding.instruction.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.Consumer;

/** Sentences of every sort, to start from. */
class InstructionExamples extends Details {

    static final List<String> SENTENCES = List.of(
            "Exclude devices with IDs 8f1c2d3e-4a5b-6c7d-8e9f-0a1b2c3d4e5f, 1d2e3f40-5a6b-7c8d-9e0f-1a2b3c4d5e6f",
            "Exclude devices with last activity after 30 days ago",
            "Exclude devices with last activity before 1 March 2026",
            "Include only devices with IDs 8f1c2d3e-4a5b-6c7d-8e9f-0a1b2c3d4e5f",
            "Include only devices with last activity after 1 March 2026",
            "Include only devices with last activity before 90 days ago",
            "Exclude from all recommendations if device has been inactive in Entra for less than 30 days",
            "Include in all recommendations if device has been active in Entra more than 90 days ago",
            "Exclude devices with platform iOS/iPadOS",
            "Include only devices with ownership personal",
            "Exclude devices with join type hybrid joined",
            "Exclude devices with names matching VIP-*, \"Front desk *\"",
            "Exclude devices owned by anna@contoso.com",
            "Exclude devices with manufacturer \"Dell Inc.\" or Lenovo",
            "Exclude devices with model \"Surface Hub*\"",
            "Exclude devices in group \"Executive devices\"",
            "Exclude devices with situation silent and unmanaged",
            "Exclude devices with platform Windows and ownership personal");

    InstructionExamples(Consumer<String> insert) {
        super("Examples");
        UnorderedList list = new UnorderedList();
        list.addClassNames("plain-list", "sentences");
        SENTENCES.forEach(sentence -> list.add(line(sentence, insert)));
        add(list);
    }

    private static Component line(String sentence, Consumer<String> insert) {
        Button add = new Button("Insert", click -> insert.accept(sentence));
        add.addThemeVariants(ButtonVariant.SMALL);
        add.setAriaLabel("Insert: " + sentence);
        Span wording = new Span(sentence);
        wording.addClassName("wrap");
        ListItem line = new ListItem(wording, add);
        line.addClassName("sentence-offer");
        return line;
    }
}
