package org.deviceoffboarding.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.function.Consumer;

/** What there is to see once a run has ended, but for suggestions. */
final class ResultTour implements Tour {

    private static final String OPEN_DRAWER = "document.querySelector('vaadin-app-layout').drawerOpened = true";

    @Override
    public void lead(Visitors visitors, Album album) {
        AgentSteps.mustHaveRun(visitors);
        Visitor owner = visitors.signIn(Person.OWNER);
        Visitor reader = visitors.signIn(Person.READER);
        album.take(Scene.OVERVIEW, owner, () -> owner.open("/"));
        album.take(Scene.OVERVIEW_OF_READER, reader, () -> reader.open("/"));
        shell(owner, album);
        album.take(Scene.RUN, reader, () -> reader.open("/runs/1"));
        album.take(Scene.RUN_UNKNOWN, reader, () -> reader.open("/runs/999"));
        album.take(Scene.SEARCH, reader, () -> reader.open("/search?q=LAP"));
        album.take(Scene.SEARCH_NO_HITS, reader, () -> reader.open("/search?q=nothing-like-it"));
        album.take(Scene.SEARCH_EMPTY, reader, () -> reader.open("/search"));
        exceptions(owner, album);
        audit(owner, album);
        album.take(Scene.NO_SUCH_PAGE, reader, () -> reader.openRefused("/no-such-page", 404));
        album.take(Scene.NO_ACCESS, reader, () -> reader.open("/settings"));
        album.take(Scene.CONNECT, owner, () -> owner.open("/connect"));
    }

    private static void shell(Visitor owner, Album album) {
        Consumer<PageLook> drawer = look -> {
            if (look.narrow()) {
                owner.page().evaluate(OPEN_DRAWER);
            }
        };
        album.take(Scene.MENU, owner, () -> owner.open("/"), drawer);
        album.take(Scene.PERSON_MENU, owner, () -> owner.open("/"), look -> {
            drawer.accept(look);
            owner.page()
                    .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Signed in as"))
                    .click();
        });
        album.take(Scene.SHORTCUTS, owner, () -> {
            owner.open("/");
            owner.page().keyboard().press("?");
            assertThat(owner.page().getByText("Use these keys")).isVisible();
        });
        album.take(Scene.START_RUN, owner, () -> {
            owner.open("/");
            owner.button("Run").click();
            assertThat(owner.button("Start run")).isVisible();
        });
    }

    private static void exceptions(Visitor owner, Album album) {
        owner.open("/devices?search=LAP");
        String id = owner.page()
                .locator("vaadin-grid a[href*='devices/']")
                .first()
                .getAttribute("href")
                .replaceAll(".*/", "");
        album.take(Scene.ADD_EXCEPTION, owner, () -> {
            owner.open("/exceptions");
            owner.button("Add exception…").click();
            assertThat(owner.page().getByLabel("Device ID")).isVisible();
        });
        album.take(Scene.ADD_EXCEPTION_REACH, owner, () -> {
            Locator dialog = owner.page().locator("vaadin-dialog");
            dialog.getByLabel("Device ID").fill(id);
            dialog.getByLabel("Reason").fill("Held as evidence, case 4711");
            dialog.getByLabel("Legal hold: only an owner can lift it").check();
            owner.button("Show what it leaves out").click();
            assertThat(owner.button("Add exception")).isVisible();
        });
        album.take(Scene.EXCEPTIONS, owner, () -> {
            owner.button("Add exception").click();
            assertThat(owner.button("Add exception")).isHidden();
        });
        album.take(Scene.LIFT_EXCEPTION, owner, () -> {
            owner.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Lift the exception"))
                    .first()
                    .click();
            assertThat(owner.button("Propose to lift it")).isVisible();
        });
        album.take(Scene.UPLOAD_EXCEPTIONS, owner, () -> {
            owner.open("/exceptions");
            owner.button("Upload CSV…").click();
            assertThat(owner.page().getByText("Download a template")).isVisible();
        });
    }

    private static void audit(Visitor owner, Album album) {
        album.take(Scene.AUDIT_LOG, owner, () -> owner.open("/audit"));
        album.take(Scene.AUDIT_LOG_VERIFIED, owner, () -> {
            owner.page().getByText("How far the log is proved").click();
            owner.button("Verify").click();
            assertThat(owner.page().getByText("Verified whole")).isVisible();
        });
        album.take(Scene.AUDIT_ENTRY, owner, () -> owner.open("/audit/entry/1"));
        album.take(Scene.AUDIT_LOG_NO_HITS, owner, () -> owner.open("/audit?search=nothing-like-it"));
    }
}
