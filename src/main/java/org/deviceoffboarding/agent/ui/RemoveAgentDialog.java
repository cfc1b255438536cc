package org.deviceoffboarding.agent.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import org.deviceoffboarding.agent.removal.AgentRemovalService;
import org.deviceoffboarding.agent.removal.RemovalPlan;
import org.deviceoffboarding.agent.removal.RemovalRefusedException;
import org.deviceoffboarding.base.ui.Callout;
import org.deviceoffboarding.base.ui.RefusalNotice;

/** Says with numbers what is deleted with the agent and what stays, and removes it once the word is typed. */
class RemoveAgentDialog extends Dialog {

    private final transient AgentRemovalService removals;
    private final transient Runnable done;
    private final Div about = new Div();
    private final RefusalNotice refusal = new RefusalNotice();
    private final TextField word = new TextField("Type “" + AgentRemovalService.WORD + "” to confirm");
    private final Button remove = new Button("Remove agent", click -> remove());

    /** @param done called once it is removed */
    RemoveAgentDialog(AgentRemovalService removals, Runnable done) {
        super("Remove the agent?");
        this.removals = removals;
        this.done = done;
        setWidth("min(760px, 94vw)");
        about.addClassName("stack");
        word.setValueChangeMode(ValueChangeMode.EAGER);
        word.setRequiredIndicatorVisible(true);
        word.addValueChangeListener(typed -> look());
        remove.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        remove.setDisableOnClick(true);
        Div content = new Div(about, word, refusal);
        content.addClassName("stack");
        add(content);
        getFooter().add(new Button("Keep the agent", click -> close()), remove);
        show();
    }

    /** Shows how it is now. */
    private void show() {
        RemovalPlan plan = removals.plan();
        about.removeAll();
        if (!plan.possible()) {
            about.add(
                    Callout.attention("This needs the agent and must end first. Then open this again.")
                            .saidAs("status"),
                    new UnderWayList(plan.underWay()));
        }
        about.add(
                part("What is deleted", plan.goes()),
                part("What stays", plan.stays()),
                new Paragraph(
                        "Nothing is changed in Entra. Nothing is read from the tenant any more until an owner sets the agent up again,"
                                + " which begins anew."));
        word.setVisible(plan.possible());
        look();
    }

    private static Div part(String title, List<String> sentences) {
        UnorderedList list = new UnorderedList();
        sentences.forEach(each -> list.add(new ListItem(each)));
        return new Div(new H3(title), list);
    }

    private void look() {
        remove.setEnabled(word.isVisible() && isTyped());
    }

    private boolean isTyped() {
        return word.getValue().strip().equalsIgnoreCase(AgentRemovalService.WORD);
    }

    private void remove() {
        try {
            removals.remove(word.getValue());
            close();
            done.run();
        } catch (RemovalRefusedException e) {
            show();
            refusal.say(String.valueOf(e.getMessage()));
        }
    }
}
