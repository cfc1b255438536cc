package org.deviceoffboarding.suggestion;

import java.util.Optional;
import org.deviceoffboarding.evaluation.RunResults;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Knows which suggestions a newer run replaced, and by which. For services of other modules, too: asks for no role. */
@Component
public class Replacements {

    private final JdbcClient jdbc;
    private final SuggestionRepository suggestions;
    private final RunResults runResults;

    Replacements(JdbcClient jdbc, SuggestionRepository suggestions, RunResults runResults) {
        this.jdbc = jdbc;
        this.suggestions = suggestions;
        this.runResults = runResults;
    }

    /** Returns whether a suggestion is of the newest result. One that does not exist is not. */
    public boolean current(long suggestionId) {
        return suggestions
                .get(suggestionId)
                .filter(suggestion -> suggestion.runId() == runResults.current().orElse(0))
                .isPresent();
    }

    /**
     * Returns the suggestion of the newest result for the same situation, platform, ownership and kind; itself, where it is
     * of that; nothing where that has none.
     */
    public Optional<Suggestion> newest(long suggestionId) {
        return jdbc.sql("""
                select b.id from suggestion a
                join suggestion b using (situation, platform, ownership, kind_group)
                where a.id = :id and b.run_id = :result
                """)
                .param("id", suggestionId)
                .param("result", runResults.current().orElse(0))
                .query(Long.class)
                .optional()
                .flatMap(suggestions::get);
    }

    /** Returns for people why nothing is done by a suggestion that was replaced, and what to do instead. */
    public String refusal(long suggestionId) {
        return "A newer run has replaced this suggestion. "
                + newest(suggestionId)
                        .map(newest -> "Go on with “" + newest.title() + "” of run " + newest.runId() + ".")
                        .orElse("The newest result has none like it: look at the list of suggestions.");
    }
}
