package org.deviceoffboarding.demotenant.unit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The administrative units of the company, and as a switch which of them single devices are in. Two are restricted; some devices that
 * nothing is wrong with are in these, in a tenant that is not small. Safe for many threads.
 */
public final class DemoUnits {

    private static final int FROM = 600;

    /** Everybody may change its devices whose role is for the whole tenant. */
    public static final DemoUnit BRANCH = unit("Munich branch", false);

    public static final DemoUnit CONTROL_ROOMS = unit("Control rooms", true);

    public static final DemoUnit BOARD = unit("Board and executives", true);

    private final Map<Integer, List<DemoUnit>> moved = new ConcurrentHashMap<>();
    private volatile boolean hidden;

    private static DemoUnit unit(String name, boolean restricted) {
        String id = UUID.nameUUIDFromBytes(("administrative unit " + name).getBytes(StandardCharsets.UTF_8))
                .toString();
        return new DemoUnit(id, name, restricted, false);
    }

    /** Returns all units, as they are. */
    public List<DemoUnit> all() {
        return List.of(BRANCH, CONTROL_ROOMS, asIs(BOARD));
    }

    /** Moves a device: from now on it is in these units and no other. */
    public void put(int device, DemoUnit... units) {
        moved.put(device, List.of(units));
    }

    /** Lets only members of {@link #BOARD} see who is in it. */
    public void hideBoard() {
        hidden = true;
    }

    /** Lets all be as it was made. */
    public void reset() {
        moved.clear();
        hidden = false;
    }

    private DemoUnit asIs(DemoUnit unit) {
        return hidden && unit.equals(BOARD)
                ? new DemoUnit(unit.id(), unit.displayName(), unit.restricted(), true)
                : unit;
    }

    /**
     * Returns the units that a device is in.
     *
     * @param ordinary whether it is one that nothing is wrong with
     */
    public List<DemoUnit> of(int device, boolean ordinary) {
        List<DemoUnit> put = moved.isEmpty() ? null : moved.get(device);
        List<DemoUnit> units = put == null ? made(device, ordinary) : put;
        return units.isEmpty() ? units : units.stream().map(this::asIs).toList();
    }

    private static List<DemoUnit> made(int device, boolean ordinary) {
        if (!ordinary || device < FROM) {
            return List.of();
        }
        return switch (device % 120) {
            case 33 -> List.of(CONTROL_ROOMS);
            case 73 -> List.of(BOARD);
            case 113 -> List.of(BOARD, CONTROL_ROOMS);
            case 50 -> List.of(BRANCH);
            default -> List.of();
        };
    }
}
