package org.deviceoffboarding.graph;

import tools.jackson.databind.JsonNode;

/**
 * The answer to one part of a batch.
 *
 * @param outcome its status, whatever that is, and what Graph says about it
 * @param body as Graph sent it; a missing node where there was none
 */
record BatchAnswer(GraphErrorResponse outcome, JsonNode body) {}
