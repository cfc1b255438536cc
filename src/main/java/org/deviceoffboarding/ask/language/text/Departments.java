package org.deviceoffboarding.ask.language.text;

import java.util.List;
import java.util.Locale;
import org.deviceoffboarding.language.Phrases;
import org.deviceoffboarding.language.Token;
import org.jspecify.annotations.Nullable;

/** What departments are usually called, so that the word "department" can be left out where people of one are meant. */
public final class Departments {

    /**
     * A department.
     *
     * @param text as it is shown
     * @param plain whether the word hardly means anything else, so that it is one written small, too: "sales", but not "production"
     * @param next the token behind it
     */
    public record Named(String text, boolean plain, int next) {}

    private record Name(String text, boolean plain) {}

    private static final Phrases<Name> NAMES = new Phrases<>();

    static {
        for (String name : List.of(
                "Accounting",
                "Controlling",
                "Customer service",
                "Customer support",
                "Engineering",
                "Finance",
                "HR",
                "Human resources",
                "Legal",
                "Logistics",
                "Marketing",
                "Payroll",
                "Procurement",
                "Public relations",
                "Purchasing",
                "Quality assurance",
                "R&D",
                "Research and development",
                "Sales",
                "Supply chain")) {
            NAMES.with(new Name(name, true), name.toLowerCase(Locale.ROOT));
        }
        for (String name : List.of(
                "Administration",
                "Communications",
                "Design",
                "Development",
                "Distribution",
                "Facilities",
                "Information technology",
                "IT",
                "Maintenance",
                "Manufacturing",
                "Operations",
                "PR",
                "Production",
                "Quality",
                "Reception",
                "Research",
                "Security",
                "Shipping",
                "Support",
                "Training",
                "Treasury",
                "Warehouse")) {
            NAMES.with(new Name(name, false), name.toLowerCase(Locale.ROOT));
        }
    }

    private Departments() {}

    /** Returns the department that is named from a token on, or null. */
    public static @Nullable Named at(List<Token> tokens, int from) {
        Phrases.Match<Name> match = from < tokens.size() ? NAMES.match(tokens, from) : null;
        return match == null
                ? null
                : new Named(match.value().text(), match.value().plain(), match.next());
    }
}
