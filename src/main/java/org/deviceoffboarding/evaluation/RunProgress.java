package org.deviceoffboarding.evaluation;

import org.deviceoffboarding.inventory.InventoryCounts;
import org.deviceoffboarding.inventory.InventorySource;

/**
 * How far a run has come.
 *
 * @param pages read from Microsoft Graph, those that had to be read again included
 * @param toConfirm how many devices Intune is asked for by key
 * @param confirmed how many of them were asked for
 * @param doing what the run does now beside what is counted, which completes "the run …"; empty where the numbers say it
 */
public record RunProgress(
        long pages,
        long entraDevices,
        long managedDevices,
        long autopilotIdentities,
        long removalEvents,
        long judged,
        long toConfirm,
        long confirmed,
        String doing) {

    public RunProgress(
            long pages,
            long entraDevices,
            long managedDevices,
            long autopilotIdentities,
            long removalEvents,
            long judged,
            long toConfirm,
            long confirmed) {
        this(pages, entraDevices, managedDevices, autopilotIdentities, removalEvents, judged, toConfirm, confirmed, "");
    }

    /** Returns how many devices were read, in Entra and Intune together. */
    public long devicesRead() {
        return entraDevices + managedDevices;
    }

    /** Returns the same with so many pages. */
    public RunProgress withPages(long value) {
        return new RunProgress(
                value,
                entraDevices,
                managedDevices,
                autopilotIdentities,
                removalEvents,
                judged,
                toConfirm,
                confirmed,
                doing);
    }

    /** Returns the same with so many rows of one list. */
    public RunProgress withRows(InventorySource source, long rows) {
        return switch (source) {
            case ENTRA_DEVICES -> withRows(rows, managedDevices, autopilotIdentities, removalEvents);
            case MANAGED_DEVICES -> withRows(entraDevices, rows, autopilotIdentities, removalEvents);
            case AUTOPILOT_IDENTITIES -> withRows(entraDevices, managedDevices, rows, removalEvents);
            case REMOVAL_EVENTS -> withRows(entraDevices, managedDevices, autopilotIdentities, rows);
        };
    }

    /** Returns the same with the rows of all lists. */
    public RunProgress withRows(InventoryCounts counts) {
        return withRows(
                counts.entraDevices(), counts.managedDevices(), counts.autopilotIdentities(), counts.removalEvents());
    }

    /** Returns the same with so many devices judged. */
    public RunProgress withJudged(long value) {
        return new RunProgress(
                pages,
                entraDevices,
                managedDevices,
                autopilotIdentities,
                removalEvents,
                value,
                toConfirm,
                confirmed,
                doing);
    }

    /** Returns the same with so many devices asked for by key, out of so many. */
    public RunProgress withConfirmed(long value, long of) {
        return new RunProgress(
                pages, entraDevices, managedDevices, autopilotIdentities, removalEvents, judged, of, value, doing);
    }

    /** Returns the same with what the run does now. */
    public RunProgress withDoing(String what) {
        return new RunProgress(
                pages,
                entraDevices,
                managedDevices,
                autopilotIdentities,
                removalEvents,
                judged,
                toConfirm,
                confirmed,
                what);
    }

    private RunProgress withRows(long entra, long managed, long autopilot, long events) {
        return new RunProgress(pages, entra, managed, autopilot, events, judged, toConfirm, confirmed, doing);
    }
}
