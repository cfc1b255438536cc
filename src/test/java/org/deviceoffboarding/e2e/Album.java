package org.deviceoffboarding.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** The pictures of all scenes, which several tours fill at once. A scene that cannot be reached is no end of its tour. */
final class Album {

    static final Path FOLDER = Path.of("target", "pictures");

    private static final Consumer<PageLook> NOTHING = look -> {};

    private final Queue<Picture> pictures = new ConcurrentLinkedQueue<>();
    private final Queue<String> endedTours = new ConcurrentLinkedQueue<>();

    /** Takes the pictures of a scene in every look, once the steps lead there. */
    void take(Scene scene, Visitor visitor, Runnable steps) {
        take(scene, visitor, steps, NOTHING);
    }

    /**
     * Takes them where something has to be opened again in each look, since it closes when the window changes.
     *
     * @param opening opens it; the Escape key closes it
     */
    void take(Scene scene, Visitor visitor, Runnable steps, Consumer<PageLook> opening) {
        try {
            steps.run();
            for (PageLook look : PageLook.values()) {
                take(scene, look, visitor, () -> opening.accept(look));
                if (opening != NOTHING) {
                    visitor.page().keyboard().press("Escape");
                }
            }
        } catch (PlaywrightException | AssertionError e) {
            miss(scene, visitor, e);
        } finally {
            PageLook.WIDE_LIGHT.apply(visitor.page());
        }
    }

    private void take(Scene scene, PageLook look, Visitor visitor, Runnable opening) {
        Path file = FOLDER.resolve(scene.key() + "-" + look.suffix() + ".png");
        PageInspection.Seen seen = PageInspection.in(look, visitor, opening);
        PageInspection.photograph(visitor, file);
        List<String> wrong = new ArrayList<>(seen.wrong());
        wrong.addAll(visitor.complaints());
        visitor.complaints().clear();
        pictures.add(new Picture(scene, look, address(visitor), wrong, seen.undecided()));
    }

    /** Shows what was there instead. */
    private void miss(Scene scene, Visitor visitor, Throwable why) {
        Picture missed = new Picture(
                scene,
                PageLook.WIDE_LIGHT,
                address(visitor),
                List.of("could not be reached: " + why.getMessage()),
                List.of());
        visitor.page().screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(missed.file())));
        pictures.add(missed);
    }

    private static String address(Visitor visitor) {
        return visitor.page().url().replaceFirst("^\\w+://[^/]+", "");
    }

    /** Notes that a tour ended between two scenes. */
    void tourEnded(Tour tour, Throwable why) {
        endedTours.add(tour.getClass().getSimpleName() + " ended early: " + why.getMessage());
    }

    List<String> endedTours() {
        return List.copyOf(endedTours);
    }

    List<Picture> pictures() {
        return List.copyOf(pictures);
    }

    /** Returns the scenes that no tour leads to. */
    Set<Scene> missing() {
        Set<Scene> missing = EnumSet.allOf(Scene.class);
        pictures.forEach(picture -> missing.remove(picture.scene()));
        return missing;
    }
}
