package org.deviceoffboarding.inventory;

import static org.deviceoffboarding.graph.ScriptedGraph.json;
import static org.deviceoffboarding.graph.ScriptedGraph.page;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.deviceoffboarding.PortalDatabase;
import org.deviceoffboarding.access.SecuredServices;
import org.deviceoffboarding.graph.Graph;
import org.deviceoffboarding.graph.ScriptedGraph;
import org.deviceoffboarding.inventory.copy.CopyTables;
import org.deviceoffboarding.inventory.copy.InventoryPages;
import org.deviceoffboarding.inventory.copy.OldCopies;
import org.deviceoffboarding.inventory.facts.FactsStream;
import org.deviceoffboarding.inventory.list.DeviceExports;
import org.deviceoffboarding.inventory.list.DeviceRepository;
import org.deviceoffboarding.inventory.list.ListedDevices;
import org.deviceoffboarding.inventory.list.PackedDevices;
import org.deviceoffboarding.inventory.unit.RestrictedUnits;
import org.deviceoffboarding.removed.DisabledDevices;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** A tenant that a test makes up, and the inventory module reading it into a real database. */
final class Tenant implements AutoCloseable {

    static final Instant NOW = ScriptedGraph.CLOCK.instant();
    static final Instant SINCE = Instant.parse("2026-10-24T12:00:00Z");

    static final String DEVICES = "/devices";
    static final String MANAGED = "/deviceManagement/managedDevices";
    static final String AUTOPILOT = "/deviceManagement/windowsAutopilotDeviceIdentities";
    static final String AUDIT = "/deviceManagement/auditEvents";

    final ScriptedGraph graph = new ScriptedGraph();
    final Progress progress = new Progress();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    Tenant() {
        PortalDatabase.empty(
                "inventory",
                "inventory_source",
                "relisted_device",
                "entra_device",
                "managed_device",
                "autopilot_identity",
                "removal_event",
                "restricted_unit_member",
                "known_managed_device",
                "moved_managed_device",
                "known_autopilot_identity",
                "verified_change",
                "known_removal_event");
        for (String path : List.of(DEVICES, MANAGED, AUTOPILOT, AUDIT)) {
            has(path);
        }
        context.registerBean(Graph.class, graph::graph);
        context.register(Module.class);
        context.refresh();
    }

    /** Lets a collection hold these rows, on one page. */
    Tenant has(String path, String... rows) {
        graph.on(path, json(page(null, rows)));
        return this;
    }

    Tenant read(long runId) {
        readUnlisted(runId);
        reader().list(runId);
        return this;
    }

    Tenant readUnlisted(long runId) {
        reader().read(runId, SINCE, ScriptedGraph.TOKENS, progress);
        return this;
    }

    /** Reads the units, too. */
    Tenant readUnits(long runId) {
        context.getBean(InventoryReader.class).readUnits(runId, ScriptedGraph.TOKENS);
        return this;
    }

    /** Compares what was read with what the portal did. */
    Tenant compare(long runId) {
        context.getBean(InventoryReader.class).compare(runId, ScriptedGraph.TOKENS);
        return this;
    }

    Tenant publish(long runId) {
        transactionally(() -> inventories().publish(runId));
        return this;
    }

    void transactionally(Runnable changes) {
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(transaction -> changes.run());
    }

    /** Remembers, or forgets, what the portal did to devices. */
    Tenant after(Consumer<DisabledDevices> changes) {
        transactionally(() -> changes.accept(context.getBean(DisabledDevices.class)));
        return this;
    }

    InventoryReader reader() {
        return context.getBean(InventoryReader.class);
    }

    ListedDevices listed() {
        return context.getBean(ListedDevices.class);
    }

    Inventories inventories() {
        return context.getBean(Inventories.class);
    }

    FactsStream factsStream() {
        return context.getBean(FactsStream.class);
    }

    FormerUsers formerUsers() {
        return context.getBean(FormerUsers.class);
    }

    DeviceService devices() {
        return context.getBean(DeviceService.class);
    }

    /** Returns the requests for a collection since the last call. */
    List<String> takeRequests(String path) {
        var requests = graph.requests().stream()
                .filter(request -> request.startsWith(path + "?") || request.equals(path))
                .toList();
        graph.requests().clear();
        return requests;
    }

    @Override
    public void close() {
        context.close();
        graph.close();
    }

    /** Notes what a listener is told. */
    static final class Progress implements ReadingListener {

        final List<String> told = new CopyOnWriteArrayList<>();

        @Override
        public void pageRead(InventorySource source, int pages, long rows) {
            told.add(source + " page " + pages + " rows " + rows);
        }

        @Override
        public void finished(InventorySource source, long rows) {
            told.add(source + " finished " + rows);
        }

        @Override
        public void doing(String what) {
            told.add(what);
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    @EnableTransactionManagement(proxyTargetClass = true)
    @Import({
        SecuredServices.class,
        InventoryConfiguration.class,
        InventoryReader.class,
        InventoryPages.class,
        CopyTables.class,
        OldCopies.class,
        ListedDevices.class,
        PackedDevices.class,
        Memory.class,
        InventoryRepository.class,
        Inventories.class,
        KeyedLookup.class,
        FormerUsers.class,
        RemovalEvents.class,
        FactsRepository.class,
        FormerRecordRepository.class,
        KnownEventRepository.class,
        LiveDevices.class,
        CorrectionRepository.class,
        DeviceRepository.class,
        DeviceExports.class,
        DeviceService.class
    })
    @ComponentScan(basePackageClasses = {FactsStream.class, RestrictedUnits.class})
    @ComponentScan(
            basePackageClasses = DisabledDevices.class,
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = ".*\\.removed\\.(DisabledDevice|VerifiedChange)(s|Repository)"))
    static class Module {

        @Bean
        Clock clock() {
            return ScriptedGraph.CLOCK;
        }

        @Bean(destroyMethod = "")
        DataSource dataSource() {
            return PortalDatabase.dataSource();
        }

        @Bean
        JdbcTemplate jdbcTemplate(DataSource dataSource) {
            return new JdbcTemplate(dataSource);
        }

        @Bean
        JdbcClient jdbcClient(DataSource dataSource) {
            return JdbcClient.create(dataSource);
        }

        @Bean
        PlatformTransactionManager transactionManager(DataSource dataSource) {
            return new JdbcTransactionManager(dataSource);
        }
    }
}
