package org.deviceoffboarding.remediation.upload;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.Progress;
import org.deviceoffboarding.evaluation.FlaggedDevices;
import org.deviceoffboarding.inventory.Inventories;
import org.deviceoffboarding.removed.DeletedDevices;
import org.deviceoffboarding.removed.DisabledDevices;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says which devices an uploaded list of IDs names. Changes nothing; that it was uploaded is on record. */
@Service
@May(Capability.ASK_FOR_ACTIONS)
@Transactional(readOnly = true)
public class IdUploadService {

    private final DeviceIdRepository devices;
    private final DeletedDevices deletedDevices;
    private final DisabledDevices disabledDevices;
    private final Inventories inventories;
    private final FlaggedDevices flagged;
    private final AuditLog auditLog;
    private final CurrentActor currentActor;

    IdUploadService(
            DeviceIdRepository devices,
            DeletedDevices deletedDevices,
            DisabledDevices disabledDevices,
            Inventories inventories,
            FlaggedDevices flagged,
            AuditLog auditLog,
            CurrentActor currentActor) {
        this.devices = devices;
        this.deletedDevices = deletedDevices;
        this.disabledDevices = disabledDevices;
        this.inventories = inventories;
        this.flagged = flagged;
        this.auditLog = auditLog;
        this.currentActor = currentActor;
    }

    /**
     * Says of each line which device it names, in the order of the file. No two lines name the same device: the later ones
     * are refused.
     *
     * @throws org.deviceoffboarding.remediation.request.RequestRefusedException if the file is no list of IDs
     */
    @Transactional
    public List<UploadedId> check(byte[] file) {
        return check(file, Progress.UNSEEN);
    }

    /** As {@link #check(byte[])}, for a file of many lines. */
    @Transactional
    public List<UploadedId> check(byte[] file, Progress progress) {
        List<IdFile.Row> rows = IdFile.read(file);
        progress.at(0, rows.size());
        KnownDevices known = find(rows.stream()
                .flatMap(row -> row.ids().stream())
                .map(NamedId::id)
                .collect(Collectors.toSet()));
        progress.at(rows.size() / 2, rows.size());
        List<UploadedId> checked = rows.stream().map(known::check).toList();
        auditLog.record(currentActor.get(), IdsUploaded.of(file, checked));
        return checked;
    }

    private KnownDevices find(Set<UUID> ids) {
        OptionalLong result =
                flagged.result().stream().mapToLong(run -> run.id()).findFirst();
        KnownDevices known = new KnownDevices();
        devices.find(ids, inventories.published(), result, known);
        deletedDevices.findByAnyId(ids).forEach(device -> {
            NamedDevice named = new NamedDevice(device.objectId(), device.name());
            known.add(device.objectId(), DeviceIdKind.ENTRA_OBJECT, named);
            known.add(device.deviceId(), DeviceIdKind.ENTRA_DEVICE, named);
        });
        disabledDevices
                .find(ids)
                .forEach((id, device) -> known.add(id, DeviceIdKind.ENTRA_OBJECT, new NamedDevice(id, device.name())));
        return known;
    }
}
