// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import rapporto.json.Json;

/**
 * What deliveries cost in calls and capacity, for {@code scripts/bench/count-calls}: a started machine behind a counting
 * proxy, fed on all channels. Two of a hundred call for an alert; one of ten is posted twice, as senders do.
 */
final class CountedRun {
    private static final int SENDERS = 4;
    private static final int ALERTING = 50;
    private static final int TWICE = 10;
    private static final Duration DRAINED = Duration.ofMinutes(5);
    private static final String CALM = "Ho provato la nuova versione, la trovo molto comoda da usare ogni giorno.";

    private CountedRun() {}

    /** Takes the number of deliveries and a folder to work in; prints a JSON report as its last line. */
    public static void main(String... arguments) throws Exception {
        int deliveries = Integer.parseInt(arguments[0]);
        var data = Path.of(arguments[1]);
        try (var emulators = EmulatorsApart.start(data);
                var aws = new AwsProxy(emulators.endpoints());
                var machine = StartedMachine.start(
                        Files.createDirectory(data.resolve("machine")),
                        "none",
                        List.of("--endpoint", aws.endpoint().toString()))) {
            var callsBefore = aws.counts();
            var unitsBefore = aws.units();
            try (var senders = Executors.newFixedThreadPool(SENDERS)) {
                for (var status : senders.invokeAll(posts(machine, deliveries))) {
                    status.get();
                }
            }
            machine.untilQuiet(DRAINED);
            System.out.println(report(deliveries, aws, callsBefore, unitsBefore));
        }
    }

    private static List<Callable<Integer>> posts(StartedMachine machine, int deliveries) {
        return IntStream.range(0, deliveries)
                .mapToObj(number -> (Callable<Integer>) () -> post(machine, number))
                .toList();
    }

    private static int post(StartedMachine machine, int number) throws Exception {
        var channel = Threats.CHANNELS.get(number % Threats.CHANNELS.size());
        var threat = Threats.of(channel, "n" + number);
        var body = number % ALERTING == 0 ? threat.body() : threat.body().replace(Threats.TEXT, CALM);
        int status = 0;
        for (int times = number % TWICE == 0 ? 2 : 1; times > 0; times--) {
            status = machine.post(new Threats.Threat(channel, threat.headers(), body));
        }
        return status;
    }

    private static String report(
            int deliveries, AwsProxy aws, Map<String, Integer> callsBefore, Map<String, Double> unitsBefore) {
        var report = Json.object().put("deliveries", deliveries);
        report.put("postedTwice", deliveries / TWICE).put("alerting", deliveries / ALERTING);
        var calls = report.putObject("calls");
        aws.counts().forEach((call, count) -> calls.put(call, count - callsBefore.getOrDefault(call, 0)));
        var units = report.putObject("capacityUnits");
        aws.units()
                .forEach((operation, consumed) ->
                        units.put(operation, consumed - unitsBefore.getOrDefault(operation, 0.0)));
        return Json.write(report);
    }
}
