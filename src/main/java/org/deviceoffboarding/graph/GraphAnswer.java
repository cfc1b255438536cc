package org.deviceoffboarding.graph;

import tools.jackson.databind.JsonNode;

/**
 * The answer to one question of a batch.
 *
 * @param id of the {@link GraphRequest}
 * @param status HTTP status; never one that tells who may not ask, that something failed, or to come again later
 * @param code of Graph's error body, fit for a sentence; empty where there was none
 * @param body as Graph sent it; a missing node where there was none
 */
public record GraphAnswer(String id, int status, String code, JsonNode body) {}
