package org.deviceoffboarding.task.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Set;
import org.deviceoffboarding.base.ui.LimitedText;
import org.deviceoffboarding.base.ui.RefusalNotice;
import org.deviceoffboarding.base.ui.form.FormFields;
import org.deviceoffboarding.person.draft.ui.KeptTexts;
import org.deviceoffboarding.task.TaskComment;
import org.deviceoffboarding.task.TaskRefusedException;
import org.deviceoffboarding.task.team.AssigneeService;
import org.deviceoffboarding.task.ui.people.PeopleField;
import org.deviceoffboarding.task.ui.people.TypedMentions;
import org.deviceoffboarding.task.work.TaskWorkService;

/** Says something about a task, to everybody and to people who are told. */
class CommentForm extends Div {

    private final long taskId;
    private final transient TaskWorkService work;
    private final KeptTexts kept;
    private final transient Runnable done;
    private final TextArea text = new TextArea("Comment");
    private final PeopleField mentioned;
    private final MentionBox box;
    private final transient TypedMentions typed;
    private final RefusalNotice refusal = new RefusalNotice();

    CommentForm(long taskId, TaskWorkService work, AssigneeService assignees, KeptTexts kept, Runnable done) {
        this.taskId = taskId;
        this.work = work;
        this.kept = kept;
        this.done = done;
        addClassName("form");
        LimitedText.limit(text, TaskComment.LONGEST);
        text.setWidthFull();
        text.setMinHeight("5em");
        kept.keep("text", text);
        mentioned = new PeopleField("Mention", assignees, assignees::findPeople);
        box = new MentionBox(text, mentioned, assignees);
        typed = new TypedMentions(assignees);
        mentioned.setHelperText("Who is told of it. Typing @ and a name in the comment adds people, too.");
        refusal.standsAt(new FormFields()
                .with(TaskRefusedException.COMMENT, text)
                .with(TaskRefusedException.ASSIGNEE, mentioned));
        Button send = new Button("Comment", click -> send());
        send.addThemeVariants(ButtonVariant.SMALL);
        send.setDisableOnClick(true);
        refusal.enablesAgain(send);
        Div buttons = new Div(send);
        buttons.addClassName("buttons");
        add(kept, box, mentioned, refusal, buttons);
        send.addClickListener(click -> send.setEnabled(true));
    }

    private void send() {
        if (kept.forgetSettled()) {
            return;
        }
        try {
            work.comment(
                    taskId, text.getValue(), typed.with(mentioned.picked(), mentioned.getValue(), text.getValue()));
            text.clear();
            mentioned.setValue(Set.of());
            box.ended();
            typed.clear();
            kept.sent();
            refusal.clear();
            done.run();
        } catch (TaskRefusedException e) {
            refusal.say(e.reason(), e.about());
        }
    }
}
