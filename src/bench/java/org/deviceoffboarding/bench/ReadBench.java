package org.deviceoffboarding.bench;

import com.microsoft.graph.core.tasks.PageIterator;
import com.microsoft.graph.models.Device;
import com.microsoft.graph.models.DeviceCollectionResponse;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.authentication.AuthenticationProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.deviceoffboarding.demotenant.DemoTenant;
import org.deviceoffboarding.demotenant.DemoTenantProperties;
import org.deviceoffboarding.demotenant.identity.Consent;
import org.deviceoffboarding.graph.GraphCollection;
import org.deviceoffboarding.graph.GraphOf;
import org.jspecify.annotations.Nullable;

/** Reads the same devices by the portal's stream and by the SDK's page iterator, in turn and in one process. */
final class ReadBench {

    private static final int ROUNDS = 3;

    private static final String[] FIELDS = {
        "id",
        "deviceId",
        "displayName",
        "accountEnabled",
        "operatingSystem",
        "operatingSystemVersion",
        "trustType",
        "isManaged",
        "mdmAppId",
        "approximateLastSignInDateTime"
    };

    record Row(
            @Nullable String id,
            @Nullable String deviceId,
            @Nullable String displayName,
            @Nullable Boolean accountEnabled,
            @Nullable String operatingSystem,
            @Nullable String operatingSystemVersion,
            @Nullable String trustType,
            @Nullable Boolean isManaged,
            @Nullable String mdmAppId,
            @Nullable String approximateLastSignInDateTime) {}

    private ReadBench() {}

    static void run(List<String> arguments) throws Exception {
        int devices = Bench.number(arguments, 0, 100_000);
        try (DemoTenant tenant = DemoTenant.start(new DemoTenantProperties(0, "127.0.0.1", devices, 1))) {
            String token = Consent.of(tenant, "owner", "openid profile Device.Read.All")
                    .accessToken();
            System.out.printf("%,d devices, read %d times each%n", devices, ROUNDS);
            for (int round = 1; round <= ROUNDS; round++) {
                double stream = rate(() -> stream(tenant, token));
                double iterator = rate(() -> iterator(tenant, token));
                System.out.printf(
                        "  stream %,10.0f devices/s   page iterator %,10.0f devices/s   ratio %.1f%n",
                        stream, iterator, stream / iterator);
            }
        }
    }

    private static double rate(Callable<Long> reading) throws Exception {
        Instant start = Instant.now();
        long rows = reading.call();
        return rows * 1e9 / Duration.between(start, Instant.now()).toNanos();
    }

    private static long stream(DemoTenant tenant, String token) {
        var rows = new AtomicLong();
        var collection = new GraphCollection<>(
                "Entra devices", "/devices?$top=999&$select=" + String.join(",", FIELDS), Row.class, "Device.Read.All");
        GraphOf.tenant(tenant.graphBaseUrl())
                .readAll(
                        collection,
                        () -> token,
                        page -> rows.addAndGet(page.rows().size()));
        return rows.get();
    }

    private static long iterator(DemoTenant tenant, String token) throws ReflectiveOperationException {
        AuthenticationProvider bearer =
                (request, context) -> request.headers.tryAdd("Authorization", "Bearer " + token);
        var client = new GraphServiceClient(bearer);
        client.getRequestAdapter().setBaseUrl(tenant.graphBaseUrl().toString());
        DeviceCollectionResponse first = client.devices().get(request -> {
            request.queryParameters.top = 999;
            request.queryParameters.select = FIELDS;
        });
        var rows = new AtomicLong();
        new PageIterator.Builder<Device, DeviceCollectionResponse>()
                .client(client)
                .collectionPage(java.util.Objects.requireNonNull(first))
                .collectionPageFactory(DeviceCollectionResponse::createFromDiscriminatorValue)
                .processPageItemCallback(device -> {
                    rows.incrementAndGet();
                    return true;
                })
                .build()
                .iterate();
        return rows.get();
    }
}
