package org.deviceoffboarding.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;

/** Suggestions and devices: their lists, with what narrows them, and their pages. */
final class SuggestionTour implements Tour {

    @Override
    public void lead(Visitors visitors, Album album) {
        Visitor operator = visitors.signIn(Person.OPERATOR);
        lists(operator, album);
        suggestion(operator, album);
        devices(visitors.signIn(Person.READER), album);
    }

    private static void lists(Visitor operator, Album album) {
        album.take(Scene.SUGGESTIONS, operator, () -> operator.open("/suggestions"));
        album.take(Scene.FILTERS, operator, () -> operator.open("/suggestions?platform=WINDOWS"), look -> {
            if (look.narrow()) {
                Locator filters = operator.page().locator(".filters-open");
                if (filters.getAttribute("aria-expanded").equals("false")) {
                    filters.click();
                }
            }
        });
        Runnable open = () -> operator.open("/suggestions?search=");
        album.take(Scene.COLUMNS, operator, open, look -> {
            if (!look.narrow()) { // a narrow list has its columns in one
                operator.button("Columns").click();
            }
        });
        album.take(Scene.VIEWS, operator, open, look -> operator.button("Views").click());
        album.take(Scene.SAVE_VIEW, operator, () -> {
            open.run();
            operator.button("Views").click();
            operator.button("Save view…").click();
            assertThat(operator.page().locator("vaadin-dialog").getByLabel("Name"))
                    .isVisible();
        });
        album.take(Scene.REMOVE_SHARED_VIEW, operator, () -> {
            operator.page().locator("vaadin-dialog").getByLabel("Name").fill("Of the week");
            operator.page().locator("vaadin-dialog").getByLabel("Share it").check();
            operator.button("Save view").click();
            operator.page()
                    .locator(".list-tools")
                    .getByText("Of the week")
                    .first()
                    .click();
            operator.button("Remove the view Of the week").click();
            assertThat(operator.button("Keep the view")).isVisible();
        });
        operator.button("Remove for everybody").click();
        album.take(Scene.SUGGESTIONS_NO_HITS, operator, () -> operator.open("/suggestions?search=nothing-like-it"));
        operator.open("/suggestions?search=");
    }

    private static void suggestion(Visitor operator, Album album) {
        album.take(Scene.SUGGESTION, operator, () -> open(operator, "iOS/iPadOS corporate"));
        album.take(Scene.MANAGE, operator, () -> {
            operator.button("Manage suggestion").click();
            assertThat(operator.page().locator("vaadin-dialog").getByLabel("Note"))
                    .isVisible();
        });
        album.take(Scene.SUGGESTION_SELECTED, operator, () -> {
            operator.button("Cancel").click();
            operator.button("Select all that match").click();
        });
        album.take(Scene.PICKED_FOR_EXCEPTION, operator, () -> {
            operator.button("Make exceptions…").click();
            assertThat(operator.button("Show all 11…")).isVisible();
        });
        album.take(Scene.PICKED_ALL, operator, () -> {
            operator.button("Show all 11…").click();
            assertThat(operator.button("Close")).isVisible();
        });
        operator.button("Close").click();
        operator.button("Cancel").click();
        album.take(Scene.TAKE_TICK_BACK, operator, () -> {
            open(operator, "iOS/iPadOS corporate");
            Locator boxes = operator.page().locator(".step-box input");
            boxes.nth(0).check();
            boxes.nth(1).check();
            boxes.nth(0).click();
            assertThat(operator.button("Keep the tick")).isVisible();
        });
        album.take(Scene.SUGGESTION_OF_AUTOPILOT, operator, () -> open(operator, "Autopilot"));
        album.take(Scene.SUGGESTION_UNKNOWN, operator, () -> operator.open("/suggestions/99999"));
    }

    private static void devices(Visitor reader, Album album) {
        album.take(Scene.SUGGESTION_OF_READER, reader, () -> open(reader, "Windows"));
        album.take(Scene.DEVICE_FLAGGED, reader, () -> {
            reader.page().locator(".devices-in-suggestion a").first().click();
            assertThat(reader.section("Why it is flagged")).isVisible();
        });
        album.take(Scene.DEVICES, reader, () -> reader.open("/devices"));
        album.take(Scene.DEVICES_NO_HITS, reader, () -> reader.open("/devices?search=nothing-like-it"));
        album.take(Scene.DEVICE_LEFT_OUT, reader, () -> {
            reader.open("/runs/2");
            reader.section("Left out, and why").locator("vaadin-grid a").first().click();
            assertThat(reader.section("Why it is left out")).isVisible();
        });
        album.take(Scene.DEVICE_WELL, reader, () -> {
            reader.open("/devices?intune=YES&enabled=YES&platform=WINDOWS");
            reader.page().locator("vaadin-grid a").first().click();
            assertThat(reader.page().getByText("Not flagged")).isVisible();
        });
        album.take(Scene.DEVICE_UNKNOWN, reader, () -> reader.open("/devices/00000000-0000-4000-8000-000000000000"));
    }

    private static void open(Visitor visitor, String title) {
        visitor.open("/suggestions");
        visitor.link(title).first().click();
        assertThat(visitor.section("Factors")).isVisible();
    }
}
