package org.deviceoffboarding.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;

/** Runs that fail, sign-ins that do not work, sessions that end, and a database that is away. */
final class TroubleTour implements Tour {

    private static final int MILLIS_TO_WAIT_FOR_DATABASE = 60_000;

    @Override
    public void lead(Visitors visitors, Album album) {
        Visitor owner = visitors.signIn(Person.OWNER);
        runs(owner, visitors.portal().faults(), album);
        restored(owner, visitors.portal().databaseFaults(), album);
        outside(visitors.newcomer(), album);
        database(owner, visitors.newcomer(), visitors.portal().databaseFaults(), album);
    }

    private static void runs(Visitor owner, DemoTenantFaults faults, Album album) {
        album.take(Scene.RUN_FAILED_NOTICE, owner, () -> {
            faults.failNextRun();
            owner.open("/");
            owner.button("Run").click();
            owner.button("Start run").click();
            assertThat(owner.button("Run again")).isVisible();
        });
        album.take(Scene.RUN_FAILED, owner, () -> {
            owner.link("Open run 2").first().click();
            assertThat(owner.heading()).containsText("Run 2");
        });
        album.take(Scene.RUN_TO_CONFIRM, owner, () -> {
            faults.letGo();
            faults.hideManagedDevices();
            owner.button("Run again").click();
            owner.button("Start run").click();
            owner.link("Look at its numbers and confirm…").click();
            assertThat(owner.button("Confirm and run again…")).isVisible();
        });
        album.take(Scene.CONFIRM_INVENTORY, owner, () -> {
            owner.button("Confirm and run again…").click();
            assertThat(owner.button("Confirm and run again")).isVisible();
        });
        owner.button("Cancel").click();
        faults.letGo();
    }

    private static void restored(Visitor owner, DatabaseFaults faults, Album album) {
        faults.seemRestored();
        album.take(Scene.RESTORED_DATABASE, owner, () -> {
            owner.open("/");
            owner.button("See what is open…").click();
            assertThat(owner.button("Confirm and go on")).isVisible();
        });
        owner.button("Not yet").click();
        faults.haveMailWaited();
        album.take(Scene.WAITED_MAIL, owner, () -> {
            owner.open("/settings/notifications");
            assertThat(owner.button("Send the selected")).isVisible();
        });
        album.take(Scene.LEAVE_WAITED_MAIL_OUT, owner, () -> {
            owner.page().locator("vaadin-grid vaadin-checkbox").first().click();
            owner.button("Leave the selected out…").click();
            assertThat(owner.button("Keep")).isVisible();
        });
        owner.button("Keep").click();
    }

    private static void outside(Visitor newcomer, Album album) {
        problem(Scene.PROVIDER_AWAY, "/sign-in-problem?reason=unreachable", newcomer, album);
        problem(Scene.SIGN_IN_REFUSED, "/sign-in-problem?reason=refused", newcomer, album);
        problem(Scene.SIGN_IN_CANCELLED, "/sign-in-problem?reason=cancelled", newcomer, album);
        problem(Scene.SIGN_IN_EXPIRED, "/sign-in-problem?reason=expired", newcomer, album);
        problem(Scene.SIGNED_OUT, "/signed-out", newcomer, album);
        problem(Scene.SESSION_ENDED, "/session-ended?reason=too_long", newcomer, album);
        problem(Scene.PAGE_ENDED, "/page-ended?of=somebody&session=ended", newcomer, album);
    }

    private static void problem(Scene scene, String path, Visitor newcomer, Album album) {
        album.take(scene, newcomer, () -> newcomer.openRefused(path));
    }

    private static void database(Visitor owner, Visitor newcomer, DatabaseFaults faults, Album album) {
        album.take(Scene.BROKEN, owner, () -> {
            owner.open("/settings");
            faults.lose("instruction_version");
            owner.link("Instructions").click();
            assertThat(owner.heading()).hasText("This page could not be shown");
        });
        newcomer.open("/");
        owner.page().navigate("about:blank"); // a page that is open would complain, too
        faults.stop();
        try {
            album.take(Scene.DATABASE_AWAY, newcomer, () -> {
                newcomer.page()
                        .getByText(Person.AUDITOR.displayName())
                        .click(new Locator.ClickOptions().setTimeout(MILLIS_TO_WAIT_FOR_DATABASE));
                assertThat(newcomer.heading())
                        .hasText(
                                "The database is away",
                                new LocatorAssertions.HasTextOptions().setTimeout(MILLIS_TO_WAIT_FOR_DATABASE));
                newcomer.complaints().clear(); // of the status 503
            });
        } finally {
            faults.goOn();
        }
    }
}
