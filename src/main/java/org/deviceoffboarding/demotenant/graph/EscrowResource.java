package org.deviceoffboarding.demotenant.graph;

import static org.deviceoffboarding.demotenant.graph.odata.Operator.*;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.deviceoffboarding.demotenant.DirectoryRole;
import org.deviceoffboarding.demotenant.graph.odata.Call;
import org.deviceoffboarding.demotenant.graph.odata.Filter;
import org.deviceoffboarding.demotenant.graph.odata.Listing;
import org.deviceoffboarding.demotenant.graph.odata.ODataError;
import org.deviceoffboarding.demotenant.graph.odata.ODataRequest;
import org.deviceoffboarding.demotenant.graph.odata.ODataResponse;
import org.deviceoffboarding.demotenant.graph.odata.Schema;
import org.deviceoffboarding.demotenant.graph.odata.SparseRows;
import org.deviceoffboarding.demotenant.population.IdKind;
import org.deviceoffboarding.demotenant.population.LocalCredential;
import org.deviceoffboarding.demotenant.population.RecoveryKey;
import org.jspecify.annotations.Nullable;

/** Tells that BitLocker keys and local administrators' passwords are kept. There are no keys or passwords to be told. */
final class EscrowResource implements Resource {

    private static final String KEYS = "/informationProtection/bitlocker/recoveryKeys";
    private static final String CREDENTIALS = "/directory/deviceLocalCredentials";

    private static final Schema<RecoveryKey> KEY_SCHEMA = new Schema<RecoveryKey>(
                    "bitlockerRecoveryKey", "informationProtection/bitlocker/recoveryKeys", false)
            .with("id", RecoveryKey::id)
            .with("createdDateTime", RecoveryKey::created)
            .with("volumeType", key -> key.systemVolume() ? "operatingSystemVolume" : "fixedDataVolume")
            .with("deviceId", RecoveryKey::deviceId, EQ);

    private static final Schema<LocalCredential> CREDENTIAL_SCHEMA = new Schema<LocalCredential>(
                    "deviceLocalCredentialInfo", "directory/deviceLocalCredentials", false)
            .with("id", LocalCredential::deviceId, EQ)
            .with("deviceName", LocalCredential::deviceName, EQ, STARTSWITH)
            .with("lastBackupDateTime", LocalCredential::lastBackup)
            .with("refreshDateTime", LocalCredential::refresh);

    private static final Set<DirectoryRole> READERS = Set.of(
            DirectoryRole.GLOBAL_ADMINISTRATOR,
            DirectoryRole.INTUNE_ADMINISTRATOR,
            DirectoryRole.CLOUD_DEVICE_ADMINISTRATOR,
            DirectoryRole.HELPDESK_ADMINISTRATOR,
            DirectoryRole.SECURITY_READER,
            DirectoryRole.GLOBAL_READER);

    private final Directory directory;
    private final Listing<RecoveryKey> keys = Listing.ofEntra(KEY_SCHEMA, 100, 100);
    private final Listing<LocalCredential> credentials = Listing.ofEntra(CREDENTIAL_SCHEMA, 100, 999);

    EscrowResource(Directory directory) {
        this.directory = directory;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get(KEYS, this::listKeys);
        routes.get(KEYS + "/{id}", this::key);
        routes.get(CREDENTIALS, call -> {
            checkCaller(call.request());
            return credentials.answer(call, allCredentials());
        });
        routes.get(CREDENTIALS + "/{id}", this::credential);
    }

    private ODataResponse listKeys(Call call) {
        checkCaller(call.request());
        if (call.query().has("$top")) {
            throw ODataError.unsupportedQuery("$top is not supported for this resource.");
        }
        return keys.answer(call, allKeys(), this::keysNamedBy);
    }

    private @Nullable SparseRows<RecoveryKey> keysNamedBy(Filter filter) {
        var ids = filter.valuesOf("deviceId");
        return ids == null
                ? null
                : SparseRows.of(ids.stream().flatMap(id -> keysOf(id).stream()).toList());
    }

    private List<RecoveryKey> keysOf(String deviceId) {
        var device = directory.population().findEntraDevice(IdKind.ENTRA_DEVICE, deviceId);
        return device == null || device.state().gone()
                ? List.of()
                : directory.population().escrow().recoveryKeys(device);
    }

    private SparseRows<RecoveryKey> allKeys() {
        return new SparseRows<>() {
            @Override
            public long end() {
                return directory.population().size() * 2L;
            }

            @Override
            public @Nullable RecoveryKey at(long position) {
                var device = directory.population().entraDevice((int) (position / 2), Instant.MAX);
                var keys = device == null || device.state().gone()
                        ? List.<RecoveryKey>of()
                        : directory.population().escrow().recoveryKeys(device);
                int number = (int) (position % 2);
                return number < keys.size() ? keys.get(number) : null;
            }
        };
    }

    private ODataResponse key(Call call) {
        checkCaller(call.request());
        var number = directory.population().escrow().deviceOfKey(call.argument());
        for (int i = 0; number.isPresent() && i < 2; i++) {
            var key = allKeys().at(number.getAsLong() * 2 + i);
            if (key != null && key.id().equals(call.argument())) {
                return KEY_SCHEMA.single(call, key);
            }
        }
        throw ODataError.notFound(call.argument());
    }

    private SparseRows<LocalCredential> allCredentials() {
        return new SparseRows<>() {
            @Override
            public long end() {
                return directory.population().size();
            }

            @Override
            public @Nullable LocalCredential at(long position) {
                var device = directory.devices().at(position);
                return device == null ? null : directory.population().escrow().localCredential(device);
            }
        };
    }

    private ODataResponse credential(Call call) {
        checkCaller(call.request());
        var device = directory.device(IdKind.ENTRA_DEVICE, call.argument());
        var credential = directory.population().escrow().localCredential(device);
        if (credential == null) {
            throw ODataError.notFound(call.argument());
        }
        return CREDENTIAL_SCHEMA.single(call, credential);
    }

    /** What a person needs beside the permission; an app that acts on its own needs no role. */
    private static void checkRole(ODataRequest request) {
        if (!request.caller().appOnly() && !request.caller().hasAny(READERS)) {
            throw ODataError.forbidden();
        }
    }

    private static void checkCaller(ODataRequest request) {
        checkRole(request);
        if (!request.headers().has("User-Agent")) {
            throw ODataError.badRequest("The header User-Agent is required.");
        }
    }
}
