package org.deviceoffboarding.ask.language.vocabulary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.deviceoffboarding.ask.language.draft.Concept;
import org.deviceoffboarding.ask.language.text.EnglishWords;
import org.deviceoffboarding.ask.language.text.Makers;
import org.deviceoffboarding.ask.language.text.ReasonPatterns;
import org.deviceoffboarding.ask.language.time.Numbers;
import org.deviceoffboarding.ask.language.time.Sources;
import org.deviceoffboarding.ask.language.time.Than;
import org.deviceoffboarding.ask.language.time.WhenReader;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.EditDistance;
import org.deviceoffboarding.language.Phrases;
import org.deviceoffboarding.language.Token;
import org.jspecify.annotations.Nullable;

/**
 * Corrects typing errors: a word that the language does not know, with only letters, that is one slip away from exactly one
 * word that it knows, or two from a long one, and is no word of its own in English. What stands where a name can stand is left as it is.
 */
public final class Spelled {

    private static final int LONG = 9;
    private static final int LONGEST_ACRONYM = 5;

    /** Words that join or turn round; as values they are never meant. */
    private static final Set<String> FUNCTION_WORDS = Set.of(
            "the",
            "a",
            "an",
            "and",
            "or",
            "not",
            "no",
            "in",
            "of",
            "by",
            "with",
            "without",
            "that",
            "which",
            "who",
            "are",
            "is",
            "for",
            "from",
            "on",
            "but",
            "have",
            "has",
            "all",
            "any",
            "every",
            "show",
            "list",
            "find",
            "where",
            "whose",
            "to",
            "at",
            "than",
            "before",
            "after",
            "since",
            "last",
            "this",
            "except",
            "how",
            "what",
            "only",
            "been",
            "was",
            "were",
            "please",
            "how many",
            "excluding",
            "exclude",
            "also",
            "them",
            "they",
            "those",
            "these",
            "their",
            "there",
            "more",
            "less",
            "into",
            "must",
            "should",
            "i",
            "number",
            "numbers");

    /** What can stand between a field and its value. */
    private static final Set<String> RELATIONS = Set.of(
            "start",
            "starts",
            "starting",
            "begin",
            "begins",
            "beginning",
            "end",
            "ends",
            "ending",
            "contain",
            "contains",
            "containing",
            "matching",
            "with",
            "like",
            "named");

    /** Between a field and its value these say whether it is that value. */
    private static final Set<String> BEFORE_VALUES = Set.of(
            "is",
            "=",
            "the",
            "are",
            "equals",
            "neither",
            "either",
            "not",
            "isn't",
            "aren't",
            "no",
            "nor",
            "other",
            "than",
            "anything",
            "but",
            "except",
            "was",
            "were",
            "be",
            "!=",
            "like",
            "contains",
            "containing");

    private static final Set<String> PRODUCTS = Set.of("entra", "intune", "microsoft", "azure", "autopilot");

    /** Where a slip could be for more than one word, one of these is meant. */
    private static final List<String> OFTEN = List.of(
            "that", "with", "have", "from", "devices", "device", "show", "find", "been", "this", "them", "they", "were",
            "when", "what", "which", "only", "also", "most", "just", "like", "know", "need", "tell", "does", "done",
            "ones", "type", "task", "laps", "macs", "link", "left", "date", "days", "year", "week", "join", "user",
            "name", "sync", "seen", "than", "then", "over", "give", "many", "else", "ever", "must", "each", "into",
            "without", "group", "never", "every", "there", "their", "entra", "ipads", "ipad", "macos", "list", "last");

    private static final Map<String, String> KNOWN_SLIPS = slips();

    private static final Set<String> SAYS_NOTHING = saysNothing();
    private static final Set<String> KNOWN = known();
    private static final Map<Integer, List<String>> BY_LENGTH = byLength();

    private Spelled() {}

    /** Returns whether a word, in any case, joins others or turns them round, so that it is never meant as a value. */
    public static boolean isFunctionWord(String word) {
        return FUNCTION_WORDS.contains(word.toLowerCase(Locale.ROOT));
    }

    /** Returns whether the language knows a word, in any case. */
    public static boolean isKnown(String word) {
        return KNOWN.contains(word.toLowerCase(Locale.ROOT));
    }

    /** Returns the tokens with their slips corrected, each at its place. */
    public static List<Token> corrected(List<Token> tokens) {
        List<Token> corrected = new ArrayList<>();
        boolean shouting = tokens.stream().noneMatch(Spelled::hasSmall);
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean corrects = token.isWord() && (shouting || !isAcronym(token));
            String word = corrects ? of(token.text(), i == 0) : null;
            word = word != null
                            && (isValuePlace(corrected, token) || isAgent(corrected, token))
                            && (isCapital(token) || !RELATIONS.contains(word))
                            && !standsBeforeValue(token, word, tokens, i)
                            && !goesOn(corrected, token, word)
                    ? null
                    : word;
            word = word == null && token.isWord() ? parted(token) : word;
            if (word == null) {
                corrected.add(token);
            } else {
                for (String part : word.split(" ")) {
                    corrected.add(new Token(token.kind(), part, token.start(), token.end(), token.newLine()));
                }
            }
        }
        return corrected;
    }

    /** "ISO", "SCO": the name of something else, rather than a slip, where other words are small. */
    private static boolean isAcronym(Token token) {
        return token.text().length() <= LONGEST_ACRONYM
                && token.text().chars().allMatch(Character::isUpperCase)
                && !isKnown(token.text());
    }

    private static boolean hasSmall(Token token) {
        return token.text().chars().anyMatch(Character::isLowerCase);
    }

    private static boolean isCapital(Token token) {
        return Character.isUpperCase(token.text().charAt(0))
                && token.text().chars().anyMatch(Character::isLowerCase);
    }

    /** "Removed by Rason": who removed it. */
    private static boolean isAgent(List<Token> before, Token token) {
        int at = before.size() - 1;
        return at > 0
                && isCapital(token)
                && before.get(at).isWord("by")
                && Vocabulary.PHRASES.match(before, at - 1) instanceof Phrases.Match<Concept> match
                && match.value() instanceof Concept.RemovalOf;
    }

    /** "Serial nmber" is a longer name of the field. */
    private static boolean goesOn(List<Token> before, Token token, String word) {
        List<Token> all = new ArrayList<>(before);
        all.add(new Token(token.kind(), word, token.start(), token.end(), false));
        for (int from = Math.max(0, all.size() - 4); from < all.size() - 1; from++) {
            Phrases.Match<Concept> match = Vocabulary.PHRASES.match(all, from);
            if (match != null && match.next() == all.size()) {
                return match.value() instanceof Concept.TextOf;
            }
        }
        return false;
    }

    /** A small word before something that is a value by its looks is no value itself. */
    private static boolean standsBeforeValue(Token token, String word, List<Token> tokens, int at) {
        boolean small = token.text().equals(token.lower());
        Token next = at + 1 < tokens.size() ? tokens.get(at + 1) : null;
        boolean value = next != null
                && (next.kind() == Token.Kind.QUOTED
                        || next.isWord()
                                && next.text()
                                        .chars()
                                        .anyMatch(c -> Character.isUpperCase(c)
                                                || Character.isDigit(c)
                                                || c == '*'
                                                || c == '@'));
        return small && (value || FUNCTION_WORDS.contains(word) && word.length() > 3);
    }

    /** "Non-windows" is two words, where no phrase has them as one. */
    private static @Nullable String parted(Token token) {
        String text = token.lower();
        if (Numbers.of(text) != null) {
            return null;
        }
        boolean part = text.startsWith("non-") && text.length() > 6
                || isCompound(text)
                        && Vocabulary.PHRASES.match(List.of(token), 0) == null
                        && PromptWords.FIELDS.match(List.of(token), 0) == null
                        && Than.TIMES.match(List.of(token), 0) == null;
        return part && text.chars().noneMatch(Character::isDigit)
                ? text.replace('-', ' ').strip()
                : null;
    }

    /** Returns the word that was meant, or null where it is right, or nobody can tell. */
    public static @Nullable String of(String text, boolean first) {
        String given = text.toLowerCase(Locale.ROOT);
        if (isKnown(given)
                || given.endsWith("-")
                || isCompound(given)
                || EnglishWords.has(given)
                || Makers.of(given) != null) {
            return null;
        }
        String slip = KNOWN_SLIPS.get(given);
        if (slip != null
                || given.length() < 3
                || given.length() > 20
                || !given.chars().allMatch(c -> Character.isLetter(c) || c == '-')) {
            return slip;
        }
        List<String> near = near(given, 1);
        if (near.isEmpty() && given.length() >= LONG) {
            near = near(given, 2);
        }
        boolean capital = !PRODUCTS.containsAll(near.stream().limit(1).toList())
                && Character.isUpperCase(text.charAt(0))
                && !first
                && text.chars().anyMatch(Character::isLowerCase);
        near = preferred(given, near).stream()
                .filter(word -> !SAYS_NOTHING.contains(word) || (!capital && isPlainSlip(given, word)))
                .toList();
        return near.size() == 1 ? near.getFirst() : null;
    }

    /** Returns the known words that a word could be a slip for. */
    public static List<String> near(String word) {
        return near(word.toLowerCase(Locale.ROOT), word.length() >= LONG ? 2 : 1);
    }

    /** Exchanged neighbours are the likeliest slip, then a letter left out, one too many, and another one. */
    private static List<String> preferred(String given, List<String> near) {
        for (Predicate<String> kind : List.<Predicate<String>>of(
                word -> isExchange(given, word),
                word -> word.length() < given.length() && isDoubled(given, word),
                word -> word.length() > given.length(),
                word -> word.length() < given.length(),
                _ -> true)) {
            List<String> best = near.stream().filter(kind).toList();
            if (!best.isEmpty()) {
                return best.size() == 1 ? best : likeliest(given, best);
            }
        }
        return near;
    }

    private static List<String> likeliest(String given, List<String> near) {
        if (near.containsAll(List.of("last", "list")) || near.containsAll(List.of("like", "link"))) {
            return near;
        }
        return OFTEN.stream().filter(near::contains).findFirst().map(List::of).orElseGet(() -> sameWord(given, near));
    }

    /** "Device" and "devices" are one word. */
    private static List<String> sameWord(String given, List<String> near) {
        String shortest =
                near.stream().min(Comparator.comparingInt(String::length)).orElseThrow();
        boolean same =
                near.stream().allMatch(word -> word.startsWith(shortest) && word.length() <= shortest.length() + 1);
        return !same
                ? near
                : near.stream()
                        .filter(word -> word.endsWith("s") == given.endsWith("s"))
                        .limit(1)
                        .toList();
    }

    private static boolean isExchange(String given, String word) {
        return given.length() == word.length() && Arrays.equals(sorted(given), sorted(word));
    }

    private static char[] sorted(String letters) {
        char[] sorted = letters.toCharArray();
        Arrays.sort(sorted);
        return sorted;
    }

    private static boolean beginsExchanged(String given, String word) {
        return word.charAt(0) == given.charAt(1) && word.charAt(1) == given.charAt(0);
    }

    /** A letter left out, doubled or exchanged with its neighbour; not another one in its place. */
    private static boolean isPlainSlip(String given, String word) {
        if (given.length() == word.length()) {
            return isExchange(given, word);
        }
        return given.length() > 2 && (given.length() < word.length() || isDoubled(given, word));
    }

    private static boolean isDoubled(String given, String word) {
        for (int i = 1; i < given.length(); i++) {
            if (given.charAt(i) == given.charAt(i - 1)
                    && (given.substring(0, i) + given.substring(i + 1)).equals(word)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> near(String given, int most) {
        List<String> near = new ArrayList<>();
        for (int length = given.length() - most; length <= given.length() + most; length++) {
            for (String word : BY_LENGTH.getOrDefault(length, List.of())) {
                boolean could = given.length() > 3
                        ? word.charAt(0) == given.charAt(0) || beginsExchanged(given, word)
                        : isExchange(given, word) && EditDistance.of(given, word) <= 1
                                || given.length() == 3 && word.length() == 4 && word.startsWith(given)
                                || given.length() == 3
                                        && word.length() == 4
                                        && EditDistance.of(given, word) == 1
                                        && word.charAt(0) == given.charAt(0)
                                        && word.charAt(3) == given.charAt(2);
                if (could && EditDistance.of(given, word) <= most) {
                    near.add(word);
                }
            }
        }
        return near;
    }

    /** "Non-compliant" and "sign-in" are words with a space between them. */
    private static boolean isCompound(String given) {
        return given.indexOf('-') > 0 && Stream.of(given.split("-")).allMatch(KNOWN::contains) && !given.endsWith("-");
    }

    /** Between the values of a list. */
    private static boolean isJoint(Token token) {
        return token.kind() == Token.Kind.COMMA
                || token.isWord() && Set.of("/", "&", "and", "or", "nor").contains(token.lower());
    }

    private static boolean isGiven(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        return token.kind() == Token.Kind.QUOTED
                || token.isWord()
                        && Vocabulary.PHRASES.match(tokens, at) == null
                        && !token.text().equals(token.lower());
    }

    private static boolean isValuePlace(List<Token> before, Token token) {
        int at = before.size();
        while (at > 1 && isJoint(before.get(at - 1)) && isGiven(before, at - 2)) {
            at -= 2;
        }
        while (at > 0
                && before.get(at - 1).isWord()
                && BEFORE_VALUES.contains(before.get(at - 1).lower())) {
            at--;
        }
        for (int from = Math.max(0, at - 4); from < at; from++) {
            Phrases.Match<Concept> match = Vocabulary.PHRASES.match(before.subList(0, at), from);
            if (match != null && match.next() == at) {
                return match.value() instanceof Concept.TextOf text
                        && (text.type() != ConditionType.USER
                                || isCapital(token)
                                || before.get(at - 1).lower().startsWith("user")
                                        && at == before.size() - 0
                                        && !before.get(at - 1).lower().equals("users"));
            }
        }
        return false;
    }

    private static Set<String> known() {
        Set<String> known = new HashSet<>(Vocabulary.words(Vocabulary.PHRASES));
        known.addAll(Vocabulary.words(PromptWords.FIELDS));
        for (Phrases<?> phrases :
                List.of(Than.TIMES, Than.BEHIND, Than.VERSIONS, Than.BEHIND_VERSIONS, Sources.PHRASES)) {
            known.addAll(Vocabulary.words(phrases));
        }
        known.addAll(WhenReader.words());
        known.addAll(Set.of("excluded", "omitted", "excepted", "ignored", "asc", "desc"));
        known.addAll(Signal.words());
        known.addAll(ReasonPatterns.words());
        return Set.copyOf(known);
    }

    private static Set<String> saysNothing() {
        Set<String> words = new HashSet<>();
        for (String phrase : Vocabulary.PHRASES.all()) {
            Concept concept = Vocabulary.PHRASES.meaning(phrase);
            if (phrase.indexOf(' ') < 0
                    && (concept instanceof Concept.Filler
                            || concept instanceof Concept.Noun
                            || concept instanceof Concept.Unclear
                            || concept instanceof Concept.Link)) {
                words.add(phrase);
            }
        }
        return Set.copyOf(words);
    }

    private static Map<Integer, List<String>> byLength() {
        Map<Integer, List<String>> words = new HashMap<>();
        KNOWN.stream()
                .filter(word -> word.length() > 2 && word.chars().allMatch(Character::isLetter))
                .sorted()
                .forEach(word -> words.computeIfAbsent(word.length(), _ -> new ArrayList<>())
                        .add(word));
        return words;
    }

    private static Map<String, String> slips() {
        Map<String, String> slips = new HashMap<>();
        for (String pair : """
                hw=how,teh=the,taht=that,thta=that,wich=which,whcih=which,whihc=which,wihch=which,wth=with,wiht=with,witout=without,wihtout=without,
                adn=and,nad=and,fo=of,form=from,fro=for,hwo=how,mnay=many,amny=many,giv=give,shwo=show,hsow=show,lsit=list,lits=list,lst=list,shw=show,
                compair=compare,devcies=devices,deivces=devices,devises=devices,divices=devices,devicies=devices,devics=devices,
                thier=their,ther=there,wyh=why,whi=why,wat=what,frm=from,fom=from,tis=this,thsi=this,waht=what,whta=what,hav=have,ahve=have,nto=not,ont=not,yaer=year,
                complaint=compliant,noncomplaint=noncompliant,complient=compliant,noncomplient=noncompliant,int he=in the,ni=in,si=is,
                ipadd=ipad,ihpone=iphone,iphon=iphone,andorid=android,andriod=android,adroid=android,androi=android,windwos=windows,widnows=windows,windos=windows,
                mcaos=macos,maocs=macos,amcs=macs,masc=macs,intnue=intune,inutne=intune,itnune=intune,intue=intune,etnra=entra,enrta=entra,entar=entra,
                usr=user,compl=compliance,noncompl=noncompliant,dvcs=devices,devs=devices,dvc=device,hyb=hybrid,pers=personal,andr=android,mgd=managed,unmgd=unmanaged,pw=password,pwd=password,sinc=since,snice=since,dyas=days,dasy=days,weke=week,wekes=weeks,moths=months,mouths=months,serail=serial,
                rn=right now,mgmt=management,unk=unknown,unkn=unknown,approx=approximately,giveme=give me,showme=show me,dont=don't,cant=can't,isnt=isn't,alot=a lot,aswell=as well,loged=logged,seperated=separated
                """.strip().split("[,\n]")) {
            String[] sides = pair.strip().split("=");
            if (sides.length == 2) {
                slips.put(sides[0], sides[1]);
            }
        }
        return Map.copyOf(slips);
    }
}
