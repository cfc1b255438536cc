package org.deviceoffboarding.person.draft.ui;

import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.deviceoffboarding.person.draft.Draft;

/** Shows what was typed and stands in no field, one notice for each window that it was typed in; hidden while there is none. */
class OfferedTexts extends Div {

    private final transient BiConsumer<KeptField, Draft> use;
    private final transient Consumer<Draft> discard;
    private final transient Map<UUID, OfferedText> all = new HashMap<>();

    /**
     * @param use shows a text in its field
     * @param discard forgets one that is not wanted
     */
    OfferedTexts(BiConsumer<KeptField, Draft> use, Consumer<Draft> discard) {
        this.use = use;
        this.discard = discard;
        addClassName("kept");
        setVisible(false);
    }

    /** @param changed whether what it was typed over is something else since */
    void offer(KeptField field, Draft draft, String when, boolean changed) {
        all.computeIfAbsent(draft.opening(), opening -> notice(opening, when, changed))
                .with(field, draft);
        setVisible(true);
    }

    /** Takes away the notices of which all texts are such, and returns these. */
    List<Draft> takeAway(BiPredicate<KeptField, Draft> such) {
        List<Draft> away = new ArrayList<>();
        List.copyOf(all.entrySet()).stream()
                .filter(each -> each.getValue().allAre(such))
                .forEach(each -> {
                    away.addAll(each.getValue().drafts());
                    remove(each.getKey());
                });
        return away;
    }

    private OfferedText notice(UUID opening, String when, boolean changed) {
        OfferedText notice = new OfferedText(when, changed, use, discard, () -> remove(opening));
        add(notice);
        return notice;
    }

    private void remove(UUID opening) {
        OfferedText notice = all.remove(opening);
        if (notice != null) {
            remove(notice);
        }
        setVisible(!all.isEmpty());
    }
}
