package org.deviceoffboarding.ask.language.filter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.deviceoffboarding.ask.language.logic.Impossible;
import org.deviceoffboarding.ask.language.vocabulary.DeviceProperties;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.ask.question.Missed;
import org.deviceoffboarding.ask.question.Piece;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.ask.question.Understanding;
import org.jspecify.annotations.Nullable;

/** A prompt as a filter, where it has the form of one. */
public final class WrittenFilter {

    private static final Set<String> SURE_WORDS =
            Set.of("$true", "$false", "$null", "where-object", "group-object", "sort-object");
    private static final Set<String> JOINING = Set.of("-and", "-or", "-not");
    private static final Set<String> BEGINNING = Set.of("measure", "count", "summarize", "where");

    /** "$_.", "$device.". */
    private static final Pattern VARIABLE = Pattern.compile("\\$\\w*\\.\\p{L}.*");

    private final String prompt;
    private final FilterDraft draft;
    private final FilterResult result = new FilterResult();
    private final boolean sure;

    private WrittenFilter(String prompt, List<FilterToken> tokens) {
        this.prompt = prompt;
        draft = new FilterDraft(prompt);
        FilterStages stages = new FilterStages(new FilterCursor(tokens), draft, result);
        stages.read();
        sure = stages.isSure()
                || tokens.stream().anyMatch(WrittenFilter::isSure)
                || draft.isFormal() && !draft.isBroken();
    }

    /** Returns a prompt as a filter; null where nothing of it looks like one. */
    public static @Nullable WrittenFilter in(String prompt) {
        List<FilterToken> tokens = FilterTokens.of(prompt);
        return tokens.isEmpty() || tokens.stream().noneMatch(token -> isMark(token, token == tokens.getFirst()))
                ? null
                : new WrittenFilter(prompt, tokens);
    }

    /** Returns whether it is a filter and nothing else, whether all of it is understood or not. */
    public boolean isSure() {
        return sure;
    }

    /** Returns whether all of it is understood. */
    public boolean isWhole() {
        return draft.missed().isEmpty() && !draft.pieces().isEmpty();
    }

    /** Returns what is understood of it; where a part that says which devices fit is missed there is no question. */
    public Understanding understood(@Nullable Question before) {
        Question question = draft.isDangerous() ? null : result.question(before);
        if (question != null && Impossible.is(question.where())) {
            return new Understanding(prompt, null, List.of(), List.of(whole(Impossible.REASON)), List.of(), nearest());
        }
        List<Missed> missed = new ArrayList<>(draft.missed());
        if (question == null && missed.isEmpty()) {
            missed.add(whole("this filter leaves nothing out."));
        }
        missed.sort(Comparator.comparingInt(Missed::start));
        return new Understanding(
                prompt,
                question,
                draft.pieces().stream()
                        .sorted(Comparator.comparingInt(Piece::start))
                        .toList(),
                missed,
                List.of(),
                question == null ? nearest() : List.of());
    }

    private Missed whole(String reason) {
        String words = prompt.strip();
        int start = Math.max(0, prompt.indexOf(words));
        return new Missed(start, start + words.length(), words, reason, List.of());
    }

    private List<String> nearest() {
        List<String> nearest = new ArrayList<>();
        for (Piece piece : draft.pieces()) {
            Condition condition = piece.condition();
            if (condition != null && !(condition instanceof Condition.Not) && nearest.size() < 3) {
                nearest.add(Question.devices(condition).canonical());
            }
        }
        return nearest;
    }

    /** Whether no sentence has a token. */
    private static boolean isSure(FilterToken token) {
        boolean joins = token.kind() == FilterToken.Kind.DASH && JOINING.contains(token.lower());
        boolean word = token.isWord()
                && (SURE_WORDS.contains(token.lower())
                        || VARIABLE.matcher(token.text()).matches());
        return joins || word || FilterOperator.isDash(token);
    }

    /** Whether a token can be of a filter: then it is tried. */
    private static boolean isMark(FilterToken token, boolean first) {
        String lower = token.text().toLowerCase(Locale.ROOT);
        return switch (token.kind()) {
            case WORD ->
                isSure(token)
                        || lower.startsWith("$")
                        || lower.startsWith("get-")
                        || FilterOperator.isFormal(token)
                        || DeviceProperties.type(token.text()) != null
                        || first && BEGINNING.contains(lower);
            case DASH -> isSure(token) || Set.of("-first", "-descending").contains(lower);
            case SIGN -> FilterOperator.isFormal(token);
            case MARK -> token.isMark("|") || token.isMark("(");
            case TEXT, NUMBER, MEMBER -> false;
        };
    }
}
