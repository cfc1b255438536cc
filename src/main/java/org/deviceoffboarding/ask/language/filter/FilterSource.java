package org.deviceoffboarding.ask.language.filter;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deviceoffboarding.ask.language.filter.FilterToken.Kind;
import org.deviceoffboarding.ask.language.vocabulary.Vocabulary;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.ConditionType;

/** Reads what a filter is applied to: {@code devices |}, {@code Get-MgDevice -Filter '…'}, {@code how many devices where}. */
final class FilterSource {

    private static final Set<String> DEVICES = Set.of(
            "devices", "$devices", "get-mgdevice", "get-entradevice", "get-azureaddevice", "get-device", "get-devices");

    /** What they list is in Intune. */
    private static final Set<String> MANAGED = Set.of(
            "manageddevices",
            "intunedevices",
            "get-mgdevicemanagementmanageddevice",
            "get-mgbetadevicemanagementmanageddevice",
            "get-intunemanageddevice");

    private static final Set<String> SHOWING = Set.of(
            "show", "list", "find", "get", "give", "me", "us", "all", "the", "please", "which", "how", "many", "number",
            "of", "count");

    private static final String[] LINKS = {"where", "with", "that", "have", "having", "whose"};

    private static final Pattern ADDRESS =
            Pattern.compile("(?i)(?:https?://graph\\.microsoft\\.com)?/?(?:(?:v1\\.0|beta)/)?"
                    + "(?:(?<devices>devices)|deviceManagement/managedDevices)\\?");

    private final FilterCursor cursor;
    private final FilterDraft draft;
    private final FilterResult result;
    private final FilterOrders orders;
    private boolean sure;

    FilterSource(FilterCursor cursor, FilterDraft draft, FilterResult result, FilterOrders orders) {
        this.cursor = cursor;
        this.draft = draft;
        this.result = result;
        this.orders = orders;
    }

    /** Whether only filters begin so. */
    boolean isSure() {
        return sure;
    }

    /** Reads it and moves behind it; returns whether it stands there. */
    boolean read() {
        return address() || head() || named();
    }

    /** "GET /devices?", before OData's options. */
    private boolean address() {
        int mark = cursor.mark();
        cursor.acceptWord("get");
        FilterToken token = cursor.peek();
        Matcher address = ADDRESS.matcher(token == null ? "" : token.text());
        if (token == null || !address.matches()) {
            cursor.reset(mark);
            return false;
        }
        cursor.take();
        sure = true;
        of(token, address.group("devices") == null);
        return true;
    }

    private void of(FilterToken source, boolean managed) {
        result.ofAll();
        if (managed) {
            Condition inIntune = Vocabulary.choices(Choice.IN_INTUNE).condition();
            result.where(inIntune);
            draft.piece(source.start(), source.end(), inIntune);
        }
    }

    /** "How many devices where". */
    private boolean head() {
        int mark = cursor.mark();
        boolean many = false;
        while (cursor.peek() instanceof FilterToken token && token.isWord() && SHOWING.contains(token.lower())) {
            many |= Set.of("many", "number", "count").contains(token.lower());
            cursor.take();
        }
        if (cursor.mark() == mark || !cursor.acceptWord("devices", "machines", "endpoints")) {
            cursor.reset(mark);
            return false;
        }
        result.ofAll();
        if (many) {
            orders.count(cursor.get(mark).start(), cursor.end());
        }
        links();
        return true;
    }

    private void links() {
        while (cursor.acceptWord(LINKS)) {
            // "that have" are two
        }
        cursor.acceptMark(",");
    }

    private boolean named() {
        FilterToken token = cursor.peek();
        boolean managed = token != null && MANAGED.contains(token.lower());
        if (token == null || !token.isWord() || !managed && !DEVICES.contains(token.lower())) {
            return false;
        }
        cursor.take();
        of(token, managed);
        boolean cmdlet = token.lower().startsWith("get-");
        sure |= cmdlet;
        if (cmdlet && isName()) {
            one(token);
        }
        while (cmdlet && cursor.peek() instanceof FilterToken next && next.kind() == Kind.DASH) {
            parameter(cursor.take());
        }
        if (!cmdlet) {
            links();
        }
        return true;
    }

    private boolean isName() {
        FilterToken name = cursor.peek();
        return name != null && name.isValue() && cursor.ahead(1) == null;
    }

    /** "Get-Device LAPTOP-1". */
    private void one(FilterToken source) {
        FilterToken name = cursor.take();
        if (name.text().isBlank()
                || name.text().indexOf('*') >= 0
                || name.text().indexOf('?') >= 0) {
            draft.miss(name.start(), name.end(), "this names more than one device: say displayName -like.");
        }
        result.named(name.text().strip());
        draft.piece(source.start(), name.end(), "Tell me about " + name.text());
    }

    private void parameter(FilterToken token) {
        switch (token.lower()) {
            case "-all", "-consistencylevel", "-countvariable" -> cursor.acceptWord("$true", "eventual", "count");
            case "-filter" -> filter(token);
            case "-top", "-first" -> orders.first(token.start());
            case "-sort", "-orderby" -> sort(token);
            default -> draft.miss(token.start(), token.end(), "what this asks of it is not known here.");
        }
    }

    private void sort(FilterToken token) {
        FilterToken text = cursor.peek();
        String[] words = text == null ? new String[0] : text.text().strip().split("\\s+");
        ConditionType field = words.length == 0 || words.length > 2 ? null : FilterProperties.type(words[0]);
        boolean down = words.length == 2 && words[1].equalsIgnoreCase("desc");
        if (field == null
                || field == ConditionType.IDS
                || words.length == 2 && !down && !words[1].equalsIgnoreCase("asc")) {
            draft.miss(token.start(), token.end(), "what it is sorted by is missing behind it, or not known here.");
            return;
        }
        cursor.take();
        orders.sorted(field, !down, token.start());
    }

    /** Reads the filter in quotation marks; what is missed of it has its place in the whole prompt. */
    private void filter(FilterToken parameter) {
        FilterToken text = cursor.peek();
        List<FilterToken> tokens = text == null || text.kind() != Kind.TEXT
                ? List.of()
                : FilterTokens.of(text.text()).stream()
                        .map(token -> token.behind(text.start() + 1, text.end()))
                        .toList();
        if (text == null || tokens.isEmpty()) {
            draft.miss(parameter.start(), parameter.end(), "a filter in quotation marks is missing behind it.");
            return;
        }
        cursor.take();
        FilterCursor inside = new FilterCursor(tokens);
        Condition condition = new FilterConditions(inside, draft).read();
        if (condition != null) {
            result.where(condition);
        }
        if (!inside.atEnd()) {
            draft.breakAt(inside.start(), text.end(), "this is no part of a filter.");
        }
    }
}
