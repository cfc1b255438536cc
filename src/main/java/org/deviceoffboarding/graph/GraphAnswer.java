package org.deviceoffboarding.graph;

import tools.jackson.databind.JsonNode;

/**
 * The answer to one question of a batch.
 *
 * @param id of the {@link GraphRequest}
 * @param status HTTP status; never 401, 403 or one that asks to come again later
 * @param body as Graph sent it; a missing node where there was none
 */
public record GraphAnswer(String id, int status, JsonNode body) {}
