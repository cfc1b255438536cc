package org.deviceoffboarding.base.ui.work;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.deviceoffboarding.base.Progress;
import org.deviceoffboarding.base.database.Commits;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.PageErrorHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Does what is about many things beside the page, as the person whose page it is, and shows how far it is. What is about few is
 * done at once. Hidden while nothing goes on.
 */
public class LongWork extends Div {

    /** So many take less than a second, whatever is done with them. */
    public static final int FEW = 1_000;

    private final ProgressBar bar = new ProgressBar();
    private final Span words = new Span();
    private transient @Nullable UI window;
    private volatile int turn;

    public LongWork() {
        addClassNames("stack", "long-work");
        words.getElement().setAttribute("role", "status");
        bar.getElement().setAttribute("aria-label", "How far it is");
        add(words, bar);
        setVisible(false);
    }

    /**
     * Finds something out. Begun again, or once the person has left, what was begun before is abandoned.
     *
     * @param doing what goes on, for the person
     * @param things how many it is about
     * @param done given what came of it, or what it threw
     */
    public <R> void find(String doing, long things, Function<Progress, R> work, Consumer<Supplier<R>> done) {
        begin(doing, things, work, done, false);
    }

    /** As {@link #find}, for what is carried through even if the person leaves meanwhile. */
    public <R> void carryThrough(String doing, long things, Function<Progress, R> work, Consumer<Supplier<R>> done) {
        begin(doing, things, work, done, true);
    }

    /** Lets nobody wait any more for what was begun to be found out. */
    public void abandon() {
        turn++;
        setVisible(false);
    }

    /** Returns whether something goes on. */
    public boolean goesOn() {
        return isVisible();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        window = event.getUI();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        window = null;
        turn++;
    }

    private <R> void begin(
            String doing, long things, Function<Progress, R> work, Consumer<Supplier<R>> done, boolean whole) {
        int mine = ++turn;
        UI ui = window == null ? UI.getCurrent() : window;
        if (things <= FEW || ui == null) {
            setVisible(false);
            done.accept(() -> work.apply(Progress.UNSEEN));
            return;
        }
        words.setText(whole ? doing + " It is carried through if you leave this page." : doing);
        bar.setIndeterminate(true);
        setVisible(true);
        Shown progress = new Shown(ui, mine, whole);
        Runnable beside = () -> answer(progress, Outcome.of(work, progress), done);
        Thread.ofVirtual()
                .name("long-work")
                .start(new DelegatingSecurityContextRunnable(beside, SecurityContextHolder.getContext()));
    }

    private <R> void answer(Shown progress, Outcome<R> outcome, Consumer<Supplier<R>> done) {
        try {
            progress.ui.access(() -> {
                if (progress.isLookedAt()) {
                    setVisible(false);
                }
                if (progress.isWanted()) {
                    tell(outcome, done);
                }
            });
        } catch (UIDetachedException left) {
            // Nobody waits for it any more.
        }
    }

    /** What nobody expects is said as of any click: here there is none that could be answered. */
    private static <R> void tell(Outcome<R> outcome, Consumer<Supplier<R>> done) {
        try {
            done.accept(outcome::get);
        } catch (RuntimeException fault) {
            Notices.problem(PageErrorHandler.sentence(fault, outcome.nothingChanged()));
        }
    }

    /**
     * What came of work, or what it threw.
     *
     * @param nothingChanged whether it is known that it stored nothing
     */
    private record Outcome<R>(@Nullable R result, @Nullable RuntimeException fault, boolean nothingChanged) {

        static <R> Outcome<R> of(Function<Progress, R> work, Progress progress) {
            long commits = Commits.soFar();
            try {
                return new Outcome<>(work.apply(progress), null, false);
            } catch (RuntimeException e) {
                return new Outcome<>(null, e, commits == Commits.soFar());
            }
        }

        @SuppressWarnings("NullAway") // what work returns may be null
        R get() {
            if (fault != null) {
                throw fault;
            }
            return result;
        }
    }

    /** Tells the page of each percent. */
    private final class Shown implements Progress {

        private final UI ui;
        private final int mine;
        private final boolean whole;
        private long percent = -1;

        Shown(UI ui, int mine, boolean whole) {
            this.ui = ui;
            this.mine = mine;
            this.whole = whole;
        }

        /** Returns whether somebody still waits for what comes of it. */
        boolean isWanted() {
            return whole || isLookedAt();
        }

        boolean isLookedAt() {
            return turn == mine;
        }

        @Override
        public void at(long done, long all) {
            if (!isWanted()) {
                throw new CancellationException("Nobody waits for it any more");
            }
            long now = all == 0 ? 100 : done * 100 / all;
            if (now != percent) {
                percent = now;
                show(now);
            }
        }

        private void show(long now) {
            try {
                ui.access(() -> {
                    if (isLookedAt()) {
                        bar.setIndeterminate(false);
                        bar.setValue(Math.min(1, now / 100.0));
                    }
                });
            } catch (UIDetachedException left) {
                // What is carried through needs nobody who looks.
            }
        }
    }
}
