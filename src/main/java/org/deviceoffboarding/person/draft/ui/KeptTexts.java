package org.deviceoffboarding.person.draft.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextFieldBase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.base.ui.form.UnsavedChanges;
import org.deviceoffboarding.person.draft.Draft;
import org.deviceoffboarding.person.draft.DraftPlace;
import org.deviceoffboarding.person.draft.DraftService;
import org.deviceoffboarding.person.draft.DraftsForgotten;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Keeps the texts of a page's or a dialog's fields while they are typed. What is found from before is put back into its field;
 * where the text that it was typed over has changed since, or something else was typed in another window, it is offered beside it. Says
 * so, and takes no room otherwise.
 *
 * <p>Two windows of one person at the same place, at one portal or two, keep a text each: what one sends or discards is gone from the
 * other only as far as it is the same.
 *
 * <p>A dialog that is cancelled keeps what was typed: whoever meant to give it up discards it when it is offered.
 */
public class KeptTexts extends Div {

    private static final Logger log = LoggerFactory.getLogger(KeptTexts.class);

    private final transient DraftService drafts;
    private final transient DraftPlace place;
    private final transient Clock clock;
    private final transient List<Draft> found;
    private final List<KeptField> fields = new ArrayList<>();
    private final RestoredNotice restored = new RestoredNotice(this::settleRestored);
    private final OfferedTexts offered = new OfferedTexts(this::use, this::discard);
    private final Div unkept = new Div();
    private final Div settled = new Div();
    private final UnsavedChanges atRisk;

    KeptTexts(DraftService drafts, DraftPlace place, OpenPages openPages, Clock clock) {
        this.drafts = drafts;
        this.place = place;
        this.clock = clock;
        this.found = drafts.find(place);
        addClassName("kept");
        unkept.addClassNames("notice", "notice-bad");
        unkept.getElement().setAttribute("role", "alert");
        unkept.setText("What you type cannot be kept at the moment. Copy it before you leave this page.");
        unkept.setVisible(false);
        settled.addClassNames("notice", "notice-attention");
        settled.getElement().setAttribute("role", "status");
        saySettled(false);
        add(restored, offered, settled, unkept);
        openPages.follow(this, DraftsForgotten.class, this::forgetSettled);
        atRisk = UnsavedChanges.of(this, unkept::isVisible, "What you typed could not be kept: it would be lost.");
        showOrHide();
    }

    /**
     * Keeps the text of a field from now on, and puts back what was typed before.
     *
     * @param name the field's, which no other of this place has
     * @param field as it is without anything typed
     * @return whether something was put back
     */
    public <T extends TextFieldBase<T, String>> boolean keep(String name, T field) {
        KeptField kept = new KeptField(name, field);
        fields.add(kept);
        List<Draft> typed = found.stream()
                .filter(draft -> draft.field().equals(name) && !draft.text().equals(kept.original()))
                .toList();
        Optional<Draft> newest =
                typed.stream().filter(draft -> draft.isBasedOn(kept.original())).findFirst();
        newest.ifPresent(draft -> restored.restore(kept, draft.text(), spoken(draft)));
        typed.forEach(draft -> {
            boolean changed = !draft.isBasedOn(kept.original());
            if (!changed && draft.text().equals(kept.text())) {
                kept.stored(goOnWith(kept, draft));
            } else {
                offered.offer(kept, draft, spoken(draft), changed);
            }
        });
        kept.onTyped(() -> store(kept));
        showOrHide();
        return newest.isPresent();
    }

    private boolean goOnWith(KeptField kept, Draft other) {
        try {
            drafts.goOnWith(place, other, kept.original());
            return true;
        } catch (DataAccessException e) { // it stays where it is, and is found there again
            log(e, "What somebody typed before could not be taken up");
            return false;
        }
    }

    /**
     * Forgets what was typed: it was sent. What the fields hold now is what they begin with. What was offered over a text that has changed
     * since is offered no more; what was typed in another window over the same text is.
     */
    public void sent() {
        List<Draft> passedOver = offered.takeAway((field, draft) -> !draft.isBasedOn(field.original()));
        fields.forEach(KeptField::beginAnew);
        forgetStored();
        passedOver.forEach(this::offerNoMore);
        unkept.setVisible(false);
        atRisk.look();
        restored.clear();
        showOrHide();
    }

    /**
     * Empties the fields whose text the person has sent, or discarded, in another window since: it would be sent a second time. Says so.
     * Asked before anything is sent that may not be sent twice.
     *
     * @return whether there was such a text
     */
    public boolean forgetSettled() {
        if (fields.stream().noneMatch(KeptField::isStored)) {
            return false;
        }
        List<KeptField> gone = gone();
        if (gone.isEmpty()) {
            return false;
        }
        gone.forEach(KeptField::reset);
        restored.clear();
        saySettled(true);
        showOrHide();
        return true;
    }

    private void saySettled(boolean so) {
        settled.setText(so ? "You sent or discarded this in another window, so it is not kept here any more." : "");
        settled.setVisible(so);
    }

    /** None where it cannot be looked up: nobody loses what they typed because the database is away. */
    private List<KeptField> gone() {
        try {
            List<Draft> there = drafts.kept(place);
            return fields.stream()
                    .filter(KeptField::isStored)
                    .filter(kept -> there.stream()
                            .noneMatch(draft -> draft.field().equals(kept.name()) && draft.isBasedOn(kept.original())))
                    .toList();
        } catch (DataAccessException e) {
            log(e, "It could not be looked up whether what somebody typed was sent elsewhere");
            return List.of();
        }
    }

    /** Returns whether a field holds something else than it did before anybody typed. */
    public boolean changed() {
        return fields.stream().anyMatch(KeptField::isChanged);
    }

    /** Nobody is asked before a dialog closes whose texts are kept; that they are is said instead. */
    @Override
    protected void onAttach(AttachEvent event) {
        for (Component above = this; above != null; above = above.getParent().orElse(null)) {
            if (above instanceof Dialog dialog) {
                dialog.addOpenedChangeListener(change -> {
                    if (!change.isOpened() && changed() && !unkept.isVisible()) {
                        Notices.info("What you typed is kept. You find it here when you open this again.");
                    }
                });
            }
        }
    }

    private String spoken(Draft draft) {
        return TimeDisplay.shortly(draft.changedAt(), clock.instant(), TimeDisplay.zone());
    }

    private void store(KeptField kept) {
        boolean stored = stored(kept);
        kept.stored(stored);
        unkept.setVisible(!stored);
        if (kept.isChanged()) {
            saySettled(false);
        }
        atRisk.look();
        showOrHide();
    }

    private boolean stored(KeptField kept) {
        try {
            return drafts.keep(place, kept.name(), kept.original(), kept.text());
        } catch (DataAccessException e) { // the person goes on typing, and can still send it
            log(e, "What somebody types could not be kept");
            return false;
        }
    }

    /** What was restored is not wanted. */
    private void settleRestored() {
        forgetStored();
        fields.forEach(this::store);
        showOrHide();
    }

    /** Shows another text in its field; what was typed there stays, offered in its place. */
    private void use(KeptField field, Draft other) {
        try {
            if (field.isChanged()) {
                Draft aside = drafts.putAside(place, field.name(), field.original(), field.text());
                offered.offer(field, aside, spoken(aside), false);
            }
            drafts.goOnWith(place, other, field.original());
            field.set(other.text());
            restored.clear();
        } catch (DataAccessException e) {
            log(e, "What somebody typed could not be put aside");
            unkept.setVisible(true);
            offered.offer(field, other, spoken(other), !other.isBasedOn(field.original()));
        }
        showOrHide();
    }

    private void offerNoMore(Draft other) {
        try {
            drafts.offerNoMore(place, other);
        } catch (DataAccessException e) { // it is offered again
            log(e, "What somebody typed and passed over is offered again");
        }
    }

    private void discard(Draft other) {
        try {
            drafts.discard(place, other);
        } catch (DataAccessException e) { // it is offered again
            log(e, "What somebody typed and does not want could not be forgotten yet");
        }
        showOrHide();
    }

    private void forgetStored() {
        try {
            drafts.forget(place);
        } catch (DataAccessException e) { // what was sent stays sent
            log(e, "What somebody typed and sent could not be forgotten yet");
        }
    }

    /** Without the cause, whose message can have the row in it. */
    private static void log(DataAccessException e, String sentence) {
        log.atWarn().addKeyValue("fault", e.getClass().getSimpleName()).log(sentence);
    }

    private void showOrHide() {
        setVisible(getChildren().anyMatch(child -> child.isVisible()));
    }
}
