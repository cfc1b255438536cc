package org.deviceoffboarding.instruction.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.ChangedMeanwhileException;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.ui.LimitedText;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.PageHeader;
import org.deviceoffboarding.base.ui.PersonDisplay;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.SettingsTabs;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.base.ui.form.FormFields;
import org.deviceoffboarding.base.ui.form.UnsavedChanges;
import org.deviceoffboarding.instruction.effect.InstructionPreviews;
import org.deviceoffboarding.instruction.language.InstructionText;
import org.deviceoffboarding.instruction.language.Sentence.NotUnderstood;
import org.deviceoffboarding.instruction.lookup.InstructionLookups;
import org.deviceoffboarding.instruction.version.InstructionService;
import org.deviceoffboarding.instruction.version.InstructionVersion;
import org.deviceoffboarding.instruction.version.InstructionsNotUnderstoodException;
import org.deviceoffboarding.instruction.version.InstructionsUnreadableException;
import org.deviceoffboarding.person.draft.ui.KeptTexts;
import org.deviceoffboarding.person.draft.ui.TextKeeping;

/** The custom instructions: with how each sentence is understood while it is typed. */
@Route(InstructionsView.PATH)
@PageTitle("Instructions")
@May(Capability.CHANGE_INSTRUCTIONS)
class InstructionsView extends Composite<Div> {

    static final String PATH = "settings/instructions";

    private final transient InstructionService instructions;
    private final transient Clock clock;
    private final TextArea text = new TextArea("Custom instructions");
    private final KeptTexts kept;
    private final UnsavedChanges unsaved;
    private final Button save = new Button("Save", click -> save());
    private final Paragraph saved = new Paragraph();
    private final FormFields fields = new FormFields();
    private final UnderstoodSection understood;
    private final InstructionHistory history;
    private transient InstructionVersion before;

    InstructionsView(
            InstructionService instructions,
            InstructionPreviews previews,
            InstructionLookups lookups,
            SettingsTabs tabs,
            TextKeeping texts,
            Clock clock) {
        this.instructions = instructions;
        this.clock = clock;
        kept = texts.at("instructions");
        before = instructions.current();
        understood = new UnderstoodSection(previews, lookups, this::replace);
        history = new InstructionHistory(instructions, clock, text::setValue);
        save.addThemeVariants(ButtonVariant.PRIMARY);
        saved.addClassName("dim");
        unsaved = addText();
        Div columns = new Div(new Section("Instructions", kept, text, saved), understood);
        columns.addClassName("columns");
        getContent().addClassName("page-content");
        getContent()
                .add(
                        tabs.on(PATH),
                        new PageHeader("Custom instructions").withActions(save),
                        new Paragraph(
                                "Sentences that change what the next runs suggest. Each is understood as a whole or marked; a run"
                                        + " never goes by half of one. Exclusions win over “include only”."),
                        columns,
                        new InstructionExamples(this::append),
                        history);
        show();
    }

    private UnsavedChanges addText() {
        text.setWidthFull();
        text.setMinRows(8);
        text.setMaxRows(24);
        text.setPlaceholder("Exclude devices with names matching VIP-*");
        text.setHelperText("One sentence to a line, or with full stops between them.");
        LimitedText.limit(text, InstructionText.LONGEST);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValue(before.text());
        kept.keep("text", text);
        text.addValueChangeListener(event -> read());
        fields.with("text", text);
        return UnsavedChanges.of(
                text,
                () -> !text.getValue().strip().equals(before.text()),
                "What you typed is kept and offered to you here again. No run goes by it until it is saved.");
    }

    private void show() {
        saved.setText(
                before.savedBy() == null || before.savedAt() == null
                        ? "Nobody has saved any instructions yet."
                        : "Version " + before.version() + ", saved by "
                                + PersonDisplay.name(before.savedBy()) + " "
                                + TimeDisplay.shortly(before.savedAt(), clock.instant(), TimeDisplay.zone()) + ".");
        history.refresh();
        read();
    }

    private void read() {
        InstructionText read = InstructionText.parse(text.getValue());
        understood.show(read);
        save.setEnabled(read.understood() && !text.getValue().strip().equals(before.text()));
    }

    private void replace(NotUnderstood problem, String sentence) {
        String whole = text.getValue();
        if (whole.startsWith(problem.text(), problem.start())) { // else it was changed meanwhile
            text.setValue(InstructionText.parse(whole).with(problem, sentence));
        }
    }

    private void append(String sentence) {
        String whole = text.getValue().stripTrailing();
        text.setValue(whole.isEmpty() ? sentence : whole + "\n" + sentence);
        text.focus();
    }

    private void save() {
        try {
            before = instructions.save(before, text.getValue());
            text.setValue(before.text());
            kept.sent();
            unsaved.look();
            show();
            Notices.info("Saved. The next run goes by them, and at once what waits to be approved or sent.");
        } catch (ChangedMeanwhileException e) {
            Notices.problem(String.valueOf(e.getMessage()));
        } catch (InstructionsNotUnderstoodException e) {
            fields.say("text", String.valueOf(e.getMessage()));
        } catch (InstructionsUnreadableException e) {
            fields.say("text", String.valueOf(e.getMessage()));
            read(); // it may have been there when it was looked up for the line
        }
    }
}
