// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.linear;

import java.util.List;

/**
 * A question that a model answers of a text, with its possible answers.
 *
 * @param languages those that it was trained for
 * @param outputs one for each answer; for {@link Form#ORDINAL} one for each step from an answer to the next
 * @param first the place of its first output in the weight table
 */
public record Head(String name, Form form, List<String> languages, List<Output> outputs, int first) {
    /** How the answers of a head exclude each other. */
    public enum Form {
        /** One of them holds. */
        ONE,
        /** Any number of them hold. */
        ANY,
        /** Each holds only if all before it do: output {@code i} says that the answer is {@code i + 1} or more. */
        ORDINAL
    }

    /** Refuses a head without outputs. */
    public Head {
        languages = List.copyOf(languages);
        outputs = List.copyOf(outputs);
        if (outputs.isEmpty()) {
            throw new IllegalArgumentException("head %s has no output".formatted(name));
        }
    }

    /** Whether it was trained for {@code language}. */
    public boolean reads(String language) {
        return languages.contains(language);
    }

    /** The place of the output {@code name}. */
    public int output(String name) {
        for (int i = 0; i < outputs.size(); i++) {
            if (outputs.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("head %s has no output %s".formatted(this.name, name));
    }

    /** Calibrated probabilities of {@code logits}, one an output. */
    public double[] probabilities(double[] logits) {
        var calibrated = new double[logits.length];
        for (int i = 0; i < logits.length; i++) {
            calibrated[i] = outputs.get(i).slope() * logits[i] + outputs.get(i).offset();
        }
        return switch (form) {
            case ONE -> softmax(calibrated);
            case ANY -> sigmoids(calibrated);
            case ORDINAL -> falling(sigmoids(calibrated));
        };
    }

    private static double[] softmax(double[] logits) {
        double most = Double.NEGATIVE_INFINITY;
        for (double logit : logits) {
            most = Math.max(most, logit);
        }
        double sum = 0;
        var probabilities = new double[logits.length];
        for (int i = 0; i < logits.length; i++) {
            probabilities[i] = Math.exp(logits[i] - most);
            sum += probabilities[i];
        }
        for (int i = 0; i < logits.length; i++) {
            probabilities[i] /= sum;
        }
        return probabilities;
    }

    private static double[] sigmoids(double[] logits) {
        var probabilities = new double[logits.length];
        for (int i = 0; i < logits.length; i++) {
            probabilities[i] = 1 / (1 + Math.exp(-logits[i]));
        }
        return probabilities;
    }

    /** More than a step can be no likelier than the step. */
    private static double[] falling(double[] probabilities) {
        for (int i = 1; i < probabilities.length; i++) {
            probabilities[i] = Math.min(probabilities[i], probabilities[i - 1]);
        }
        return probabilities;
    }

    /**
     * One output.
     *
     * @param scale of its weights: logit = bias + scale * sum of weights * value of a feature
     * @param slope makes the logit a calibrated one: probability = sigmoid or softmax of slope * logit + offset
     * @param threshold least probability at which it holds
     */
    public record Output(String name, double bias, double scale, double slope, double offset, double threshold) {}
}
