package org.deviceoffboarding.inventory.criterion;

/** Devices by any of their three IDs. */
final class AnyId {

    static final String PARAMETER = "anyIds";

    static final String SUBSET = """
            select object_id from entra_device where run_id = :run and object_id = any(:anyIds)
            union select object_id from entra_device where run_id = :run and device_id = any(:anyIds)
            union select d.object_id from managed_device m
                join entra_device d on d.run_id = m.run_id and d.device_id = m.entra_device_id
                where m.run_id = :run and m.intune_id = any(:anyIds)
            union select d.object_id from former_record m
                join entra_device d on d.run_id = :run and d.device_id = m.entra_device_id
                where m.intune_id = any(:anyIds) and not exists (
                    select from managed_device n
                    where n.run_id = :run and n.intune_id = m.intune_id and n.entra_device_id is not null)
            """;

    private AnyId() {}
}
