package org.deviceoffboarding.demotenant.graph.odata;

import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.deviceoffboarding.demotenant.graph.faults.Fault;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Answers requests for a collection: options checked first, then one page of it written as a stream. */
public final class Listing<T> {

    /** The kind of token that leads from one page of a collection to the next. */
    public static final String PAGE_TOKEN = "page";

    private final Schema<T> schema;
    private final Dialect dialect;
    private final int usualSize;
    private final int mostRows;
    private final Set<String> orders;

    private Listing(Schema<T> schema, Dialect dialect, int usualSize, int mostRows, String... orders) {
        this.schema = schema;
        this.dialect = dialect;
        this.usualSize = usualSize;
        this.mostRows = mostRows;
        this.orders = Set.of(orders);
    }

    /**
     * Describes a collection of Entra's.
     *
     * @param usualSize rows in a page unless {@code $top} says otherwise
     * @param mostRows that {@code $top} may ask for
     * @param orders the values of {@code $orderby} that the rows given are already sorted by, in lower case
     */
    public static <T> Listing<T> ofEntra(Schema<T> schema, int usualSize, int mostRows, String... orders) {
        return new Listing<>(schema, Dialect.ENTRA, usualSize, mostRows, orders);
    }

    /**
     * Describes a collection of Intune's, whose pages have 1,000 rows unless fewer are asked for.
     *
     * @param orders the values of {@code $orderby} that the rows given are already sorted by, in lower case
     */
    public static <T> Listing<T> ofIntune(Schema<T> schema, String... orders) {
        return new Listing<>(schema, Dialect.INTUNE, 1000, 1000, orders);
    }

    /** Returns the page that is asked for. */
    public ODataResponse answer(Call call, SparseRows<T> rows) {
        return answer(call, rows, filter -> null);
    }

    /**
     * Returns the page that is asked for.
     *
     * @param shortcut finds the few rows that a filter can match without looking at all of them, or null
     */
    public ODataResponse answer(Call call, SparseRows<T> rows, Function<Filter, @Nullable SparseRows<T>> shortcut) {
        checkOptions(call.request());
        var selection = schema.select(call.query().get("$select"));
        var filter = filter(call.request());
        var candidates = filter == null ? null : shortcut.apply(filter);
        var source = candidates == null ? rows : candidates;
        var wanted = wanted(call, filter);
        int size = call.suffers(Fault.Kind.EMPTY_LIST) || call.suffers(Fault.Kind.GONE) ? 0 : size(call.request());
        var page =
                size == 0 ? new SparseRows.Page<T>(java.util.List.of(), -1) : source.page(position(call), size, wanted);
        var nextLink = nextLink(call, page);
        var count = count(call.request(), source, wanted, page);
        return ODataResponse.ok(json -> write(json, call.request(), selection, page, nextLink, count));
    }

    /** Returns how many rows there are, as plain text. */
    public ODataResponse count(Call call, SparseRows<T> rows) {
        if (!call.request().headers().wantsEventualConsistency()) {
            throw ODataError.badRequest("$count is not currently supported.");
        }
        return ODataResponse.text(Long.toString(rows.count(wanted(call, filter(call.request())))));
    }

    private void checkOptions(ODataRequest request) {
        var query = request.query();
        if (query.has("$skip") || query.has("$expand")) {
            throw ODataError.unsupportedQuery("This query option is not supported for this resource.");
        }
        var order = query.get("$orderby");
        if (order == null) {
            return;
        }
        if (dialect == Dialect.ENTRA && !request.headers().wantsEventualConsistency()) {
            throw ODataError.unsupportedQuery("Sorting not supported for current query.");
        }
        if (!orders.contains(order.toLowerCase(Locale.ROOT).strip())) {
            throw new ODataError(501, "NotImplemented", "This operation target is not yet supported.");
        }
    }

    private @Nullable Filter filter(ODataRequest request) {
        var text = request.query().get("$filter");
        if (text == null) {
            return null;
        }
        var filter = FilterParser.parse(text);
        dialect.check(filter, schema, request);
        return filter;
    }

    private Predicate<T> wanted(Call call, @Nullable Filter filter) {
        Predicate<T> wanted = filter == null ? row -> true : row -> filter.matches(row, schema);
        var search = Search.parse(call.request());
        if (search != null) {
            wanted = wanted.and(row -> search.matches(row, schema));
        }
        var fault = call.fault();
        if (fault != null && fault.kind() == Fault.Kind.MISSING_ROWS) {
            wanted = wanted.and(row -> !fault.hides(schema.idOf(row)));
        }
        return wanted;
    }

    private int size(ODataRequest request) {
        var top = request.query().get("$top");
        if (top == null) {
            return usualSize;
        }
        if (!top.matches("\\d{1,6}") || Integer.parseInt(top) < 1 || Integer.parseInt(top) > mostRows) {
            throw ODataError.unsupportedQuery(
                    "Invalid page size specified: '" + top + "'. Must be between 1 and " + mostRows + " inclusive.");
        }
        return Integer.parseInt(top);
    }

    private static long position(Call call) {
        var text = call.query().get("$skiptoken");
        if (text == null) {
            return 0;
        }
        return PageToken.decode(PAGE_TOKEN, text)
                .filter(token -> token.parts().getLast().equals(call.template()))
                .orElseThrow(ODataError::expiredPageToken)
                .number(0);
    }

    private static @Nullable String nextLink(Call call, SparseRows.Page<?> page) {
        var address = call.request().serviceRoot() + call.request().path() + "?";
        if (call.suffers(Fault.Kind.REPEATED_PAGE)) {
            return address + call.query();
        }
        if (page.isLast()) {
            return null;
        }
        return address
                + call.query()
                        .with(
                                "$skiptoken",
                                PageToken.of(PAGE_TOKEN, page.next(), call.template())
                                        .encode());
    }

    /** Entra counts all that match, once, and only who accepts eventual consistency; Intune the page, always. */
    private long count(ODataRequest request, SparseRows<T> rows, Predicate<T> wanted, SparseRows.Page<T> page) {
        if (dialect == Dialect.INTUNE) {
            return page.rows().size();
        }
        boolean asked = "true".equalsIgnoreCase(request.query().get("$count"))
                && request.headers().wantsEventualConsistency()
                && !request.query().has("$skiptoken");
        return asked ? rows.count(wanted) : -1;
    }

    private void write(
            JsonGenerator json,
            ODataRequest request,
            Schema.Selection selection,
            SparseRows.Page<T> page,
            @Nullable String nextLink,
            long count) {
        json.writeStartObject();
        json.writeStringProperty(
                "@odata.context", request.serviceRoot() + "/$metadata#" + schema.context() + selection.suffix());
        if (count >= 0) {
            json.writeNumberProperty("@odata.count", count);
        }
        if (nextLink != null) {
            json.writeStringProperty("@odata.nextLink", nextLink);
        }
        json.writeArrayPropertyStart("value");
        for (T row : page.rows()) {
            json.writeStartObject();
            schema.write(json, row, selection, !selection.explicit());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
