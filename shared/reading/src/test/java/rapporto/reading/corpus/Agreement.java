// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.corpus;

import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Cohen's kappa: how much two people agree beyond chance. */
final class Agreement {
    private static final BinaryOperator<Double> SUM = Double::sum;

    private Agreement() {}

    /** Of labels without an order: any difference is the same. */
    static double nominal(List<String> first, List<String> second) {
        return kappa(first, second, (one, other) -> one.equals(other) ? 0 : 1);
    }

    /** Of whole numbers: a difference weighs by its square. */
    static double quadratic(List<String> first, List<String> second) {
        return kappa(first, second, (one, other) -> {
            int apart = Integer.parseInt(one) - Integer.parseInt(other);
            return (double) apart * apart;
        });
    }

    private interface Distance {
        double of(String one, String other);
    }

    private static double kappa(List<String> first, List<String> second, Distance distance) {
        int items = first.size();
        double seen = IntStream.range(0, items)
                .mapToDouble(i -> distance.of(first.get(i), second.get(i)))
                .sum();
        var counts = counts(first);
        var others = counts(second);
        double byChance = counts.entrySet().stream()
                .flatMap(one -> others.entrySet().stream()
                        .map(other -> one.getValue() * other.getValue() * distance.of(one.getKey(), other.getKey())))
                .reduce(0.0, SUM);
        return 1 - seen * items / byChance;
    }

    private static Map<String, Long> counts(List<String> labels) {
        return labels.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
