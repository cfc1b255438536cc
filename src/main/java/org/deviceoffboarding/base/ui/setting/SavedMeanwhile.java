package org.deviceoffboarding.base.ui.setting;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.setting.SettingVersion;
import org.deviceoffboarding.base.ui.Callout;
import org.deviceoffboarding.base.ui.PersonDisplay;

/** Says above a form of settings what somebody else saved while it was filled, and asks whose is to stay where both changed the same. */
public final class SavedMeanwhile extends Div {

    private SavedMeanwhile() {
        addClassName("stack");
    }

    /**
     * @param what was saved, such as "thresholds"
     * @param since the versions that were saved meanwhile
     * @param both what both changed, for people: what was entered here stays there until one of the buttons was pressed
     */
    public static SavedMeanwhile of(
            String what,
            List<? extends SettingVersion<?>> since,
            Collection<String> both,
            Runnable takeTheirs,
            Runnable keepMine) {
        SavedMeanwhile news = new SavedMeanwhile();
        news.add(Callout.attention(who(since) + " saved " + what + " meanwhile: "
                        + since.stream()
                                .flatMap(each -> each.changes().stream())
                                .collect(Collectors.joining("; "))
                        + ". That is in the fields now; what you entered stays as it is"
                        + (both.isEmpty()
                                ? "."
                                : ", also where both of you changed something: " + String.join(", ", both) + "."))
                .saidAs("status"));
        if (!both.isEmpty()) {
            Div answers = new Div(
                    new Button("Take theirs there", click -> news.answer(takeTheirs)),
                    new Button("Keep mine there", click -> news.answer(keepMine)));
            answers.addClassName("buttons");
            news.add(answers);
        }
        return news;
    }

    /** Returns who saved versions, for people. */
    public static String who(List<? extends SettingVersion<?>> versions) {
        return versions.stream()
                .map(each -> each.saved().savedBy())
                .map(by -> PersonDisplay.name(by == null ? Actor.PORTAL : by))
                .distinct()
                .collect(Collectors.joining(" and "));
    }

    private void answer(Runnable which) {
        which.run();
        removeAll();
        setVisible(false);
    }
}
