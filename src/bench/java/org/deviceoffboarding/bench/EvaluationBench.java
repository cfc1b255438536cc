package org.deviceoffboarding.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deviceoffboarding.instruction.effect.Instructed;
import org.deviceoffboarding.instruction.language.Criteria;
import org.deviceoffboarding.instruction.language.InstructionText;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.judging.Judge;
import org.deviceoffboarding.judging.Judgement.Flagged;
import org.deviceoffboarding.judging.JudgingRules;
import org.deviceoffboarding.judging.Situation;
import org.jspecify.annotations.Nullable;

/** Judging in memory on one thread, without and with 50 instructions, in turn over the same devices. */
final class EvaluationBench {

    private static final int ROUNDS = 7;
    private static final int AT_ONCE = 100_000;
    private static final int IDS = 10_000;
    private static final Instant NOW = ManyDevices.NOW;

    /** Other processes on the machine do not count. */
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    private static final JudgingRules RULES = JudgingRules.defaults();

    /** All sorts; with 10 sentences of 1,000 IDs each they are 50. */
    private static final List<String> SORTS = List.of(
            "Exclude devices with names matching VIP-%d*",
            "Exclude devices with user boss%d@contoso.com",
            "Exclude devices with model \"Hub %d\"",
            "Exclude devices with manufacturer \"Maker %d\"",
            "Exclude devices with last activity after %d days ago",
            "Exclude devices with platform Linux and ownership personal",
            "Exclude devices with situation ready to delete",
            "Include only devices with ownership personal, corporate, unknown");

    private EvaluationBench() {}

    static void run(Arguments arguments) {
        int devices = arguments.number(0, 1_000_000);
        parse("50 sentences", sentences(0));
        parse("50 sentences with 10,000 IDs", sentences(IDS));
        Criteria criteria = Criteria.of(InstructionText.parse(sentences(IDS)).instructions(), NOW, ZoneOffset.UTC);
        double[][] rates = new double[3][ROUNDS];
        for (int round = -1; round < ROUNDS; round++) { // the first only warms up
            double[] nanos = new double[3];
            int flagged = 0;
            for (int done = 0; done < devices; done += AT_ONCE) {
                List<DeviceFacts> some = new ManyDevices(done).some(Math.min(AT_ONCE, devices - done));
                flagged += measure(some, nanos, criteria);
            }
            print(round, devices, nanos, flagged);
            for (int way = 0; way < 3 && round >= 0; way++) {
                rates[way][round] = nanos[way];
            }
        }
        double alone = median(rates[0]);
        System.out.printf(
                Locale.ENGLISH,
                "medians: judging %,.0f devices/s; instructions add %.1f %% where flagged devices are"
                        + " asked, as in a run, and %.1f %% if all were%n",
                devices * 1e9 / alone,
                100 * (median(rates[1]) / alone - 1),
                100 * (median(rates[2]) / alone - 1));
    }

    private static int measure(List<DeviceFacts> devices, double[] nanos, Criteria criteria) {
        int flagged = timed(devices, nanos, 0, facts -> judge(facts) == null ? 0 : 1);
        timed(devices, nanos, 1, facts -> {
            Flagged judgement = judge(facts);
            return judgement == null ? 0 : asked(criteria, facts, judgement.situation());
        });
        timed(devices, nanos, 2, facts -> {
            Flagged judgement = judge(facts);
            return asked(criteria, facts, judgement == null ? Situation.BROKEN_LINK : judgement.situation());
        });
        return flagged;
    }

    private static int timed(List<DeviceFacts> devices, double[] nanos, int way, ToIntFunction<DeviceFacts> work) {
        long start = THREAD.getCurrentThreadCpuTime();
        int sum = 0;
        for (DeviceFacts facts : devices) {
            sum += work.applyAsInt(facts);
        }
        nanos[way] += THREAD.getCurrentThreadCpuTime() - start;
        return sum;
    }

    private static @Nullable Flagged judge(DeviceFacts facts) {
        return Judge.judge(facts, RULES, NOW) instanceof Flagged flagged ? flagged : null;
    }

    private static int asked(Criteria criteria, DeviceFacts facts, Situation situation) {
        return criteria.leavingOut(Instructed.device(facts, situation, NOW)) == null ? 1 : 0;
    }

    private static void parse(String what, String text) {
        double[] micros = new double[Math.clamp(20_000_000 / text.length(), 60, 4_000)];
        for (int i = 0; i < micros.length; i++) {
            long start = System.nanoTime();
            if (InstructionText.parse(text).instructions().size() != 50) {
                throw new IllegalStateException("Not 50 sentences");
            }
            micros[i] = (System.nanoTime() - start) / 1e3;
        }
        System.out.printf(
                Locale.ENGLISH,
                "parsing %s: %,.0f µs%n",
                what,
                median(Arrays.copyOfRange(micros, micros.length / 2, micros.length)));
    }

    /** 10 sentences list IDs; 40 are of all other sorts. */
    private static String sentences(int ids) {
        Random random = new Random(1);
        Stream<String> lists = Stream.iterate(0, i -> i + 1)
                .limit(10)
                .map(list -> "Exclude devices with IDs "
                        + Stream.generate(() -> new UUID(random.nextLong(), random.nextLong()).toString())
                                .limit(Math.max(1, ids / 10))
                                .collect(Collectors.joining(", ")));
        Stream<String> others = Stream.iterate(0, i -> i + 1)
                .limit(40)
                .map(i -> SORTS.get(i % SORTS.size()).formatted(i / SORTS.size() + 1));
        return Stream.concat(lists, others).collect(Collectors.joining("\n"));
    }

    private static void print(int round, int devices, double[] nanos, int flagged) {
        System.out.printf(
                Locale.ENGLISH,
                "  %s: %,d devices, %,d flagged; alone %,.0f devices/s, with instructions %,.0f, all asked %,.0f%n",
                round < 0 ? "warm-up" : "round " + (round + 1),
                devices,
                flagged,
                devices * 1e9 / nanos[0],
                devices * 1e9 / nanos[1],
                devices * 1e9 / nanos[2]);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
