package org.deviceoffboarding.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/**
 * Takes the pictures of every {@link Scene} in every {@link PageLook} and lays them out in {@code target/pictures/index.html}:
 * {@code ./portal pictures}. Two portals are visited at once, as many as a machine of two cores can serve.
 */
class EveryPicture {

    private static final List<List<Tour>> TOURS = List.of(
            List.of(new FirstVisitTour(), new SettingsTour(), new SuggestionTour()),
            List.of(new ResultTour(), new TaskTour(), new RequestTour(), new AskTour(), new TroubleTour()));

    @Test
    void nothingIsWrongInAnyPicture() throws IOException, InterruptedException, ExecutionException {
        FileSystemUtils.deleteRecursively(Album.FOLDER);
        Files.createDirectories(Album.FOLDER);
        Album album = new Album();
        try (ExecutorService together = Executors.newFixedThreadPool(TOURS.size())) {
            List<Future<?>> all = new ArrayList<>();
            TOURS.forEach(tours -> all.add(together.submit(() -> lead(tours, album))));
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            sheet(album).write();
        }
        assertThat(wrong(album)).as("see target/pictures/index.html").isEmpty();
    }

    /** Playwright belongs to one thread. */
    private static void lead(List<Tour> tours, Album album) {
        try (Chromium chromium = Chromium.launch(Chromium.find()
                        .orElseThrow(() -> new IllegalStateException(
                                "There is no Chromium: install it, or set CHROMIUM to the program")));
                Portal portal = Portal.start()) {
            for (Tour tour : tours) {
                try (Visitors visitors = new Visitors(chromium, portal)) {
                    tour.lead(visitors, album);
                    visitors.assertNoComplaints();
                } catch (PlaywrightException | AssertionError e) {
                    album.tourEnded(tour, e);
                }
            }
        }
    }

    private static PictureSheet sheet(Album album) {
        return new PictureSheet(album.pictures(), AcceptedUndecided.read());
    }

    private static List<String> wrong(Album album) {
        List<String> wrong = new ArrayList<>();
        wrong.addAll(album.endedTours());
        album.missing().forEach(scene -> wrong.add(scene.key() + ": no tour leads there"));
        PictureSheet sheet = sheet(album);
        album.pictures()
                .forEach(picture -> sheet.wrong(picture)
                        .forEach(line -> wrong.add(picture.scene().key() + "-" + line)));
        AcceptedUndecided.read()
                .unneeded(album.pictures().stream()
                        .flatMap(picture -> picture.undecided().stream())
                        .toList())
                .forEach(line -> wrong.add("no longer occurs, take it out of accepted-undecided.txt: " + line));
        return wrong;
    }
}
