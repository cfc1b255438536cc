package org.deviceoffboarding.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.avatar.AvatarVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinService;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.InvisibleCharacters;
import org.deviceoffboarding.base.PersonNames;
import org.jspecify.annotations.Nullable;

/**
 * People for people: the real name that somebody has now, with initials; the user principal name, as it was recorded, in the
 * tooltip. Who never signed in is shown as recorded.
 */
public final class PersonDisplay {

    private PersonDisplay() {}

    /** Returns a person with initials; the portal by its word alone, and a dash for nobody. */
    public static Component of(@Nullable Actor actor) {
        if (actor == null) {
            return new Span("–");
        }
        Span name = new Span(name(actor));
        name.addClassName("person-name");
        if (!actor.isPerson()) {
            return name;
        }
        Span person = new Span(avatar(actor), name);
        person.addClassName("person");
        person.setTitle(InvisibleCharacters.shown(actor.name()));
        return person;
    }

    /** Returns a person's initials; a picture of anybody where no real name is known. */
    public static Avatar avatar(Actor actor) {
        Avatar avatar = new Avatar();
        realName(actor).map(PersonDisplay::initials).ifPresent(avatar::setAbbreviation);
        avatar.addThemeVariants(AvatarVariant.XSMALL);
        avatar.getElement().setAttribute("aria-hidden", "true"); // the name stands beside it
        return avatar;
    }

    /** Returns a person's name, for sentences: the real one, else as it was recorded. */
    public static String name(Actor actor) {
        return InvisibleCharacters.shown(realName(actor).orElse(actor.name()));
    }

    /** Returns a person's real name; nothing for the portal, and for who never signed in. */
    public static Optional<String> realName(Actor actor) {
        return names().flatMap(names -> names.realName(actor.id()));
    }

    /** Returns the real name of a person who is recorded by their ID or account alone; any other text as it is. */
    public static String nameIn(String recorded) {
        return names().flatMap(names -> names.realName(recorded).or(() -> names.realNameOfAccount(recorded)))
                .orElse(recorded);
    }

    /** Returns the first letters of the first and of the last word of a name, of a single word its first two. */
    static String initials(String name) {
        List<String> words = Stream.of(name.strip().split("\\s+"))
                .filter(word -> !word.isEmpty() && Character.isLetter(word.codePointAt(0)))
                .toList();
        if (words.isEmpty() || name.contains("@")) {
            return "";
        }
        String letters =
                words.size() == 1 ? start(words.getFirst(), 2) : start(words.getFirst(), 1) + start(words.getLast(), 1);
        return letters.toUpperCase(Locale.ROOT);
    }

    private static String start(String word, int letters) {
        return word.codePoints()
                .limit(letters)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The names are the application's, as the time zone is the window's: pages need not be handed them. */
    private static Optional<PersonNames> names() {
        return Optional.ofNullable(VaadinService.getCurrent())
                .map(service -> service.getInstantiator().getOrCreate(PersonNames.class));
    }
}
