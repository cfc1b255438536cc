package org.deviceoffboarding.demotenant.graph.odata;

import java.util.Locale;

/** The two services behind Graph, which understand different filters and speak of errors in different ways. */
enum Dialect {
    ENTRA {
        @Override
        <T> void check(Filter filter, Schema<T> schema, ODataRequest request) {
            boolean advanced = request.headers().wantsEventualConsistency()
                    && "true".equalsIgnoreCase(request.query().get("$count"));
            if (filter instanceof Filter.Not && !advanced) {
                throw ODataError.unsupportedQuery("Unsupported Query.");
            }
            for (var comparison : filter.comparisons()) {
                var property = schema.find(comparison.property());
                if (property == null) {
                    throw ODataError.badRequest("Could not find a property named '" + comparison.property()
                            + "' on type 'microsoft.graph." + schema.resource() + "'.");
                }
                if (!property.operators().contains(comparison.operator())) {
                    throw ODataError.unsupportedQuery(
                            "Unsupported or invalid query filter clause specified for property '"
                                    + comparison.property() + "' of resource '" + schema.resource() + "'.");
                }
                if (comparison.operator().isAdvanced() && !advanced) {
                    throw ODataError.unsupportedQuery("Unsupported Query.");
                }
            }
        }
    },
    INTUNE {
        @Override
        <T> void check(Filter filter, Schema<T> schema, ODataRequest request) {
            if (usesOr(filter)) {
                throw badRequest("Filter combinations must use 'and', not 'or'", request);
            }
            for (var comparison : filter.comparisons()) {
                var property = schema.find(comparison.property());
                if (property == null || !property.operators().contains(comparison.operator())) {
                    throw badRequest("Invalid filter on property " + comparison.property(), request);
                }
            }
        }

        /** Intune's way to say that a request is wrong: JSON inside of JSON. */
        private static ODataError badRequest(String message, ODataRequest request) {
            var nested = "{\r\n  \"_version\": 3,\r\n  \"Message\": \""
                    + message.replace("\\", "\\\\").replace("\"", "\\\"")
                    + " - Operation ID (for customer support): 00000000-0000-0000-0000-000000000000 - Activity ID: "
                    + request.requestId()
                    + " - Url: " + request.serviceRoot() + request.path()
                    + "\",\r\n  \"CustomApiErrorPhrase\": \"\",\r\n  \"RetryAfter\": null,"
                    + "\r\n  \"ErrorSourceService\": \"\",\r\n  \"HttpHeaders\": \"{}\"\r\n}";
            return new ODataError(400, "BadRequest", nested);
        }
    };

    /**
     * Refuses a filter that the service does not support.
     *
     * @throws ODataError in the words of the service
     */
    abstract <T> void check(Filter filter, Schema<T> schema, ODataRequest request);

    /** Alternatives are allowed between values of one property only. */
    static boolean usesOr(Filter filter) {
        return switch (filter) {
            case Filter.Or or ->
                or.comparisons().stream()
                                .map(c -> c.property().toLowerCase(Locale.ROOT))
                                .distinct()
                                .count()
                        > 1;
            case Filter.And and -> usesOr(and.left()) || usesOr(and.right());
            case Filter.Not not -> usesOr(not.inner());
            case Filter.Comparison comparison -> false;
        };
    }
}
