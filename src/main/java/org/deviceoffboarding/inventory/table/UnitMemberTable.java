package org.deviceoffboarding.inventory.table;

import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.base.copy.BinaryRow;
import org.deviceoffboarding.inventory.RestrictedUnit;

/** Table {@code restricted_unit_member}. */
public final class UnitMemberTable {

    /** A device in a unit. */
    public record Member(UUID objectId, RestrictedUnit unit) {}

    public static final CopyTable<Member> COPY = new CopyTable<>(
            "restricted_unit_member",
            List.of("object_id", "unit_id"),
            CopyTable.split("object_id, unit_id, unit_name"),
            UnitMemberTable::write,
            null);

    private UnitMemberTable() {}

    private static void write(BinaryRow row, Member member) {
        row.add(member.objectId()).add(member.unit().id()).add(member.unit().name());
    }
}
