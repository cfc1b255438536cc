package org.deviceoffboarding.ask.answer;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.ManagedDevice;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.Comparison;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.deviceoffboarding.language.Source;
import org.deviceoffboarding.language.TimePoint;
import org.deviceoffboarding.language.VersionComparison;
import org.jspecify.annotations.Nullable;

/** Makes conditions by whatever a tenant's devices have. */
final class RandomConditions {

    private static final List<ConditionType> CHOICES =
            Stream.of(Choice.values()).map(Choice::type).distinct().toList();

    private static final List<ConditionType> TEXTS = List.of(
            ConditionType.NAME,
            ConditionType.USER,
            ConditionType.SERIAL,
            ConditionType.MANUFACTURER,
            ConditionType.MODEL,
            ConditionType.VERSION,
            ConditionType.REMOVED_BY);

    private static final List<ConditionType> TIMES =
            List.of(ConditionType.REGISTERED, ConditionType.ENROLLED, ConditionType.REMOVED);

    private final Random random;
    private final List<DeviceFacts> devices;
    private final List<String> actors;
    private final Instant now;

    RandomConditions(Random random, List<DeviceFacts> devices, List<String> actors, Instant now) {
        this.random = random;
        this.devices = devices;
        this.actors = actors;
        this.now = now;
    }

    Condition next(int depth) {
        return depth == 0
                ? new Condition.Is(criterion())
                : switch (random.nextInt(4)) {
                    case 0 -> Condition.all(List.of(next(depth - 1), next(depth - 1)));
                    case 1 -> Condition.any(List.of(next(depth - 1), next(depth - 1)));
                    case 2 -> Condition.not(next(depth - 1));
                    default -> new Condition.Is(criterion());
                };
    }

    Criterion criterion() {
        return switch (random.nextInt(9)) {
            case 0, 1, 2 -> choices(one(CHOICES));
            case 3, 4 -> texts(one(TEXTS));
            case 5 ->
                new Criterion.Activity(one(List.of(Source.values())), one(List.of(Comparison.values())), moment());
            case 6 -> new Criterion.Time(one(TIMES), one(List.of(Comparison.values())), moment());
            case 7 -> rare();
            default -> version();
        };
    }

    /** Returns a condition by one sort of choices. */
    Criterion choices(ConditionType type) {
        List<Choice> all = Stream.of(Choice.values())
                .filter(choice -> choice.type() == type)
                .toList();
        List<Choice> some =
                all.stream().filter(choice -> random.nextInt(3) == 0).toList();
        return new Criterion.Choices(type, some.isEmpty() ? List.of(one(all)) : some);
    }

    private Criterion rare() {
        return switch (random.nextInt(3)) {
            case 0 -> new Criterion.Never(one(List.of(Source.values())));
            case 1 -> new Criterion.Ids(List.of(anyId(one(devices)), anyId(one(devices))));
            default ->
                new Criterion.None(one(List.of(
                        ConditionType.USER,
                        ConditionType.SERIAL,
                        ConditionType.MANUFACTURER,
                        ConditionType.MODEL,
                        ConditionType.REMOVED_BY)));
        };
    }

    private UUID anyId(DeviceFacts device) {
        return device.managed().isEmpty() || random.nextBoolean()
                ? device.entra().objectId()
                : device.managed().getFirst().intuneId();
    }

    private Criterion version() {
        String version = some(device -> device.entra().operatingSystemVersion(), "10.0.22000");
        return new Criterion.Version(
                one(List.of(VersionComparison.values())),
                version.replaceAll("[^0-9.]", "").replaceAll("^\\.|\\.$", ""));
    }

    private Criterion texts(ConditionType type) {
        String text =
                switch (type) {
                    case NAME -> some(device -> device.entra().displayName(), "LAPTOP");
                    case USER -> some(DeviceFacts::user, "nobody@contoso.example");
                    case SERIAL -> some(DeviceFacts::serialNumber, "PF1");
                    case MANUFACTURER ->
                        some(device -> first(device, device.entra().manufacturer(), ManagedDevice::manufacturer), "HP");
                    case MODEL ->
                        some(device -> first(device, device.entra().model(), ManagedDevice::model), "Surface");
                    case VERSION -> some(device -> device.entra().operatingSystemVersion(), "10.0");
                    default -> actors.isEmpty() ? "nobody" : one(actors);
                };
        return new Criterion.Texts(
                type, random.nextInt(4) == 0 ? List.of(pattern(text), pattern(text)) : List.of(pattern(text)));
    }

    private static @Nullable String first(
            DeviceFacts device, @Nullable String ofEntra, Function<ManagedDevice, @Nullable String> ofIntune) {
        List<String> known = device.known(ofIntune);
        return ofEntra != null || known.isEmpty() ? ofEntra : known.getFirst();
    }

    private String pattern(String text) {
        int cut = text.length() / 2;
        return switch (random.nextInt(7)) {
            case 0 -> text;
            case 1 -> text.toUpperCase(Locale.ROOT);
            case 2 -> text.substring(0, cut) + "*";
            case 3 -> "*" + text.substring(cut);
            case 4 -> "*" + text.substring(cut / 2, cut) + "*";
            case 5 -> text.substring(0, cut / 2) + "*" + text.substring(cut);
            default -> text.substring(0, cut) + "?" + text.substring(Math.min(text.length(), cut + 1));
        };
    }

    private TimePoint moment() {
        return switch (random.nextInt(4)) {
            case 0 -> new TimePoint.Ago(1 + random.nextInt(200), ChronoUnit.DAYS);
            case 1 -> new TimePoint.Ago(1 + random.nextInt(12), ChronoUnit.MONTHS);
            case 2 -> new TimePoint.Day(now.atZone(ZoneOffset.UTC).toLocalDate().minusDays(random.nextInt(400)));
            default -> {
                Instant signIn = one(devices).entra().lastSignIn();
                yield new TimePoint.Exactly(signIn == null ? now : signIn);
            }
        };
    }

    private String some(Function<DeviceFacts, @Nullable String> value, String otherwise) {
        for (int i = 0; i < 20; i++) {
            String text = value.apply(one(devices));
            if (text != null && !text.isBlank() && !text.contains("*") && !text.contains("?")) {
                return text;
            }
        }
        return otherwise;
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
