package org.deviceoffboarding.ask.answer;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.base.Ownership;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.JoinType;
import org.deviceoffboarding.inventory.ManagedDevice;
import org.deviceoffboarding.inventory.RemovalEvent;
import org.deviceoffboarding.judging.Judge;
import org.deviceoffboarding.judging.JudgingRules;
import org.deviceoffboarding.judging.Situation;
import org.deviceoffboarding.judging.Timestamps;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.Comparison;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.deviceoffboarding.language.Source;
import org.deviceoffboarding.language.TimePoint;
import org.jspecify.annotations.Nullable;

/**
 * Tells in Java, device by device, whether one meets a question's condition: what the database's answers are held to.
 *
 * @param known what features know, by the choice that asks for it: object IDs
 * @param removals all removal events that are known of a device, by its device ID
 * @param readAt when the run had read the tenant
 * @param now when the question is asked
 */
record AskedTruth(
        Map<UUID, Situation> flagged,
        Map<Choice, Set<UUID>> known,
        Map<UUID, List<RemovalEvent>> removals,
        JudgingRules rules,
        Instant readAt,
        Instant now) {

    private static final Duration GONE_IS_NOTICED_WITHIN = Duration.ofDays(30);

    boolean meets(DeviceFacts device, Condition condition) {
        return switch (condition) {
            case Condition.All(List<Condition> parts) -> parts.stream().allMatch(part -> meets(device, part));
            case Condition.Any(List<Condition> parts) -> parts.stream().anyMatch(part -> meets(device, part));
            case Condition.Not(Condition part) -> !meets(device, part);
            case Condition.Is(Criterion criterion) -> meets(device, criterion);
        };
    }

    private boolean meets(DeviceFacts device, Criterion criterion) {
        return switch (criterion) {
            case Criterion.Ids ids -> ids.ids().stream().anyMatch(id -> hasId(device, id));
            case Criterion.Choices choices -> choices.choices().stream().anyMatch(choice -> has(device, choice));
            case Criterion.Texts texts ->
                texts.patterns().stream()
                        .anyMatch(pattern -> texts(device, texts.type()).anyMatch(text -> fits(pattern, text)));
            case Criterion.Activity activity ->
                compares(activity(device, activity.source()), activity.comparison(), activity.moment());
            case Criterion.Time time -> compares(time(device, time.type()), time.comparison(), time.moment());
            case Criterion.Never never -> activity(device, never.source()) == null;
            case Criterion.Version version ->
                version(device).filter(text -> compares(text, version)).isPresent();
            case Criterion.None none -> texts(device, none.type()).findAny().isEmpty();
            case Criterion.Groups _ -> throw new IllegalArgumentException("Groups are the tenant's");
        };
    }

    private static boolean hasId(DeviceFacts device, UUID id) {
        return id.equals(device.entra().objectId())
                || id.equals(device.entra().deviceId())
                || device.managed().stream()
                        .anyMatch(record -> record.intuneId().equals(id));
    }

    private boolean has(DeviceFacts device, Choice choice) {
        UUID id = device.entra().objectId();
        return switch (choice) {
            case WINDOWS, IOS, MACOS, ANDROID, LINUX, OTHER ->
                Platform.of(device.entra().operatingSystem()).name().equals(choice.name());
            case CORPORATE, PERSONAL, UNKNOWN ->
                Ownership.of(device.entra().ownership()).name().equals(choice.name());
            case ENTRA_JOINED, HYBRID_JOINED, REGISTERED ->
                JoinType.valueOf(choice.name())
                        .trustType()
                        .equals(device.entra().trustType());
            case READY_TO_DELETE,
                    AUTOPILOT_LEFTOVER,
                    REMOVED_FROM_INTUNE,
                    BROKEN_LINK,
                    SILENT_EVERYWHERE,
                    SILENT_AND_UNMANAGED -> flagged.get(id) == Situation.valueOf(choice.name());
            case FLAGGED, IN_SUGGESTION -> flagged.containsKey(id);
            case NOT_FLAGGED -> !flagged.containsKey(id);
            case LINK_HEALTHY, LINK_REMOVED, LINK_BROKEN, LINK_UNCLAIMED, LINK_LEAVING ->
                choice.name()
                        .equals("LINK_" + Judge.linkOf(device, rules, readAt).name());
            case IN_INTUNE -> !device.managed().isEmpty();
            case NOT_IN_INTUNE -> device.managed().isEmpty();
            case COMPLIANT -> Boolean.TRUE.equals(device.entra().compliant());
            case NONCOMPLIANT -> Boolean.FALSE.equals(device.entra().compliant());
            case COMPLIANCE_UNKNOWN -> device.entra().compliant() == null;
            case ENABLED -> Boolean.TRUE.equals(device.entra().accountEnabled());
            case DISABLED -> Boolean.FALSE.equals(device.entra().accountEnabled());
            case RETIRE, WIPE, DELETE, HIDDEN, GONE ->
                removal(device)
                        .filter(event -> event.kind().name().equals(choice.name()))
                        .isPresent();
            case NOT_RESTRICTED -> !device.entra().isRestricted();
            case RESTRICTED -> device.entra().isRestricted();
            case BITLOCKER_UNKNOWN -> !of(Choice.BITLOCKER_KNOWN).contains(id);
            case LAPS_UNKNOWN -> !of(Choice.LAPS_KNOWN).contains(id);
            case IN_TASK, IN_REQUEST, IN_EXCEPTION, BITLOCKER_KNOWN, LAPS_KNOWN ->
                of(choice).contains(id);
        };
    }

    private Set<UUID> of(Choice choice) {
        return known.getOrDefault(choice, Set.of());
    }

    private Stream<String> texts(DeviceFacts device, ConditionType type) {
        return switch (type) {
            case NAME -> with(device.entra().displayName(), device.known(ManagedDevice::deviceName));
            case USER ->
                Stream.concat(
                        device.known(ManagedDevice::userPrincipalName).stream(),
                        device.known(ManagedDevice::userDisplayName).stream());
            case SERIAL -> device.known(ManagedDevice::serialNumber).stream().limit(1);
            case MANUFACTURER -> with(device.entra().manufacturer(), device.known(ManagedDevice::manufacturer));
            case MODEL -> with(device.entra().model(), device.known(ManagedDevice::model));
            case VERSION -> version(device).stream();
            case REMOVED_BY -> removal(device).map(RemovalEvent::actor).stream();
            default -> throw new IllegalArgumentException("No text: " + type);
        };
    }

    private static Stream<String> with(@Nullable String ofEntra, List<String> ofIntune) {
        return Stream.concat(Stream.ofNullable(ofEntra), ofIntune.stream());
    }

    private static Optional<String> version(DeviceFacts device) {
        return Stream.concat(
                        Stream.ofNullable(device.entra().operatingSystemVersion()),
                        device.managed().stream().map(ManagedDevice::osVersion).filter(Objects::nonNull))
                .findFirst();
    }

    private Optional<RemovalEvent> removal(DeviceFacts device) {
        List<RemovalEvent> all = new ArrayList<>(device.removals());
        if (device.entra().deviceId() != null) {
            all.addAll(removals.getOrDefault(device.entra().deviceId(), List.of()));
        }
        return all.stream()
                .filter(RemovalEvent::success)
                .filter(event -> device.entra().deviceId() != null
                        && device.entra().deviceId().equals(event.entraDeviceId()))
                .max(Comparator.comparing((RemovalEvent event) -> event.kind() == RemovalEvent.Kind.GONE
                                ? event.at().minus(GONE_IS_NOTICED_WITHIN)
                                : event.at())
                        .thenComparing(event -> -event.kind().ordinal()));
    }

    private @Nullable Instant time(DeviceFacts device, ConditionType type) {
        Instant time =
                switch (type) {
                    case REGISTERED -> device.entra().registered();
                    case ENROLLED -> latest(device.managed().stream().map(ManagedDevice::enrolled));
                    case REMOVED -> removal(device).map(RemovalEvent::at).orElse(null);
                    default -> throw new IllegalArgumentException("No time: " + type);
                };
        return time == null || time.isAfter(now) ? null : time;
    }

    private @Nullable Instant activity(DeviceFacts device, Source source) {
        Instant signIn = Timestamps.known(device.entra().lastSignIn(), now);
        Instant sync = Timestamps.known(latest(device.managed().stream().map(ManagedDevice::lastSync)), now);
        return switch (source) {
            case ENTRA -> signIn;
            case INTUNE -> sync;
            case ANY ->
                latest(Stream.of(Optional.ofNullable(signIn), Optional.ofNullable(sync))
                        .map(time -> time.orElse(null)));
        };
    }

    private static @Nullable Instant latest(Stream<@Nullable Instant> times) {
        return times.filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(null);
    }

    private boolean compares(@Nullable Instant time, Comparison comparison, TimePoint moment) {
        if (time == null) {
            return false;
        }
        Instant from = moment.from(now, ZoneOffset.UTC);
        Instant to = moment.to(now, ZoneOffset.UTC);
        return switch (comparison) {
            case AFTER -> !time.isBefore(to);
            case ON_OR_AFTER -> !time.isBefore(from);
            case BEFORE -> time.isBefore(from);
            case ON_OR_BEFORE -> time.isBefore(to);
        };
    }

    private static boolean compares(String version, Criterion.Version wanted) {
        int order = compare(version, wanted.version());
        return switch (wanted.comparison()) {
            case BELOW -> order < 0;
            case AT_MOST -> order <= 0;
            case ABOVE -> order > 0;
            case AT_LEAST -> order >= 0;
        };
    }

    /** Part by part as numbers; a version that goes on behind another one is the later one. */
    private static int compare(String one, String other) {
        List<Long> left = numbers(one);
        List<Long> right = numbers(other);
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            int order = left.get(i).compareTo(right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    private static List<Long> numbers(String version) {
        return Pattern.compile("\\D+")
                .splitAsStream(version)
                .filter(part -> !part.isEmpty())
                .map(Long::valueOf)
                .toList();
    }

    private static boolean fits(String pattern, String text) {
        StringBuilder regex = new StringBuilder();
        for (char c : trimmed(pattern).toCharArray()) {
            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)));
        }
        return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(trimmed(text))
                .matches();
    }

    private static String trimmed(String text) {
        return text.replaceAll("[. ]+$", "");
    }
}
