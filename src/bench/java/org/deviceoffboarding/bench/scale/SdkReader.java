package org.deviceoffboarding.bench.scale;

import com.microsoft.graph.core.tasks.PageIterator;
import com.microsoft.graph.models.AuditEvent;
import com.microsoft.graph.models.AuditEventCollectionResponse;
import com.microsoft.graph.models.Device;
import com.microsoft.graph.models.DeviceCollectionResponse;
import com.microsoft.graph.models.ManagedDevice;
import com.microsoft.graph.models.ManagedDeviceCollectionResponse;
import com.microsoft.graph.models.WindowsAutopilotDeviceIdentity;
import com.microsoft.graph.models.WindowsAutopilotDeviceIdentityCollectionResponse;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.HttpMethod;
import com.microsoft.kiota.RequestInformation;
import com.microsoft.kiota.authentication.AuthenticationProvider;
import com.microsoft.kiota.serialization.AdditionalDataHolder;
import com.microsoft.kiota.serialization.Parsable;
import com.microsoft.kiota.serialization.ParsableFactory;
import java.net.URI;
import java.sql.Connection;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/** Reads as the SDK's documentation has it: its page iterator with its model objects, and batched inserts. */
final class SdkReader implements ContenderMain.ListReader {

    @Override
    public long read(CopiedTable table, URI graph, String path, String token, Connection database) throws Exception {
        AuthenticationProvider bearer =
                (request, context) -> request.headers.tryAdd("Authorization", "Bearer " + token);
        var client = new GraphServiceClient(bearer);
        client.getRequestAdapter().setBaseUrl(graph.toString());
        var request = new RequestInformation();
        request.httpMethod = HttpMethod.GET;
        request.setUri(URI.create(graph + path.replace(" ", "%20")));
        return switch (table.source()) {
            case "entra_device" ->
                pages(
                        client,
                        request,
                        table,
                        database,
                        Device.class,
                        DeviceCollectionResponse::createFromDiscriminatorValue);
            case "managed_device" ->
                pages(
                        client,
                        request,
                        table,
                        database,
                        ManagedDevice.class,
                        ManagedDeviceCollectionResponse::createFromDiscriminatorValue);
            case "autopilot_identity" ->
                pages(
                        client,
                        request,
                        table,
                        database,
                        WindowsAutopilotDeviceIdentity.class,
                        WindowsAutopilotDeviceIdentityCollectionResponse::createFromDiscriminatorValue);
            default ->
                pages(
                        client,
                        request,
                        table,
                        database,
                        AuditEvent.class,
                        AuditEventCollectionResponse::createFromDiscriminatorValue);
        };
    }

    private static <T extends Parsable, P extends Parsable & AdditionalDataHolder> long pages(
            GraphServiceClient client,
            RequestInformation request,
            CopiedTable table,
            Connection database,
            Class<T> model,
            ParsableFactory<P> factory)
            throws Exception {
        P first = Objects.requireNonNull(client.getRequestAdapter().send(request, null, factory));
        var rows = new AtomicLong();
        try (BatchedInserts<T> inserts = new BatchedInserts<>(database, table, model)) {
            new PageIterator.Builder<T, P>()
                    .client(client)
                    .collectionPage(first)
                    .collectionPageFactory(factory)
                    .processPageItemCallback(object -> {
                        inserts.add(object);
                        rows.incrementAndGet();
                        return true;
                    })
                    .build()
                    .iterate();
        }
        return rows.get();
    }
}
