package org.deviceoffboarding.inventory.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.work.LongWork;
import org.deviceoffboarding.inventory.InventoryReplaced;
import org.deviceoffboarding.remediation.ui.News;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.test.context.support.WithMockUser;

/** What people pick from a list, however long it is and whatever takes its place. */
@PortalTest
@ViewPackages(packages = "org.deviceoffboarding.base.ui.search")
@WithMockUser(roles = {Roles.READER, Roles.OPERATOR})
class DeviceSelectionTest extends SpringBrowserlessTest {

    private static final List<UUID> IDS = IntStream.range(0, DeviceSelection.MOST + 1)
            .mapToObj(number -> new UUID(7, number))
            .toList();

    @Autowired
    private OpenPages openPages;

    @Autowired
    private ApplicationEventPublisher events;

    private final Grid<SelectedDevice> grid = new Grid<>();
    private final AtomicLong result = new AtomicLong(1);
    private final List<List<SelectedDevice>> opened = new ArrayList<>();

    @Test
    void whatTakesLongToSelectShowsAtOnceThatItGoesOn() {
        CompletableFuture<Void> mayGoOn = new CompletableFuture<>();
        show(most -> {
            if (most > LongWork.FEW + 1) {
                mayGoOn.join();
            }
            return IDS.subList(0, Math.min(most, 5_000));
        });

        click("Select all that match");

        Button every = button("Select all that match");
        assertThat(every.isEnabled()).isFalse();
        assertThat(every.getElement().getAttribute("aria-busy")).isEqualTo("true");
        assertThat(find(LongWork.class).single().getElement().getTextRecursively())
                .contains("All that match are looked up, to select them.");
        assertThat(find(Span.class).withText("No device selected").exists()).isFalse();

        grid.select(new SelectedDevice(IDS.get(3), "PC-3"));
        assertThat(button("Act…").isEnabled()).isFalse();

        mayGoOn.complete(null);
        until(() -> button("Act…").isEnabled());
        assertThat(said()).isEqualTo("5,000 selected");
        assertThat(every.isEnabled()).isTrue();
        assertThat(every.getElement().getAttribute("aria-busy")).isEqualTo("false");
        assertThat(find(LongWork.class).exists()).isFalse();
        click("Act…");
        assertThat(opened)
                .singleElement()
                .satisfies(devices -> assertThat(devices).hasSize(5_000));
    }

    @Test
    void fewAreSelectedAtOnce() {
        show(most -> IDS.subList(0, Math.min(most, LongWork.FEW)));

        click("Select all that match");

        assertThat(said()).isEqualTo("1,000 selected");
    }

    @Test
    void ofTooManyTheFirstAreSelectedAndItSaysSo() {
        show(most -> IDS.subList(0, Math.min(most, IDS.size())));

        click("Select all that match");

        until(() -> button("Act…").isEnabled());
        assertThat(said()).isEqualTo("100,000 selected, the first and the most at once. Narrow the list for others.");
    }

    @Test
    void whatFailsCanBeTriedAgain() {
        show(most -> {
            if (most > LongWork.FEW + 1) {
                throw new IllegalStateException("cut");
            }
            return IDS.subList(0, most);
        });

        click("Select all that match");

        until(() -> button("Select all that match").isEnabled());
        assertThat(said()).isEqualTo("No device selected");
    }

    @Test
    void onceANewerRunReplacesTheListNothingIsSelectedAnyMoreAndItSaysSo() {
        show(most -> IDS.subList(0, 2));
        grid.select(new SelectedDevice(IDS.get(3), "PC-3"));
        assertThat(said()).isEqualTo("1 selected");

        replace();

        assertThat(said()).startsWith("A newer run has replaced the list that you selected in. Nothing is selected");
        assertThat(grid.getSelectedItems()).isEmpty();
        assertThat(button("Act…").isEnabled()).isFalse();

        click("Select all that match");
        assertThat(said()).isEqualTo("2 selected");
        replace();
        assertThat(said()).startsWith("A newer run has replaced");
    }

    @Test
    void aListThatIsReplacedWhileAllAreSelectedLeavesNothingSelected() {
        CompletableFuture<Void> mayGoOn = new CompletableFuture<>();
        show(most -> {
            if (most > LongWork.FEW + 1) {
                mayGoOn.join();
            }
            return IDS.subList(0, Math.min(most, 5_000));
        });
        click("Select all that match");

        replace();
        mayGoOn.complete(null);

        until(() -> button("Select all that match").isEnabled());
        assertThat(said()).startsWith("A newer run has replaced");
        assertThat(button("Act…").isEnabled()).isFalse();
    }

    @Test
    void ofAListThatNoRunReplacesEverythingStaysSelected() {
        show(most -> IDS.subList(0, 2));
        click("Select all that match");

        News.tell(events, new InventoryReplaced(2));

        assertThat(said()).isEqualTo("2 selected");
    }

    private void show(IntFunction<List<UUID>> ids) {
        DeviceSelection<SelectedDevice> selection = new DeviceSelection<>(
                grid, row -> row, new MatchingDevices(() -> ids, result::get), List.of(new Acting()), openPages);
        UI.getCurrent().add(selection, grid);
    }

    private void replace() {
        News.tell(events, new InventoryReplaced(result.incrementAndGet()));
    }

    /** Returns what is said of how many are selected. */
    private String said() {
        return find(Span.class, find(DeviceSelection.class).single())
                .withAttribute("role", "status")
                .single()
                .getText();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    private void click(String text) {
        test(button(text)).click();
    }

    private void until(BooleanSupplier so) {
        while (!so.getAsBoolean()) {
            Thread.onSpinWait();
            runPendingSignalsTasks();
        }
    }

    private final class Acting implements DeviceBulkAction {

        @Override
        public String label() {
            return "Act…";
        }

        @Override
        public boolean offered() {
            return true;
        }

        @Override
        public void open(List<SelectedDevice> devices, Runnable done) {
            opened.add(devices);
        }
    }
}
