package org.deviceoffboarding.notification.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Map;
import java.util.stream.Collectors;
import org.deviceoffboarding.notification.choice.ChoiceDifference;
import org.deviceoffboarding.notification.choice.NoticeChoices;
import org.jspecify.annotations.Nullable;

/** Says what somebody saved in another window while they chose here, beside what they chose. */
class ChosenMeanwhile extends Div {

    /**
     * @param before what held as this page was opened
     * @param now what holds
     * @param here what the fields hold
     */
    ChosenMeanwhile(NoticeChoices before, NoticeChoices now, NoticeChoices here) {
        addClassNames("notice", "notice-attention");
        getElement().setAttribute("role", "alert");
        Span sentence =
                new Span("Other choices of yours were saved, as in another window, while you had these open. Nothing is"
                        + " saved yet, and nothing that you chose here is lost: look at both, then save again.");
        sentence.addClassName("notice-text");
        Map<String, String> own = ChoiceDifference.of(now, here).stream()
                .collect(Collectors.toMap(ChoiceDifference::what, ChoiceDifference::became));
        UnorderedList list = new UnorderedList();
        ChoiceDifference.of(before, now)
                .forEach(difference -> list.add(new ListItem(words(difference, own.get(difference.what())))));
        add(sentence, list);
    }

    private static String words(ChoiceDifference difference, @Nullable String own) {
        return difference.what() + ": " + difference.was() + " → " + difference.became()
                + (own == null ? "" : ". You chose here: " + own);
    }
}
