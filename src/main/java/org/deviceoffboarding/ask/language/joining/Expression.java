package org.deviceoffboarding.ask.language.joining;

import java.util.ArrayList;
import java.util.List;
import org.deviceoffboarding.ask.language.draft.PromptDraft;
import org.deviceoffboarding.ask.question.Condition;
import org.jspecify.annotations.Nullable;

/**
 * Joins the conditions of a prompt. Two in a row hold both; values of one sort are alternatives, whether "and" or "or"
 * stands between them; "or" between others parts alternatives within what is said of the same devices: what stands before
 * them, or behind "that are".
 */
public final class Expression {

    private final PromptDraft draft;

    /** @param draft of a prompt that was read to its end: what is not clear is added to what it missed */
    public Expression(PromptDraft draft) {
        this.draft = draft;
    }

    /** Returns the condition of all that was read, or null where there is none. */
    public @Nullable Condition condition() {
        new SecondSets(draft).miss();
        Operands operands = new Operands(draft);
        List<Condition> all = new ArrayList<>();
        while (!operands.atEnd()) {
            Condition part = operands.part();
            if (part != null) {
                all.add(part);
            }
            operands.skip();
        }
        return all.isEmpty() ? null : Condition.all(all);
    }
}
