package org.deviceoffboarding.demotenant.population;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The security groups of the company: small ones, one of which contains others. */
public final class DemoGroups {

    private static final int MEMBERS = 12;
    private static final int NEVER_OFFBOARD = 0;
    private static final int PEOPLE = 4;
    private static final int OPERATIONS = 5;

    private final GuidPermutation guids;
    private final Roster roster;
    private final List<DemoGroup> all;

    DemoGroups(GuidPermutation guids, Roster roster) {
        this.guids = guids;
        this.roster = roster;
        this.all = List.of(
                group(NEVER_OFFBOARD, "Never offboard", "Devices that nobody may remove. Contains other groups."),
                group(1, "Executive devices", "Laptops and phones of the board"),
                group(2, "Legal hold", "Devices kept as evidence"),
                group(3, "Kiosks and registers", "Shared devices in the stores"),
                group(PEOPLE, "Service desk", "The people who answer the phone"),
                group(OPERATIONS, "IT operations", "The people who look after devices"));
    }

    private DemoGroup group(int number, String name, String description) {
        return new DemoGroup(number, guids.of(IdKind.GROUP, number), name, description);
    }

    public List<DemoGroup> all() {
        return all;
    }

    /** Returns the group of people who have a role in the portal by it. */
    public DemoGroup serviceDesk() {
        return all.get(PEOPLE);
    }

    public @Nullable DemoGroup find(String id) {
        OptionalLong number = guids.number(IdKind.GROUP, id);
        return number.isPresent() && number.getAsLong() < all.size() ? all.get((int) number.getAsLong()) : null;
    }

    /** Returns the groups that are themselves members of a group. */
    public List<DemoGroup> groupsIn(DemoGroup group) {
        return group.number() == NEVER_OFFBOARD ? List.of(all.get(1), all.get(2)) : List.of();
    }

    /** Returns the numbers of the devices that are members of a group directly. */
    public List<Integer> devicesIn(DemoGroup group) {
        return switch (group.number()) {
            case NEVER_OFFBOARD -> ofProfile(Profile.WINDOWS_BROKEN, 0, 1);
            case 1 -> concat(ofProfile(Profile.IPHONE_HEALTHY, 0, MEMBERS), ofProfile(Profile.MAC_RETIRED, 0, 1));
            case 2 -> concat(ofProfile(Profile.WINDOWS_HEALTHY, 0, MEMBERS), ofProfile(Profile.WINDOWS_SILENT, 0, 2));
            case 3 -> ofProfile(Profile.SHARED_HEALTHY, 0, MEMBERS);
            default -> List.of();
        };
    }

    /** Returns the numbers of the people who are members of a group directly. */
    public List<Integer> peopleIn(DemoGroup group) {
        return switch (group.number()) {
            case PEOPLE -> IntStream.range(3, 3 + MEMBERS).boxed().toList();
            case OPERATIONS -> IntStream.range(0, 3).boxed().toList();
            default -> List.of();
        };
    }

    private List<Integer> ofProfile(Profile profile, int from, int count) {
        return IntStream.range(from, Math.min(count, roster.count(profile)))
                .map(rank -> roster.device(profile, rank))
                .boxed()
                .toList();
    }

    private static List<Integer> concat(List<Integer> some, List<Integer> others) {
        return java.util.stream.Stream.concat(some.stream(), others.stream()).toList();
    }
}
