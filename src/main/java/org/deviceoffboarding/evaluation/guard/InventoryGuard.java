package org.deviceoffboarding.evaluation.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.deviceoffboarding.inventory.InventoryCounts;
import org.springframework.stereotype.Component;

/**
 * Refuses what a run read where it looks incomplete: a list that lost rows would flag the devices that it lost, and take the protection from those that Autopilot has. Compares
 * with the last good run, or with what an owner confirmed since.
 */
@Component
public class InventoryGuard {

    private static final String NEXT =
            " If that is right, an owner can confirm it on the page of this run. Otherwise check in the Intune and the Entra"
                    + " admin center that their lists are whole, and run again.";

    private final InventoryGuardRepository accepted;

    InventoryGuard(InventoryGuardRepository accepted) {
        this.accepted = accepted;
    }

    /**
     * Checks what a run read.
     *
     * @throws IncompleteInventoryException with the numbers before and now
     */
    public void check(long runId, InventoryCounts counts) {
        check(InventoryTotals.of(runId, counts));
    }

    void check(InventoryTotals now) {
        Optional<InventoryTotals> before = accepted.newest();
        boolean noneBefore = before.isPresent() && before.get().managedDevices() == 0;
        if (now.managedDevices() == 0 && now.entraDevices() > 0 && !noneBefore) {
            throw new IncompleteInventoryException(String.format(
                            Locale.ENGLISH,
                            "Intune returned no devices, though Entra ID has %,d: the list looks incomplete, and every device would be"
                                    + " flagged.",
                            now.entraDevices())
                    + NEXT);
        }
        before.ifPresent(numbers -> compare(numbers, now));
    }

    private static void compare(InventoryTotals before, InventoryTotals now) {
        List<String> shrunk = new ArrayList<>();
        if (isShrunk(before.managedDevices(), now.managedDevices())) {
            shrunk.add(numbers("Intune", "devices", now.managedDevices(), before.managedDevices()));
        }
        if (isShrunk(before.entraDevices(), now.entraDevices())) {
            shrunk.add(numbers("Entra ID", "devices", now.entraDevices(), before.entraDevices()));
        }
        if (isShrunk(before.autopilotIdentities(), now.autopilotIdentities())) {
            shrunk.add(numbers(
                    "Windows Autopilot", "registrations", now.autopilotIdentities(), before.autopilotIdentities()));
        }
        if (!shrunk.isEmpty()) {
            throw new IncompleteInventoryException(String.join(" and ", shrunk) + " in run " + before.runId()
                    + ": more than a fifth is missing, so the list looks incomplete." + NEXT);
        }
    }

    /** By more than 20 %. */
    private static boolean isShrunk(long before, long now) {
        return 5 * now < 4 * before;
    }

    private static String numbers(String where, String what, long now, long before) {
        return String.format(Locale.ENGLISH, "%s returned %,d %s, after %,d", where, now, what, before);
    }
}
