package org.deviceoffboarding.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.Arrays;
import java.util.List;
import java.util.logging.LogManager;
import org.slf4j.LoggerFactory;

/** Carries out one measurement, which is the first argument. */
public final class Bench {

    private Bench() {}

    public static void main(String[] args) throws Exception {
        LogManager.getLogManager().reset();
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
        List<String> rest = Arrays.asList(args).subList(Math.min(1, args.length), args.length);
        switch (args.length == 0 ? "" : args[0]) {
            case "run" -> RunBench.run(rest);
            case "million" -> MillionBench.run(rest);
            case "read" -> ReadBench.run(rest);
            case "evaluation" -> EvaluationBench.run(rest);
            case "remediation" -> RemediationBench.run(rest);
            default -> System.out.println("""
                    Usage: ./portal bench NAME

                      run [DEVICES] [HEAP]      two runs over 100,000 + 100,000 devices with the portal's heap at 256m
                      million [DEVICES] [HEAP]  a run with portal and demo tenant of 1,000,000 in one process with 2g
                      read [DEVICES]            devices a second: the portal's stream beside the SDK's page iterator
                      evaluation [DEVICES]      judging in memory, parsing 50 instructions, and what applying them adds
                      remediation [DEVICES]     requests and time for disabling devices, with Graph's limits and without;
                                                1,000 devices take 7 minutes, 10,000 take 67
                    """);
        }
        System.exit(0); // what was started for the measurement ends with it
    }

    static int number(List<String> arguments, int position, int otherwise) {
        return arguments.size() > position
                ? Integer.parseInt(arguments.get(position).replace("_", "").replace(",", ""))
                : otherwise;
    }

    static String text(List<String> arguments, int position, String otherwise) {
        return arguments.size() > position ? arguments.get(position) : otherwise;
    }
}
