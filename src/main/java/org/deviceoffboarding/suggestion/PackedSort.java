package org.deviceoffboarding.suggestion;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.deviceoffboarding.base.Ownership;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.inventory.RemovalEvent;
import org.deviceoffboarding.judging.KindGroup;
import org.deviceoffboarding.judging.LinkState;
import org.deviceoffboarding.judging.Situation;

/**
 * Unpacks what a finding is told apart by from the one number that {@code finding_sort} of the database packs it into. Names count
 * from 1, in the order of their enums.
 */
final class PackedSort {

    /** The columns that counts go by, from a {@code sort}; all of them null where that is. */
    static final String COLUMNS = String.join(
            ", ",
            name(0, 4, Situation.class) + " as situation",
            name(4, 4, Platform.class) + " as platform",
            name(8, 2, Ownership.class) + " as ownership",
            name(10, 4, KindGroup.class) + " as kind_group",
            name(14, 3, LinkState.class) + " as link_state",
            name(17, 3, RemovalEvent.Kind.class) + " as removal",
            known(20) + " as enabled",
            known(22) + " as compliant",
            "(array['AzureAd', 'Workplace', 'ServerAd'])[" + bits(24, 2) + "] as join_type",
            bits(26, 1) + " = 1 as never_signed_in",
            bits(27, 1) + " = 1 as signed_in_afterwards");

    private PackedSort() {}

    private static String name(int from, int width, Class<? extends Enum<?>> type) {
        String names = Arrays.stream(type.getEnumConstants())
                .map(constant -> "'" + constant.name() + "'")
                .collect(Collectors.joining(", "));
        return "(array[" + names + "])[" + bits(from, width) + "]";
    }

    private static String known(int from) {
        return "(array[false, true])[" + bits(from, 2) + "]";
    }

    private static String bits(int from, int width) {
        return "((sort >> " + from + ") & " + ((1 << width) - 1) + ")";
    }
}
