package org.deviceoffboarding.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;

/** What two people ask for, decide, stop and undo, and what becomes of it where the tenant refuses. */
final class RequestTour implements Tour {

    private static final String REQUEST = "Disable 11 devices";
    private static final String UNDO = "Re-enable 11 devices";

    @Override
    public void lead(Visitors visitors, Album album) {
        Visitor operator = visitors.signIn(Person.OPERATOR);
        Visitor approver = visitors.signIn(Person.APPROVER);
        Visitor reader = visitors.signIn(Person.READER);
        DemoTenantFaults faults = visitors.portal().faults();
        asking(operator, album);
        album.take(Scene.SUGGESTION_ASKED, reader, () -> openSuggestion(reader));
        deciding(approver, album);
        ask(operator);
        carryingOut(approver, faults, album);
        done(operator, album);
        undoing(operator, approver, faults, album);
        album.take(Scene.REQUEST_UNKNOWN, reader, () -> reader.open("/approvals/99999"));
    }

    private static void asking(Visitor operator, Album album) {
        album.take(Scene.ASK, operator, () -> {
            openSuggestion(operator);
            operator.button("Disable 11 devices…").click();
            assertThat(operator.page().locator("vaadin-dialog").getByLabel("Reason"))
                    .isVisible();
        });
        album.take(Scene.UPLOAD_IDS, operator, () -> {
            operator.open("/removed");
            operator.button("Upload IDs…").click();
            assertThat(operator.page().getByText("one ID a line").first()).isVisible();
        });
        ask(operator);
        album.take(Scene.REQUEST_OF_MINE, operator, () -> open(operator, REQUEST));
        album.take(Scene.WITHDRAW, operator, () -> {
            operator.button("Withdraw…").click();
            assertThat(operator.button("Withdraw request")).isVisible();
        });
        operator.button("Cancel").click();
    }

    private static void deciding(Visitor approver, Album album) {
        album.take(Scene.APPROVALS, approver, () -> approver.open("/approvals"));
        album.take(Scene.REQUEST_WAITING, approver, () -> open(approver, REQUEST));
        album.take(Scene.REQUEST_TO_DECIDE, approver, () -> {
            approver.button("Sign in for actions").click();
            approver.button("Accept").click();
            assertThat(approver.button("Approve…")).isVisible();
        });
        album.take(Scene.APPROVE, approver, () -> {
            approver.button("Approve…").click();
            assertThat(approver.button("Approve and disable 11 devices")).isVisible();
        });
        album.take(Scene.REJECT, approver, () -> {
            approver.button("Cancel").click();
            approver.button("Reject…").click();
            approver.page().getByLabel("Why is it rejected?").fill("Two of them are still used by the board");
        });
        album.take(Scene.REQUEST_REJECTED, approver, () -> {
            approver.button("Reject request").click();
            assertThat(approver.button("Reject…")).isHidden();
        });
    }

    private static void carryingOut(Visitor approver, DemoTenantFaults faults, Album album) {
        album.take(Scene.REQUEST_BLOCKED, approver, () -> {
            faults.refuseChangesOf(20);
            open(approver, REQUEST);
            approver.button("Approve…").click();
            approver.button("Approve and disable 11 devices").click();
            assertThat(approver.button("Try again")).isVisible();
        });
        album.take(Scene.REQUEST_RUNNING, approver, () -> {
            faults.letGo();
            faults.holdChanges();
            approver.button("Try again").click();
            assertThat(approver.button("Try again")).isHidden();
        });
        album.take(Scene.STOP, approver, () -> {
            approver.button("Stop…").click();
            assertThat(approver.button("Stop request")).isVisible();
        });
        approver.button("Cancel").click();
        faults.letGo();
        album.take(Scene.REQUEST_DONE, approver, () -> mustBeHandled(approver));
    }

    private static void done(Visitor operator, Album album) {
        album.take(Scene.SUGGESTION_DONE, operator, () -> openSuggestion(operator));
        album.take(Scene.DEVICE_DISABLED, operator, () -> {
            operator.page().locator(".devices-in-suggestion a").first().click();
            assertThat(operator.page().getByText("Disabled by this portal").first())
                    .isVisible();
        });
        album.take(Scene.REMOVED, operator, () -> operator.open("/removed"));
    }

    private static void undoing(Visitor operator, Visitor approver, DemoTenantFaults faults, Album album) {
        album.take(Scene.ASK_TO_UNDO, operator, () -> {
            open(operator, REQUEST);
            operator.button("Ask to re-enable 11 devices…").click();
            operator.page().locator("vaadin-dialog").getByLabel("Reason").fill("They were found again");
        });
        operator.button("Ask to re-enable 11 devices").click();
        album.take(Scene.REQUEST_PARTLY_FAILED, approver, () -> {
            open(approver, UNDO);
            faults.refuseChangesOf(3);
            approver.button("Approve…").click();
            approver.button("Approve and re-enable 11 devices").click();
            mustBeHandled(approver);
        });
        faults.letGo();
    }

    private static void mustBeHandled(Visitor visitor) {
        assertThat(visitor.section("Progress")).containsText("11 of 11 devices handled");
        assertThat(visitor.page().locator("h1").locator("..").getByText("Done")).isVisible();
    }

    private static void ask(Visitor operator) {
        openSuggestion(operator);
        operator.button("Disable 11 devices…").click();
        operator.page().locator("vaadin-dialog").getByLabel("Reason").fill("They left Intune, ticket 4711");
        operator.button("Ask to disable 11 devices").click();
        assertThat(operator.button("Ask to disable 11 devices")).isHidden();
    }

    private static void openSuggestion(Visitor visitor) {
        visitor.open("/suggestions");
        visitor.link("Remove iOS/iPadOS corporate devices").first().click();
        assertThat(visitor.section("Factors")).isVisible();
    }

    /** Opens the newest request of that title. */
    private static void open(Visitor visitor, String title) {
        visitor.open("/approvals");
        visitor.page()
                .locator("vaadin-grid")
                .getByText(title, new Locator.GetByTextOptions().setExact(true))
                .first()
                .click();
        assertThat(visitor.heading()).containsText(title);
    }
}
