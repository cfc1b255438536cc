package org.deviceoffboarding.base.ui.list;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.deviceoffboarding.As;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Preferences;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.SavedView;
import org.deviceoffboarding.base.SavedViews;
import org.deviceoffboarding.inventory.DeviceRow;
import org.deviceoffboarding.remediation.FlaggedTenant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** What all lists have in common, at the list of devices. */
@PortalTest
@ViewPackages(packages = {"org.deviceoffboarding.inventory.ui", "org.deviceoffboarding.suggestion.ui"})
@WithMockUser(
        username = "anna",
        roles = {Roles.READER, Roles.OPERATOR})
class ListToolsTest extends SpringBrowserlessTest {

    private static final Actor BEN = new Actor("oid-ben", "ben@contoso.example");

    @Autowired
    private Preferences preferences;

    @Autowired
    private SavedViews views;

    @Autowired
    private JdbcClient jdbc;

    private FlaggedTenant tenant;

    @BeforeEach
    void haveDevices() {
        tenant = FlaggedTenant.removed(jdbc);
        tenant.flagged("LAPTOP-1", "AzureAd");
        tenant.healthy("LAPTOP-2");
        tenant.healthy("PHONE-1");
    }

    @Test
    void howManyDevicesThereAreIsSaidAndHowManyMatch() {
        open("");
        assertThat(counted()).isEqualTo("3 devices");
        assertThat(button("Clear filters").isVisible()).isFalse();

        test(search()).setValue("LAPTOP");
        assertThat(counted()).isEqualTo("2 devices match");

        test(search()).setValue("PHONE");
        assertThat(counted()).isEqualTo("1 device matches");
    }

    @Test
    void allFiltersAreClearedAtOnceAndTheOrderStays() {
        open("search=LAPTOP&situation=FLAGGED&sort=name,desc");
        assertThat(counted()).isEqualTo("1 device matches");

        test(button("Clear filters")).click();

        assertThat(counted()).isEqualTo("3 devices");
        assertThat(search().isEmpty()).isTrue();
        assertThat(names()).containsExactly("PHONE-1", "LAPTOP-2", "LAPTOP-1");
    }

    @Test
    void theButtonInNarrowWindowsSaysHowManyFiltersThereAre() {
        open("search=LAPTOP&situation=FLAGGED&enabled=YES");
        assertThat(button("Filters (2)").getElement().getAttribute("aria-expanded"))
                .isEqualTo("false");

        test(button("Filters (2)")).click();
        test(button("Clear filters")).click();

        assertThat(button("Filters").getElement().getAttribute("aria-expanded")).isEqualTo("true");
    }

    @Test
    void whatAFilterOfTheAddressSaysAndNobodyUnderstandsIsSaidAndFindsNothing() {
        open("platform=BEOS&silent=many&situation=GONE&enabled=&join=%3Cb%3E&colour=red&sort=shoeSize,asc&view=999");

        assertThat(counted()).isEqualTo("0 devices match");
        assertThat(misunderstood())
                .startsWith("The address asks for ")
                .contains("“BEOS”", "“GONE”")
                .endsWith("Nothing is listed or exported until that is removed.");

        test(button("Clear filters")).click();

        assertThat(counted()).isEqualTo("3 devices");
        assertThat(names()).containsExactly("LAPTOP-1", "LAPTOP-2", "PHONE-1");
        assertThat(button("Filters").isVisible()).isTrue();
        assertThat(button("Views").isVisible()).isTrue();
    }

    @Test
    void whatNobodyUnderstandsIsNotRememberedWithTheOtherFilters() {
        open("platform=BEOS&search=LAPTOP");
        assertThat(counted()).isEqualTo("0 devices match");

        UI.getCurrent().navigate("suggestions");
        open("");

        assertThat(counted()).isEqualTo("2 devices match");
        assertThat(search().getValue()).isEqualTo("LAPTOP");
        assertThat(misunderstood()).isEmpty();
    }

    @Test
    void whatNobodyUnderstandsIsNotRememberedOnceAnotherFilterIsChanged() {
        open("platform=BEOS");
        test(search()).setValue("PHONE");
        assertThat(counted()).isEqualTo("0 devices match");
        assertThat(misunderstood()).contains("“BEOS”");

        UI.getCurrent().navigate("suggestions");
        open("");

        assertThat(counted()).isEqualTo("1 device matches");
        assertThat(misunderstood()).isEmpty();
    }

    @Test
    void aViewIsNotRememberedWithoutTheFilterOfItThatNobodyUnderstands() {
        long id = views.share("devices", "Of before", "platform=BEOS", "");
        open("platform=BEOS&view=" + id);
        assertThat(button("View: Of before").isVisible()).isTrue();

        UI.getCurrent().navigate("suggestions");
        open("");

        assertThat(counted()).isEqualTo("3 devices");
        assertThat(button("Views").isVisible()).isTrue();
    }

    @Test
    void chosenColumnsAreRememberedForThatPersonAlone() {
        open("");
        openMenu("Columns");
        test(find(Checkbox.class).withCaption("Serial number").single()).click();
        test(find(Checkbox.class).withCaption("Object ID").single()).click();
        test(moveLeft("State")).click();

        anew();
        assertThat(shown()).contains("Object ID").doesNotContain("Serial number");
        assertThat(shown().indexOf("State")).isLessThan(shown().indexOf("Intune sync"));

        As.person(BEN, () -> {
            anew();
            assertThat(shown()).contains("Serial number").doesNotContain("Object ID");
        });

        anew();
        openMenu("Columns");
        test(button("Reset columns")).click();
        assertThat(preferences.get("columns:devices")).isEmpty();
        assertThat(shown()).contains("Serial number").doesNotContain("Object ID");
    }

    @Test
    void aColumnIsAsWideAsChosen() {
        open("");
        openMenu("Columns");
        widthOf("Width of User").setValue(260);

        anew();

        assertThat(grid().getColumnByKey("user").getWidth()).isEqualTo("260px");
        assertThat(preferences.get("columns:devices").orElseThrow()).contains("user:260");
    }

    @Test
    void columnsThatThePortalDoesNotKnowAreIgnoredAndNewOnesComeLast() {
        preferences.set("columns:devices", "user,shoeSize:300,name");

        open("");

        assertThat(shown()).startsWith("User", "Device", "Serial number").doesNotContain("Object ID");
    }

    @Test
    void aViewBringsBackFiltersOrderAndColumns() {
        open("search=LAPTOP&sort=name,desc");
        openMenu("Columns");
        test(find(Checkbox.class).withCaption("Serial number").single()).click();
        save("My laptops", false);
        assertThat(button("View: My laptops").isVisible()).isTrue();
        openMenu("Columns");
        test(button("Reset columns")).click();
        open("search=PHONE");
        assertThat(button("Views").isVisible()).isTrue();

        openMenu("Views");
        test(button("My laptops")).click();

        assertThat(names()).containsExactly("LAPTOP-2", "LAPTOP-1");
        assertThat(shown()).doesNotContain("Serial number");
        assertThat(button("View: My laptops").isVisible()).isTrue();
        test(search()).setValue("LAPTOP-2");
        assertThat(button("Views").isVisible()).isTrue();
    }

    @Test
    void anAddressOfAViewShowsItsColumnsAndThePersonsOwnComeBackAfterIt() {
        preferences.set("columns:devices", "name,-user");
        long id = views.share("devices", "IDs", "search=LAPTOP", "name,-serialNumber,objectId");

        open("search=LAPTOP&view=" + id);
        assertThat(shown()).contains("Object ID", "User").doesNotContain("Serial number");
        assertThat(preferences.get("columns:devices")).hasValue("name,-user");

        test(search()).setValue("LAPTOP-2");
        assertThat(button("Views").isVisible()).isTrue();
        assertThat(shown()).contains("Serial number").doesNotContain("Object ID", "User");
    }

    @Test
    void changedColumnsLeaveTheViewAndAreThePersonsOwn() {
        long id = views.share("devices", "IDs", "", "name,-serialNumber,objectId");
        open("sort=name,asc&view=" + id);

        openMenu("Columns");
        test(find(Checkbox.class).withCaption("Object ID").single()).click();

        assertThat(button("Views").isVisible()).isTrue();
        assertThat(shown()).contains("User").doesNotContain("Serial number", "Object ID");
        anew();
        assertThat(shown()).contains("User").doesNotContain("Serial number", "Object ID");
    }

    @Test
    void aViewOfAnotherListIsNoneOfThisOne() {
        long id = views.share("suggestions", "Others", "", "name,-user");

        open("search=LAPTOP&view=" + id);

        assertThat(button("Views").isVisible()).isTrue();
        assertThat(shown()).contains("User");
    }

    @Test
    void aSharedViewIsRemovedForEverybodyOnlyAfterAQuestion() {
        long id = views.share("devices", "IDs", "", "name,-serialNumber");
        open("sort=name,asc&view=" + id);
        openMenu("Views");

        test(labelled("Remove the view IDs").getFirst()).click();
        assertThat(views.of("devices")).extracting(SavedView::name).containsExactly("IDs");

        ConfirmDialog question = find(ConfirmDialog.class).single();
        assertThat(question.getElement().getProperty("header")).contains("IDs");
        test(question).reject();
        assertThat(views.of("devices")).isEmpty();
        assertThat(button("Views").isVisible()).isTrue();
        assertThat(shown()).contains("Serial number");
    }

    @Test
    void aColumnThatAppearsMovesNoOther() {
        open("");
        var ordered = new AtomicInteger();
        grid().addColumnReorderListener(event -> ordered.incrementAndGet());

        openMenu("Columns");
        test(find(Checkbox.class).withCaption("Object ID").single()).click();
        assertThat(shown()).contains("Object ID");
        assertThat(ordered).hasValue(0);

        test(moveLeft("Object ID")).click();
        assertThat(ordered).hasValue(1);
    }

    @Test
    void aNameThatIsTakenIsSaidAtItsField() {
        views.share("devices", "Laptops", "", "");
        open("search=LAPTOP");

        save("laptops", false);

        TextField name = find(TextField.class).withCaption("Name").single();
        assertThat(name.isInvalid()).isTrue();
        assertThat(name.getErrorMessage()).contains("already");
        test(name).setValue("Other laptops");
        assertThat(name.isInvalid()).isFalse();
    }

    @Test
    void aViewThatSomebodyRemovedMeanwhileLeavesTheListAsItIsAndThatIsSaid() {
        long id = views.share("devices", "Phones", "search=PHONE", "");
        open("search=LAPTOP&view=" + id);
        assertThat(button("View: Phones").isVisible()).isTrue();

        As.person(BEN, () -> views.removeShared(id));
        find(ListTools.class).single().leaveRemovedView();

        assertThat(names()).containsExactly("LAPTOP-1", "LAPTOP-2");
        assertThat(find(Span.class)
                        .withText("The view “Phones” was removed. The filters and the order stay as they are.")
                        .exists())
                .isTrue();
        assertThat(button("Views").isVisible()).isTrue();
    }

    @Test
    void aViewThatIsRemovedWhileTheMenuIsOpenIsNotOpened() {
        long id = views.share("devices", "Phones", "search=PHONE", "");
        open("search=LAPTOP");
        openMenu("Views");

        As.person(BEN, () -> views.removeShared(id));
        test(button("Phones")).click();

        assertThat(names()).containsExactly("LAPTOP-1", "LAPTOP-2");
        assertThat(find(Notification.class).exists()).isTrue();
        assertThat(find(Button.class).withText("Phones").exists()).isFalse();
    }

    @Test
    @WithMockUser(username = "rita", roles = Roles.READER)
    void aReaderRemovesOnlyOwnViewsAndSharesNone() {
        As.person(BEN, List.of(Roles.READER, Roles.OPERATOR), () -> views.share("devices", "Everybody's", "", ""));
        open("");
        save("Mine", true);

        openMenu("Views");
        assertThat(views.of("devices")).extracting(SavedView::shared).containsExactly(true, false);
        assertThat(labelled("Remove the view Everybody's")).isEmpty();
        test(labelled("Remove the view Mine").getFirst()).click();

        assertThat(views.of("devices")).extracting(SavedView::name).containsExactly("Everybody's");
        assertThat(button("Views").isVisible()).isTrue();
    }

    private void open(String query) {
        UI.getCurrent().navigate("devices", QueryParameters.fromString(query));
    }

    /** As after coming back: with a view of its own. */
    private void anew() {
        UI.getCurrent().navigate("suggestions");
        open("sort=name,asc");
    }

    /** @param share where the person may */
    private void save(String name, boolean share) {
        openMenu("Views");
        test(button("Save view…")).click();
        test(find(TextField.class).withCaption("Name").single()).setValue(name);
        find(Checkbox.class)
                .withCaption("Share it with everybody who uses this portal")
                .all()
                .forEach(box -> box.setValue(share));
        test(button("Save view")).click();
    }

    private void openMenu(String name) {
        find(Popover.class).all().stream()
                .filter(popover -> name.equals(popover.getAriaLabel().orElse("")))
                .findFirst()
                .orElseThrow()
                .open();
    }

    @SuppressWarnings("unchecked")
    private Select<Integer> widthOf(String label) {
        return (Select<Integer>) find(Select.class).all().stream()
                .filter(select ->
                        label.equals(((Select<?>) select).getAriaLabel().orElse("")))
                .findFirst()
                .orElseThrow();
    }

    private Button moveLeft(String column) {
        return labelled("Move " + column + " to the left").getFirst();
    }

    private List<Button> labelled(String label) {
        return find(Button.class).all().stream()
                .filter(button -> label.equals(button.getAriaLabel().orElse("")))
                .toList();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).all().stream().findFirst().orElseGet(() -> {
            Button hidden = new Button(text);
            hidden.setVisible(false);
            return hidden;
        });
    }

    private TextField search() {
        return find(TextField.class).withCaption("Search").single();
    }

    private Grid<?> grid() {
        return find(Grid.class).single();
    }

    private List<String> shown() {
        return grid().getColumns().stream()
                .filter(Grid.Column::isVisible)
                .map(Grid.Column::getHeaderText)
                .toList();
    }

    private List<String> names() {
        Grid<?> grid = grid();
        int rows = test(grid).size();
        return IntStream.range(0, rows)
                .mapToObj(row -> ((DeviceRow) test(grid).getRow(row)).name())
                .toList();
    }

    private String misunderstood() {
        return find(Span.class).withClassName("list-misunderstood").single().getText();
    }

    private String counted() {
        test(grid()).size();
        roundTrip();
        return find(Span.class).all().stream()
                .filter(span -> span.hasClassName("list-count"))
                .findFirst()
                .orElseThrow()
                .getText();
    }
}
